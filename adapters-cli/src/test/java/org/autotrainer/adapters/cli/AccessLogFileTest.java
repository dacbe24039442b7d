package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.ServerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AccessLogFileTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(new Surroundings(InputStream.nullInputStream(), out, err, Map.of(), Set.of()));

    private void log(String name, String... lines) {
        try (AccessLogFile log = AccessLogFile.open(name, console)) {
            for (String line : lines) {
                log.accept(line);
            }
        }
    }

    @Test
    void lines_are_added_to_a_file_of_its_owner_alone() throws IOException {
        Path file = folder.resolve("access.jsonl");

        log(file.toString(), "{1}");
        log(file.toString(), "{2}", "{3}");

        assertThat(Files.readAllLines(file)).containsExactly("{1}", "{2}", "{3}");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_dash_is_standard_output() {
        log("-", "{1}", "{2}");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{1}\n{2}\n");
    }

    @Test
    void without_a_name_there_is_none() {
        ServerProvider.Options options = new ServerProvider.Options("127.0.0.1", 0, "", 0);

        try (AccessLogFile log = AccessLogFile.open("", console)) {
            assertThat(log.added(options).accessLog()).isEmpty();
        }
        try (AccessLogFile log = AccessLogFile.open("-", console)) {
            assertThat(log.added(options).accessLog()).isPresent();
        }
    }

    @Test
    void a_link_or_a_folder_that_is_not_there_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));

        assertThatThrownBy(() -> log(link.toString())).isInstanceOf(AutoTrainerException.class);
        assertThatThrownBy(() -> log(folder.resolve("none/log").toString()))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageContaining("there is no such file or folder");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_disk_that_is_full_is_told_once_and_stops_nothing() {
        log("/dev/full", "{1}", "{2}", "{3}");

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("autotrainer: the access log cannot be written, and lacks lines from now on");
    }
}
