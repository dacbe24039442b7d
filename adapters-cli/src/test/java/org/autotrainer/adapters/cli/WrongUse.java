package org.autotrainer.adapters.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A way of using the command that must fail: with one sentence, and with nothing half done.
 *
 * @param name what is wrong, and the name of its golden text
 * @param before makes the files that it needs
 * @param args the words typed; {@code ~} is the person's folder
 */
record WrongUse(String name, int exitCode, Consumer<Person> before, List<String> args) {
    @Override
    public String toString() {
        return name;
    }

    /** All of them. */
    static Stream<WrongUse> all() {
        return Stream.of(
                        words(),
                        values(),
                        records(),
                        files(),
                        WrongStores.all(),
                        WrongTargets.all(),
                        WrongDecisions.all())
                .flatMap(List::stream);
    }

    static WrongUse usage(String name, String... args) {
        return new WrongUse(name, ExitCode.USAGE, person -> {}, List.of(args));
    }

    static WrongUse failure(String name, Consumer<Person> before, String... args) {
        return new WrongUse(name, ExitCode.FAILED, before, List.of(args));
    }

    private static List<WrongUse> words() {
        return List.of(
                usage("unknown verb", "trian"),
                usage("unknown verb far from any", "frobnicate"),
                usage("unknown verb of suggestions", "suggestions", "approve"),
                usage("unknown verb of heuristics", "heuristics", "delete", "x"),
                usage("unknown verb of store", "store", "destroy"),
                usage("store without a verb", "store"),
                usage("empty verb", ""),
                usage("unknown option", "--frob"),
                usage("unknown option of train", "train", "--lesons"),
                usage("unknown option with a value", "train", "--form=tau-bench"),
                usage("unknown letter", "recall", "-x"),
                usage("option before the verb", "--json", "train"),
                usage("option of another verb", "lessons", "--format", "block"),
                usage("recall without text", "recall"),
                usage("recall with blank text", "recall", "   "),
                usage("recall with several words", "recall", "refund", "lid"),
                usage("suggestions apply without id", "suggestions", "apply"),
                usage("suggestions dismiss without id", "suggestions", "dismiss"),
                usage("suggestions apply with two ids", "suggestions", "apply", "abcd", "efgh"),
                usage("suggestions apply with a short id", "suggestions", "apply", "abc"),
                usage("heuristics show without id", "heuristics", "show"),
                usage("heuristics set without anything", "heuristics", "set"),
                usage("heuristics set without text", "heuristics", "set", "key"),
                usage("heuristics set with too much", "heuristics", "set", "key", "text", "more"),
                usage("heuristics set with a blank key", "heuristics", "set", " ", "text"),
                usage("heuristics set with a blank text", "heuristics", "set", "key", ""),
                usage("lessons with an argument", "lessons", "refund"),
                usage("export without a format", "export"),
                usage("export with an argument", "export", "--format", "trl-sft", "out.jsonl"),
                usage("store init with an argument", "store", "init", "memory.db"),
                usage("store check with an argument", "store", "check", "memory.db"),
                usage("serve on a port that is none", "serve", "--port", "70000"),
                usage("serve on a port of letters", "serve", "--port", "http"),
                usage("serve with a rate below zero", "serve", "--rate", "-1"),
                usage("serve to everybody", "serve", "--host", "0.0.0.0"),
                usage("serve on the address of another machine", "serve", "--host", "192.0.2.7", "--public"),
                usage("serve on no address", "serve", "--host", "999.999.999.999"),
                usage("serve with an argument", "serve", "memory.db"),
                usage("serve to everybody on purpose without a token", "serve", "--host", "0.0.0.0", "--public"),
                usage("serve by a name with a scheme", "serve", "--allow-host", "https://memory.example.org"),
                usage("serve pages of all origins", "serve", "--cors-origin", "*"),
                usage("serve pages of an origin with a path", "serve", "--cors-origin", "https://app.example.org/"),
                usage("serve over TLS without a password", "serve", "--tls-keystore", "~/good.jsonl"),
                usage("serve with a password of no key store", "serve", "--tls-password-file", "~/good.jsonl"),
                usage("token without a verb", "token"),
                usage("token create without a name", "token", "create"),
                usage("token create with two names", "token", "create", "a", "b"),
                usage("token create with a blank name", "token", "create", " "),
                usage("token create in the operator's name", "token", "create", "local"),
                usage("token create with an unknown scope", "token", "create", "a", "--scope", "read,everything"),
                usage("token create with no scope", "token", "create", "a", "--scope", ""),
                usage("token create for admin below trusted", "token", "create", "a", "--scope", "admin"),
                usage("token create with an unknown trust", "token", "create", "a", "--trust", "high"),
                usage("token create that never began", "token", "create", "a", "--expires", "2020-01-01T00:00:00Z"),
                usage("token create until some day", "token", "create", "a", "--expires", "tomorrow"),
                usage(
                        "token create for ever and ever",
                        "token",
                        "create",
                        "a",
                        "--expires",
                        "+1000000001-01-01T00:00:00Z"),
                usage("token list of a store in memory", "token", "list", "--store", "memory:"),
                usage("token revoke without a name", "token", "revoke"),
                usage("settings without such a name", "settings", "set", "explode", "on"),
                usage("settings with a value that is not allowed", "settings", "set", "explore", "maybe"),
                usage("settings with a number too large", "settings", "set", "budget_tokens", "1000001"),
                usage("settings set without a value", "settings", "set", "explore"),
                usage("settings with an unknown verb", "settings", "sett"),
                usage("backup without a target", "store", "backup"),
                usage("backup with two targets", "store", "backup", "a", "b"),
                usage("backup to nowhere", "store", "backup", ""),
                usage("completion without a shell", "completion"),
                usage("completion for a shell that is not known", "completion", "fish"),
                usage("version with an argument", "version", "now"),
                usage("one file twice", "train", "~/good.jsonl", "~/good.jsonl"),
                usage("standard input twice", "train", "-", "-"),
                usage("a file without a name", "train", ""));
    }

    private static List<WrongUse> values() {
        return List.of(
                usage("limit without a value", "lessons", "--limit"),
                usage("limit that is no number", "lessons", "--limit", "many"),
                usage("limit that is empty", "lessons", "--limit="),
                usage("limit of 0", "lessons", "--limit", "0"),
                usage("limit below 0", "lessons", "--limit", "-3"),
                usage("limit beyond numbers", "lessons", "--limit", "99999999999"),
                usage("limit with a fraction", "heuristics", "--limit", "1.5"),
                usage("limit twice", "suggestions", "--limit", "1", "--limit", "2"),
                usage("json with a value", "lessons", "--json=perhaps"),
                usage("agent without a value", "lessons", "--agent"),
                usage("agent that is empty", "lessons", "--agent", ""),
                usage("agent that is blank", "recall", "x", "--agent", "  "),
                usage("agent that is too long", "lessons", "--agent", "a".repeat(201)),
                usage("agent with a line break", "lessons", "--agent", "a\nb"),
                usage("agent with an escape", "lessons", "--agent", "\u001b[31m"),
                usage("agent of train that is empty", "train", "~/good.jsonl", "--agent", ""),
                usage("run that is too long", "train", "~/good.jsonl", "--run", "r".repeat(201)),
                usage("format of train that is not known", "train", "~/good.jsonl", "--from", "csv"),
                usage("format of recall that is not known", "recall", "x", "--format", "xml"),
                usage("format of export that is not known", "export", "--format", "parquet"),
                usage("format of export that is empty", "export", "--format", ""),
                usage("status that is not known", "suggestions", "--status", "open"),
                usage("kind that is not known", "suggestions", "--kind", "heuristic"),
                usage("budget that is no number", "recall", "x", "--budget", "all"),
                usage("budget below 0", "recall", "x", "--budget", "-1"),
                usage("budget beyond the limit", "recall", "x", "--budget", "1000001"),
                usage("attempt below 0", "recall", "x", "--task", "t", "--attempt", "-1"),
                usage("attempt that is no number", "recall", "x", "--task", "t", "--attempt", "one"),
                usage("id without a task", "recall", "x", "--id", "r1"),
                usage("run without a task", "recall", "x", "--run", "r1"),
                usage("model without a task", "recall", "x", "--model", "m"),
                usage("attempt without a task", "recall", "x", "--attempt", "1"),
                usage("task that is too long", "recall", "x", "--task", "t".repeat(201)),
                usage("task with a control character", "recall", "x", "--task", "t\u0007"),
                usage("text that is too long", "recall", "x".repeat(20_001)),
                usage("tag that is too long", "recall", "x", "--tag", "t".repeat(101)),
                usage("key that is too long", "heuristics", "set", "k".repeat(201), "text"),
                usage("advice that is too long", "heuristics", "set", "key", "a".repeat(2_001)),
                usage("json of export without a file", "export", "--format", "trl-sft", "--json"),
                usage("rows and report in one file", "export", "--format", "trl-sft", "--out", "x", "--report", "x"),
                usage("a folder to standard output", "export", "--format", "huggingface"),
                usage("a split to standard output", "export", "--format", "trl-sft", "--validation", "0.1"),
                usage("validation beyond a half", "export", "--format", "trl-sft", "--validation", "0.9"),
                usage("validation that is no number", "export", "--format", "trl-sft", "--validation", "some"),
                usage("personal that is not known", "export", "--format", "trl-sft", "--personal", "hide"),
                usage("part that is not known", "export", "--format", "huggingface", "--part", "train.jsonl"),
                usage("report of a folder", "export", "--format", "huggingface", "--out", "x", "--report", "y"),
                usage("manifest and format", "export", "--format", "trl-sft", "--manifest", "~/good.jsonl"),
                usage("manifest and seed", "export", "--manifest", "~/good.jsonl", "--seed", "s"),
                usage("manifest that is none", "export", "--manifest", "~/good.jsonl"),
                failure("manifest that is not there", person -> {}, "export", "--manifest", "~/none.json"),
                failure(
                        "leave-out that is not there",
                        person -> {},
                        "export",
                        "--format",
                        "trl-sft",
                        "--leave-out",
                        "~/none.txt"));
    }

    private static List<WrongUse> records() {
        List<WrongUse> uses = new ArrayList<>();
        WrongRecords.all()
                .forEach((name, record) -> uses.add(failure(
                        "record: " + name, person -> person.file("bad.jsonl", record), "train", "~/bad.jsonl")));
        return uses;
    }

    private static List<WrongUse> files() {
        List<WrongUse> uses = new ArrayList<>();
        uses.add(failure("file that is not there", person -> {}, "train", "~/missing.jsonl"));
        uses.add(failure(
                "file behind a good one that is not there", person -> {}, "train", "~/good.jsonl", "~/no.jsonl"));
        uses.add(failure("file in a folder that is not there", person -> {}, "train", "~/no/missing.jsonl"));
        uses.add(failure("file below a file", person -> {}, "train", "~/good.jsonl/more.jsonl"));
        uses.add(failure("folder for a file", person -> {}, "train", "~"));
        uses.add(failure("file name that is too long", person -> {}, "train", "~/" + "n".repeat(300)));
        bytes(uses, "file in UTF-16 with a mark", "\ufeff{\"task_id\":\"t\"}".getBytes(StandardCharsets.UTF_16LE));
        bytes(uses, "file in UTF-16 without a mark", "{\"task_id\":\"t\"}".getBytes(StandardCharsets.UTF_16BE));
        bytes(uses, "file in UTF-32", "{\"task_id\":\"t\"}".getBytes(java.nio.charset.Charset.forName("UTF-32")));
        bytes(uses, "file in Latin-1", "{\"task_id\":\"Rück\"}".getBytes(StandardCharsets.ISO_8859_1));
        bytes(uses, "overlong zero", bytes("{\"task_id\":\"", 0xc0, 0x80, "\"}"));
        bytes(uses, "surrogate as bytes", bytes("{\"task_id\":\"", 0xed, 0xa0, 0x80, "\"}"));
        bytes(uses, "beyond Unicode", bytes("{\"task_id\":\"", 0xf5, 0x80, 0x80, 0x80, "\"}"));
        bytes(uses, "character cut off", bytes("{\"task_id\":\"", 0xe2, 0x82));
        bytes(uses, "file of zeros", new byte[5_000]);
        bytes(uses, "gzip", bytes(0x1f, 0x8b, 8, 0, 0, 0));
        bytes(uses, "zstd", bytes(0x28, 0xb5, 0x2f, 0xfd, 1, 2));
        bytes(uses, "zip", bytes("PK", 3, 4, 20));
        bytes(uses, "SQLite", bytes("SQLite format 3", 0, 1, 2));
        lines(uses, "CSV", "task_id,success,score");
        lines(uses, "a page", "<!DOCTYPE html>");
        lines(uses, "YAML", "task_id: t1");
        lines(uses, "array that ends too early", "[{\"task_id\":\"t\"", "");
        lines(uses, "array of numbers", "[1]");
        lines(uses, "array that opens twice", "[[{\"task_id\":\"t\"}]]");
        lines(uses, "array with a comma first", "[,]");
        lines(uses, "something after the array", "[] {}");
        lines(uses, "object over lines that ends too early", "{", "  \"task_id\": \"t\",");
        lines(uses, "object over lines with a wrong field", "{", "  \"task_id\": \"t\",", "  \"scor\": 1", "}");
        lines(uses, "object over lines that is not JSON", "{", "  \"task_id\": \"t\",", "  score: 1", "}");
        lines(uses, "a line of 21 MB", "{\"task_id\":\"" + "t".repeat(21 << 20) + "\"}");
        uses.add(failure(
                "foreign record that is wrong",
                person -> person.file("bad.jsonl", "[{\"task_id\":1,\"reward\":\"much\",\"traj\":[],\"trial\":0}]"),
                "train",
                "~/bad.jsonl",
                "--from",
                "tau-bench"));
        uses.add(failure(
                "native record as a foreign one",
                person -> person.file("bad.jsonl", Records.of("t")),
                "train",
                "~/bad.jsonl",
                "--from",
                "tau-bench"));
        return uses;
    }

    private static void bytes(List<WrongUse> uses, String name, byte[] bytes) {
        uses.add(failure(name, person -> person.file("bad.jsonl", bytes), "train", "~/bad.jsonl"));
    }

    private static void lines(List<WrongUse> uses, String name, String... lines) {
        uses.add(failure(name, person -> person.file("bad.jsonl", lines), "train", "~/bad.jsonl"));
    }

    private static byte[] bytes(Object... parts) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer number) {
                bytes.write(number);
            } else {
                bytes.writeBytes(String.valueOf(part).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }
}
