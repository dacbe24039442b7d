package org.autotrainer.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Source;
import org.junit.jupiter.api.Test;

/** Readers of a store that others write to meanwhile. */
class ReadersTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final BusyStore store = new BusyStore();
    private final Residents residents = new Residents();
    private final Readers readers = new Readers(store, residents);

    @Test
    void what_others_committed_while_the_memory_was_brought_up_is_known_to_the_next_reader() {
        store.commit(1);
        known();
        known(); // from the second time on the version of the store is asked for
        store.commit(2);
        store.commitsBehind = 3; // behind both looks at the head, and behind the view that the memory is brought up to

        known();

        assertThat(known()).isEqualTo(5);
    }

    private int known() {
        return readers.alone("a", resident -> resident.memory().heuristics().size());
    }

    /** A store in which somebody else commits as soon as something was read. */
    private static final class BusyStore implements Store {
        private final MemoryStore inner = new MemoryStore();
        private final Residents others = new Residents();
        private int commitsBehind;
        private int committed;

        void commit(int number) {
            inner.write(Set.of("a"), transaction -> {
                Resident writer = others.of("a");
                writer.bringUpTo(transaction, true);
                HeuristicSet fact = new HeuristicSet(
                        "s" + number, "key" + number, "about ".repeat(number) + "word" + number, Source.LOCAL);
                return writer.append(transaction, fact, NOON);
            });
            committed = number;
        }

        @Override
        public <T> T read(Function<? super Snapshot, ? extends T> work) {
            T done = inner.read(work);
            if (commitsBehind > 0) {
                commitsBehind--;
                commit(committed + 1);
            }
            return done;
        }

        @Override
        public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
            return inner.write(agents, work);
        }

        @Override
        public OptionalLong version() {
            return inner.version();
        }

        @Override
        public List<String> damage() {
            return inner.damage();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
