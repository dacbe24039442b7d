package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.autotrainer.adapters.cli.SampleEvaluations;
import org.autotrainer.distribution.Distribution.Result;

/** Sample evaluations as data sets of every format, written by the command. */
final class Exports {
    private static final List<String> FILES = List.of(
            "trl-sft",
            "trl-prompt-completion",
            "trl-preference",
            "trl-kto",
            "openai-chat",
            "openai-preference",
            "openai-rft",
            "gemini",
            "gemini-preference",
            "bedrock",
            "bedrock-preference",
            "mistral",
            "targets");

    private Exports() {}

    /** A new folder in another one, with NAME.jsonl for a format of one file and a folder NAME for one of several. */
    static Path in(Path folder) throws IOException, InterruptedException {
        Path exported = Files.createDirectory(folder.resolve("exported"));
        Files.writeString(folder.resolve("samples.jsonl"), SampleEvaluations.lines(60), UTF_8);
        StringBuilder commands = new StringBuilder("set -e; autotrainer train samples.jsonl --store s.db\n");
        for (String format : FILES) {
            commands.append(
                    "autotrainer export --format " + format + " --store s.db > exported/" + format + ".jsonl\n");
        }
        for (String format : List.of("llama-factory", "huggingface")) {
            commands.append("autotrainer export --format " + format + " --validation 0.2 --store s.db --out exported/"
                    + format + "\n");
        }
        Result written = Distribution.sh(commands.toString(), folder.resolve("home"), folder);
        assertThat(written.exit()).as(written.output()).isZero();
        return exported;
    }
}
