package org.autotrainer.application;

import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once on one store in memory. */
@Timeout(60)
class SideBySideTest {
    private final MemoryStore store = new MemoryStore();

    @Test
    void each_answer_is_that_of_a_state_that_was_committed_and_none_goes_back() throws Exception {
        SideBySide.readWhileOneWrites(() -> store, 150);
    }

    @Test
    void retractions_among_writers_and_readers_lose_nothing() throws Exception {
        SideBySide.retractWhileOthersWrite(() -> store);
    }
}
