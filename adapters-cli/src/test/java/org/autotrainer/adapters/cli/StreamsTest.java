package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.autotrainer.adapters.cli.boot.Main;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when nobody reads any more, or the disk behind standard output is full. */
class StreamsTest {
    @TempDir
    private Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_reader_that_has_seen_enough_is_no_failure() {
        assertThat(listing(failing("Broken pipe"), "lessons", "--json", "--limit", "5000"))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(listing(failing("Broken pipe"), "--help")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_full_disk_is_told_and_has_an_exit_code_of_its_own() {
        for (String[] args : new String[][] {{"lessons", "--json"}, {"--help"}, {"completion", "bash"}, {"version"}}) {
            err.reset();
            assertThat(listing(failing("No space left on device"), args)).isEqualTo(ExitCode.DISK);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("autotrainer: standard output cannot be written: the disk is full\n");
        }
    }

    @Test
    void a_failure_is_told_even_when_nobody_reads_the_answers() {
        assertThat(listing(failing("Broken pipe"), "suggestions", "apply", "00000000"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("has no suggestion 00000000");
    }

    @Test
    void notes_that_nobody_reads_change_nothing() {
        Person person = new Person(home);
        String file = person.file("results.jsonl", Records.of("t1"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings deaf = new Surroundings(
                InputStream.nullInputStream(), out, failing("Broken pipe"), Map.of("HOME", home.toString()), Set.of());

        assertThat(Main.run(deaf, "train", file, "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"recorded\":1");
    }

    private int listing(OutputStream out, String... args) {
        Person person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.of("t1"), Records.of("t2")));
        err.reset();
        return Main.run(
                new Surroundings(
                        InputStream.nullInputStream(),
                        out,
                        err,
                        Map.of("AUTOTRAINER_STORE", home.resolve("memory.db").toString()),
                        Set.of()),
                args);
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
