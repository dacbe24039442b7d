package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import org.autotrainer.application.RetractionCheck;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Un-learning from a file: as from a store in memory, whose answers the check compares with. */
class SqliteRetractionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_was_retracted_is_as_if_it_had_never_been(long seed) {
        RetractionCheck.run(seed, () -> Facts.open(folder.resolve("memory.db")));
    }
}
