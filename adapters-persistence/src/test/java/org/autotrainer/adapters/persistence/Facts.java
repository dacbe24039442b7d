package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.HeuristicSet;

/** Facts for stores that are tested, all of one agent. */
final class Facts {
    static final String AGENT = "support-bot";

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Facts() {}

    static SqliteStore open(Path file) {
        return SqliteStoreProvider.open(new StoreFile(file), Missing.CREATE, Schema.current());
    }

    static SqliteStore openKnown(Path file) {
        return SqliteStoreProvider.open(new StoreFile(file), Missing.REFUSE, Schema.current());
    }

    static Entry append(Transaction transaction, String id) {
        return append(transaction, id, "Check the order status first.");
    }

    static Entry append(Transaction transaction, String id, String text) {
        HeuristicSet fact = new HeuristicSet(id, "key", text);
        Entry entry = Entry.next(transaction.head(AGENT), fact, false, NOW, new byte[] {1});
        transaction.append(AGENT, entry);
        return entry;
    }

    static Entry append(Store store, String id) {
        return store.write(Set.of(AGENT), transaction -> append(transaction, id));
    }

    static long count(Store store) {
        return store.<Long>read(snapshot -> snapshot.head(AGENT).position());
    }

    static boolean has(Store store, String id) {
        return store.<Boolean>read(
                snapshot -> snapshot.newest(AGENT, FactKind.HEURISTIC, id).isPresent());
    }

    /** Follows the chain from its start to the head. */
    static void assertChain(Store store) {
        store.read(Facts::chain);
    }

    private static Head chain(Snapshot snapshot) {
        Head head = Head.none();
        for (var page = snapshot.entries(AGENT, 0, 1_000);
                !page.isEmpty();
                page = snapshot.entries(AGENT, head.position(), 1_000)) {
            for (Entry entry : page) {
                assertThat(entry.follows(head)).as("%s follows", entry).isTrue();
                head = entry.head();
            }
        }
        assertThat(snapshot.head(AGENT)).isEqualTo(head);
        return head;
    }
}
