package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.autotrainer.application.port.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of a file tells what other processes commit. */
class DataVersionTest {
    @TempDir
    Path folder;

    @Test
    void a_commit_of_another_process_shows_as_soon_as_it_is_acknowledged() throws IOException, InterruptedException {
        Path file = folder.resolve("memory.db");
        try (Store store = Facts.open(file)) {
            for (int round = 0; round < 2; round++) {
                OptionalLong before = store.version();
                assertThat(before).isPresent().isEqualTo(store.version());
                try (Child other = Child.start("true", file, "other" + round, 1, 1, 10)) {
                    assertThat(other.line().orElseThrow()).startsWith("ack");

                    assertThat(store.version()).isPresent().isNotEqualTo(before);
                    other.awaitSuccess();
                }
            }
        }
    }

    @Test
    void a_store_that_is_closed_has_none() {
        Store store = Facts.open(folder.resolve("memory.db"));
        assertThat(store.version()).isPresent();

        store.close();

        assertThat(store.version()).isEmpty();
    }
}
