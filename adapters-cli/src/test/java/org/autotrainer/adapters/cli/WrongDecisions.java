package org.autotrainer.adapters.cli;

import static org.autotrainer.adapters.cli.WrongUse.failure;
import static org.autotrainer.adapters.cli.WrongUse.usage;

import java.util.List;

/** Wrong ways to decide on what was learned, and to ask about it. */
final class WrongDecisions {
    private WrongDecisions() {}

    static List<WrongUse> all() {
        return List.of(
                usage("heuristics pin without id", "heuristics", "pin"),
                usage("heuristics retire with a short id", "heuristics", "retire", "abc"),
                usage("heuristics restore with two ids", "heuristics", "restore", "abcd", "efgh"),
                failure("heuristics approve of none", person -> {}, "heuristics", "approve", "0123456789"),
                usage("heuristics merge of one", "heuristics", "merge", "abcd"),
                usage("heuristics merge into a short id", "heuristics", "merge", "abcd", "a"),
                usage("heuristics split without id", "heuristics", "split"),
                failure("heuristics split of none", person -> {}, "heuristics", "split", "0123456789"),
                usage("heuristics of no such status", "heuristics", "--status", "good"),
                usage("heuristics by key of a status", "heuristics", "list", "--keys", "--status", "trial"),
                usage("params with an argument", "params", "temperature"),
                usage("report with an argument", "report", "html"),
                usage("retract of nothing in particular", "retract"),
                usage("retract of nothing in a rehearsal", "retract", "--dry-run"),
                usage("retract after no time", "retract", "--after", "yesterday"),
                usage(
                        "retract of a time that ends first",
                        "retract",
                        "--after=2026-05-02T00:00:00Z",
                        "--before=2026-05-01T00:00:00Z"),
                usage("retract of a critic too long", "retract", "--critic", "c".repeat(201)),
                usage("retract that lists and does more", "retract", "--list", "--critic", "c"),
                failure("retract of nobody", person -> {}, "retract", "--critic", "nobody"),
                usage("retract back with more", "retract", "--undo", "r1", "--critic", "c"),
                failure("retract back of none", person -> {}, "retract", "--undo", "r1"),
                usage("recall that explores maybe", "recall", "x", "--explore", "maybe"),
                usage("recall of a choice without values", "recall", "x", "--choose", "temperature"),
                usage("recall of a choice with an empty value", "recall", "x", "--choose", "temperature=0,,1"),
                usage("recall of a choice twice", "recall", "x", "--choose", "a=1", "--choose", "a=2"),
                usage("recall of a choice with a value twice", "recall", "x", "--choose", "a=1,1"),
                usage("recall of a choice without a name", "recall", "x", "--choose", "=1"),
                usage("chance of a look", "recall", "x", "--chance-key", "word"),
                usage("chance of no word", "recall", "x", "--task", "t", "--chance-key", ""),
                usage("chance of a server of no word", "serve", "--chance-key", " "));
    }
}
