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
 * Packages of the formats' own makers read what is exported.
 *
 * <p>They are installed from PyPI into {@code target/readers} once, or taken from the virtual environment that the
 * environment variable AUTOTRAINER_READERS names. Where neither is possible the tests are skipped, aloud.
 */
class RealReadersTest {
    private static final Path SCRIPT = Distribution.PROJECT.resolve("adapters-cli/src/test/scripts/read_datasets.py");
    private static final String INSTALL = Packages.venv(".")
            + "datasets mistral-common openai google-genai botocore transformers && " + Packages.pip(".")
            + "--no-deps trl llamafactory";

    private static Path python = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Path readers = Packages.in("readers", "AUTOTRAINER_READERS", INSTALL);
        python = readers.resolve("bin/python");
        boolean there = Files.exists(python)
                && new ProcessBuilder(python.toString(), "-c", "import datasets, mistral_common")
                                .start()
                                .waitFor()
                        == 0;
        assumeTrue(there, "skipped: the readers of data sets cannot be installed from PyPI into " + readers);
    }

    @Test
    void every_reader_takes_every_format() throws IOException, InterruptedException {
        Result read = read(Exports.in(folder));

        System.Logger log = System.getLogger("readers");
        read.output()
                .lines()
                .filter(line -> line.startsWith("skipped"))
                .forEach(line -> log.log(System.Logger.Level.WARNING, line));
        assertThat(read.exit()).as(read.output()).isZero();
        assertThat(read.output().lines().filter(line -> line.startsWith("ok ")))
                .as(read.output())
                .hasSizeGreaterThan(25);
    }

    @Test
    void a_row_that_a_reader_refuses_is_found() throws IOException, InterruptedException {
        Path exported = Exports.in(folder);
        Path mistral = exported.resolve("mistral.jsonl");
        Files.writeString(mistral, Files.readString(mistral).replaceAll("\"id\":\"[0-9a-f]{9}\"", "\"id\":\"call_1\""));

        Result read = read(exported);

        assertThat(read.exit()).isEqualTo(1);
        assertThat(read.output()).contains("REFUSED  mistral-common mistral");
    }

    private Result read(Path exported) throws IOException, InterruptedException {
        return Distribution.sh("'" + python + "' '" + SCRIPT + "' '" + exported + "' 2>/dev/null", folder, folder);
    }
}
