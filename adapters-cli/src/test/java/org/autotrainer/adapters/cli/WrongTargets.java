package org.autotrainer.adapters.cli;

import static org.autotrainer.adapters.cli.WrongUse.failure;

import java.util.ArrayList;
import java.util.List;

/** Files that must not be written to. */
final class WrongTargets {
    private WrongTargets() {}

    static List<WrongUse> all() {
        List<WrongUse> uses = new ArrayList<>();
        uses.add(WrongUse.usage("rows to a file without a name", "export", "--format", "trl-sft", "--out", ""));
        target(uses, "rows to a file that exists", "~/good.jsonl");
        target(uses, "rows to the store", "~/memory.db");
        target(uses, "rows to a folder", "~");
        uses.add(failure(
                "rows to the store by force",
                person -> {},
                "export",
                "--format",
                "targets",
                "--force",
                "--out",
                "~/folder/../memory.db"));
        target(uses, "rows into a folder that is not there", "~/no/rows.jsonl");
        target(uses, "rows below a file", "~/good.jsonl/rows.jsonl");
        target(uses, "rows to a device", "/dev/null");
        target(uses, "rows to a name that is too long", "~/" + "n".repeat(300));
        uses.add(failure(
                "report to a file that exists",
                person -> {},
                "export",
                "--format",
                "trl-sft",
                "--out",
                "~/rows.jsonl",
                "--report",
                "~/good.jsonl"));
        uses.add(failure("backup to a file that exists", person -> {}, "store", "backup", "~/good.jsonl"));
        uses.add(failure("backup to the store itself", person -> {}, "store", "backup", "~/memory.db"));
        uses.add(failure("backup to a folder", person -> {}, "store", "backup", "~"));
        uses.add(failure("backup into a folder that is not there", person -> {}, "store", "backup", "~/no/copy.db"));
        uses.add(failure("suggestion that is not there", person -> {}, "suggestions", "apply", "00000000"));
        uses.add(failure(
                "suggestion that is not there, by its whole id",
                person -> {},
                "suggestions",
                "dismiss",
                "0".repeat(32)));
        uses.add(failure("heuristic that is not there", person -> {}, "heuristics", "show", "00000000"));
        uses.add(failure("evaluation that is not there", person -> {}, "evaluations", "show", "00000000"));
        uses.add(WrongUse.usage("evaluations with a result that is none", "evaluations", "--result", "passed"));
        uses.add(WrongUse.usage("evaluations of a run of two lines", "evaluations", "--run", "a\nb"));
        uses.add(WrongUse.usage("heuristic by too short an id", "heuristics", "show", "0"));
        uses.add(WrongUse.usage(
                "several files to the name of a file",
                "export",
                "--format",
                "trl-sft",
                "--validation",
                "0.25",
                "--out",
                "~/rows.JSONL"));
        uses.add(WrongUse.usage(
                "a folder to standard output by name", "export", "--format", "huggingface", "--out", "-"));
        uses.add(WrongUse.usage("a limit beyond all numbers", "lessons", "--limit", "100000000000000000000"));
        uses.add(WrongUse.usage("a limit beyond what is allowed", "lessons", "--limit", "100000000000"));
        uses.add(failure(
                "evaluation with other content",
                person -> person.file("bad.jsonl", "{\"id\":\"g1\",\"task_id\":\"other\"}"),
                "train",
                "~/bad.jsonl"));
        return uses;
    }

    private static void target(List<WrongUse> uses, String name, String target) {
        uses.add(failure(name, person -> {}, "export", "--format", "trl-sft", "--out", target));
    }
}
