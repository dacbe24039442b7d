package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.distribution.Distribution.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is exported compiles against the types that OpenAI, Google and Amazon publish.
 *
 * <p>They are installed from npm into {@code target/types} once, or taken from the folder that the environment variable
 * AUTOTRAINER_TYPES names. Where neither is possible the tests are skipped, aloud.
 */
class PublishedTypesTest {
    private static final Path SCRIPT = Distribution.PROJECT.resolve("adapters-cli/src/test/scripts/read_datasets.mjs");
    private static final String INSTALL = Packages.npm() + "typescript@7.0.2 openai@6.49.0 @google/genai@2.32.0"
            + " @aws-sdk/client-bedrock-runtime@3.1164.0";

    private static Path packages = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        packages = Packages.in("types", "AUTOTRAINER_TYPES", INSTALL);
        assumeTrue(
                Files.exists(packages.resolve("node_modules/.bin/tsc")),
                "skipped: the types of data sets cannot be installed from npm into " + packages);
    }

    @Test
    void every_row_is_of_its_makers_type() throws IOException, InterruptedException {
        Result read = read(Exports.in(folder));

        assertThat(read.exit()).as(read.output()).isZero();
        assertThat(read.output().lines())
                .as(read.output())
                .hasSize(6)
                .allMatch(line -> line.matches("ok +types of [a-z-]+: [1-9][0-9]* rows"));
    }

    @Test
    void a_row_with_a_field_that_its_maker_does_not_know_is_found() throws IOException, InterruptedException {
        Path exported = Exports.in(folder);
        Path gemini = exported.resolve("gemini.jsonl");
        Files.writeString(gemini, Files.readString(gemini).replaceFirst("\"functionCall\"", "\"toolCall_\""));

        Result read = read(exported);

        assertThat(read.exit()).isEqualTo(1);
        assertThat(read.output()).contains("REFUSED  types of gemini:");
    }

    private Result read(Path exported) throws IOException, InterruptedException {
        return Distribution.sh("node '" + SCRIPT + "' '" + exported + "' '" + packages + "'", folder, folder);
    }
}
