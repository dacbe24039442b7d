package org.autotrainer.adapters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the token of a server is kept. */
class ServerTokenTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(new Surroundings(InputStream.nullInputStream(), out, err, Map.of(), Set.of()));

    @Test
    void where_it_is_kept_is_told_at_each_start_and_the_token_when_it_is_made() {
        String location = "sqlite:" + folder.resolve("memory.db");
        String told = "autotrainer: the token is kept in " + folder.resolve("memory.db.token") + "\n";

        ServerToken made = ServerToken.kept(location, console);
        assertThat(made.isMade()).isTrue();
        assertThat(err.toString(UTF_8)).isEqualTo(told);

        ServerToken again = ServerToken.kept(location, console);
        assertThat(again).isEqualTo(new ServerToken(made.text(), false));
        assertThat(err.toString(UTF_8)).isEqualTo(told + told).doesNotContain(made.text());
    }
}
