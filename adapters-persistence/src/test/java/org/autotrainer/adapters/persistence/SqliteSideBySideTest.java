package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import org.autotrainer.application.SideBySide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many at once on one file. */
@Timeout(60)
class SqliteSideBySideTest {
    @TempDir
    private Path folder;

    @Test
    void each_answer_is_that_of_a_state_that_was_committed_and_none_goes_back() throws Exception {
        SideBySide.readWhileOneWrites(() -> Facts.open(folder.resolve("memory.db")), 150);
    }

    @Test
    void retractions_among_writers_and_readers_lose_nothing() throws Exception {
        SideBySide.retractWhileOthersWrite(() -> Facts.open(folder.resolve("memory.db")));
    }
}
