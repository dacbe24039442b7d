package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.LessonKept;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Facts are found by their ids wherever these stand, before they settle and after. */
@Timeout(60)
class SettlingTest {
    private static final int MANY = SqliteTransaction.FRESH_IDS;

    @TempDir
    private Path folder;

    private Path file;
    private SqliteStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("memory.db");
        store = Facts.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void few_ids_stay_fresh() {
        append(0, MANY - 1);
        assertThat(count("fresh_ids")).isEqualTo(MANY - 1);
        assertThat(count("settled_ids")).isZero();
    }

    @Test
    void many_settle_with_a_checkpoint() {
        append(0, MANY);
        assertThat(count("fresh_ids")).isZero();
        assertThat(count("settled_ids")).isEqualTo(MANY);
        assertThat(store.damage()).isEmpty();
    }

    @Test
    void those_that_settled_and_those_that_did_not_are_found_together() {
        append(0, MANY);
        append(MANY, MANY + 10);
        Set<String> ids = Set.of("fact 0", "fact " + (MANY - 1), "fact " + (MANY + 9), "fact " + (MANY + 10));
        Set<String> found = store.read(snapshot ->
                snapshot.newest(Facts.AGENT, FactKind.HEURISTIC, ids).keySet());
        assertThat(found).containsExactlyInAnyOrder("fact 0", "fact " + (MANY - 1), "fact " + (MANY + 9));
        assertThat(ids).filteredOn(id -> Facts.has(store, id)).hasSize(3);
    }

    @Test
    void one_that_settled_is_not_recorded_again() {
        append(0, MANY);
        assertThatIllegalStateException()
                .isThrownBy(() -> Facts.append(store, "fact 7"))
                .withMessageContaining("already");
    }

    @Test
    void the_newest_revision_counts_when_the_one_before_has_settled() {
        revise(0);
        append(0, MANY);
        revise(1);
        Optional<Entry> found = store.read(snapshot -> snapshot.newest(Facts.AGENT, FactKind.LESSON, "lesson"));
        assertThat(found).map(Entry::revision).contains(1);
    }

    @Test
    void a_work_that_fails_leaves_them_where_they_were() {
        append(0, MANY - 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(Set.of(Facts.AGENT), transaction -> {
                    append(transaction, MANY - 1, MANY);
                    throw new IllegalStateException("changed its mind");
                }));
        assertThat(count("fresh_ids")).isEqualTo(MANY - 1);
        assertThat(count("settled_ids")).isZero();
        assertThat(store.damage()).isEmpty();
    }

    private void append(int from, int to) {
        store.write(Set.of(Facts.AGENT), transaction -> append(transaction, from, to));
    }

    private static Transaction append(Transaction transaction, int from, int to) {
        for (int i = from; i < to; i++) {
            Facts.append(transaction, "fact " + i);
        }
        transaction.checkpoint(Facts.AGENT, transaction.head(Facts.AGENT).position(), false, List.of());
        return transaction;
    }

    private void revise(int revision) {
        store.write(Set.of(Facts.AGENT), transaction -> {
            Head head = transaction.head(Facts.AGENT);
            LessonKept fact = new LessonKept(Evaluation.of(Facts.AGENT, "task")
                    .id("lesson")
                    .revision(revision)
                    .suggest("Advice " + revision)
                    .build());
            transaction.append(Facts.AGENT, Entry.next(head, fact, revision > 0, Facts.NOW, new byte[0]));
            return transaction;
        });
    }

    private int count(String table) {
        try (Handle handle = new Connections(file).reader()) {
            return handle.createQuery("SELECT count(*) FROM " + table)
                    .mapTo(Integer.class)
                    .one();
        }
    }
}
