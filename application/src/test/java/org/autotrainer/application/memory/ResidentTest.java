package org.autotrainer.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Source;
import org.junit.jupiter.api.Test;

/** A memory that learns facts which stand in the journal already. */
class ResidentTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final Resident resident = new Resident("a");

    @Test
    void facts_that_follow_its_head_are_learned() {
        write(transaction -> {
            List<Resident.Written> facts = appended(transaction, 3);
            resident.learn(transaction, Head.none(), facts.subList(0, 2));
            resident.learn(transaction, facts.get(1).entry().head(), facts.subList(2, 3));
        });

        assertThat(resident.position()).isEqualTo(3);
        assertThat(resident.memory().heuristics().size()).isEqualTo(3);
    }

    @Test
    void a_memory_that_somebody_loaded_anew_meanwhile_learns_all_that_it_lacks_and_nothing_twice() {
        write(transaction -> {
            List<Resident.Written> facts = appended(transaction, 3);
            resident.learn(transaction, facts.get(1).entry().head(), facts.subList(2, 3));
            resident.learn(transaction, Head.none(), facts.subList(0, 2));
        });

        assertThat(resident.position()).isEqualTo(3);
        assertThat(resident.memory().heuristics().size()).isEqualTo(3);
    }

    @Test
    void a_memory_that_is_taken_back_to_an_older_view_is_not_of_the_version_that_it_was_found_at() {
        MemoryStore older = new MemoryStore();
        older.write(Set.of("a"), transaction -> appended(transaction, 1));
        store.write(Set.of("a"), transaction -> appended(transaction, 2));
        store.read(this::broughtUpTo);
        resident.readAt(store.version());
        assertThat(resident.isUpTo(store.version())).isTrue();

        resident.suspect(); // a write failed whose facts it had learned
        older.read(this::broughtUpTo);

        assertThat(resident.position()).isEqualTo(1);
        assertThat(resident.isUpTo(store.version())).isFalse();
    }

    private void write(java.util.function.Consumer<Transaction> work) {
        store.write(Set.of("a"), transaction -> {
            resident.bringUpTo(transaction, true);
            work.accept(transaction);
            return transaction;
        });
    }

    private Resident broughtUpTo(Snapshot view) {
        resident.bringUpTo(view, false);
        return resident;
    }

    private static List<Resident.Written> appended(Transaction transaction, int count) {
        List<Resident.Written> written = new ArrayList<>();
        Head head = transaction.head("a");
        for (int i = 0; i < count; i++) {
            HeuristicSet fact = new HeuristicSet("s" + i, "key" + i, "about ".repeat(i) + "word" + i, Source.LOCAL);
            Draft draft = Draft.of("a", fact);
            Entry entry = Entry.next(head, draft.encoded(), false, NOON, new byte[0]);
            transaction.append("a", entry);
            written.add(new Resident.Written(entry, draft.prepared()));
            head = entry.head();
        }
        return written;
    }
}
