package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    @TempDir
    private Path home;

    @Test
    @Timeout(120)
    void what_was_recorded_is_kept_and_told_when_the_command_is_stopped() throws IOException, InterruptedException {
        Path store = home.resolve("memory.db");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.autotrainer.adapters.cli.boot.Main",
                        "train",
                        "--store",
                        store.toString())
                .redirectError(home.resolve("err").toFile())
                .start();
        OutputStream pipe = process.getOutputStream();
        for (int i = 0; i < 10_001; i++) {
            pipe.write((Records.of("t" + i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        pipe.flush();
        Person person = new Person(home);
        while (!Files.exists(store)
                || !person.types("store", "check", "--json").out().contains("\"facts\":10000,")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        process.toHandle().destroy(); // leaves its input open, unlike Process.destroy

        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(person.read("err"))
                .contains("autotrainer: stopped: ")
                .contains("evaluations are recorded, and the same command goes on from there")
                .doesNotContain("Exception");
        assertThat(person.does("store", "check", "--json").out()).matches("(?s)\\{\"ok\":true,\"facts\":1000[01],.*");
    }
}
