package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are found by a hash of their key: each key has one, whatever others share its hash. */
@Timeout(60)
class HashedKeysTest {
    @TempDir
    private Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = Facts.open(folder.resolve("memory.db"));
        Facts.append(store, "fact");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void two_keys_of_one_hash_are_kept_apart_when_they_are_put_together() {
        List<String> twins = twins();
        put(row(twins.get(0), "one"), row(twins.get(1), "other"));
        assertThat(rows()).containsExactlyInAnyOrder(row(twins.get(0), "one"), row(twins.get(1), "other"));
    }

    @Test
    void two_keys_of_one_hash_are_kept_apart_when_one_is_put_again() {
        List<String> twins = twins();
        put(row(twins.get(0), "one"), row(twins.get(1), "other"));
        put(row(twins.get(1), "newer"));
        assertThat(rows()).containsExactlyInAnyOrder(row(twins.get(0), "one"), row(twins.get(1), "newer"));
    }

    @Test
    void of_more_rows_than_are_put_at_once_the_last_of_a_key_stays() {
        put(IntStream.range(0, 2_500)
                .mapToObj(i -> row("key " + i % 1_100, "text " + i))
                .toArray(Row[]::new));
        assertThat(rows())
                .containsExactlyInAnyOrder(IntStream.range(1_400, 2_500)
                        .mapToObj(i -> row("key " + i % 1_100, "text " + i))
                        .toArray(Row[]::new));
    }

    private void put(Row... rows) {
        store.write(Set.of(Facts.AGENT), transaction -> {
            transaction.checkpoint(Facts.AGENT, 1, false, List.of(rows));
            return rows;
        });
    }

    private List<Row> rows() {
        return store.read(snapshot -> snapshot.rows(Facts.AGENT, Table.KEYS, "", 5_000));
    }

    private static Row row(String key, String text) {
        return Row.of(Table.KEYS, key, "place of " + key, text, "heuristic", "task", "reason");
    }

    /** Two keys of the test's agent that have the same hash. */
    private static List<String> twins() {
        Map<Integer, String> byHash = new HashMap<>();
        for (int i = 0; ; i++) {
            String key = "key " + i;
            String twin = byHash.put(TableSql.hash(Facts.AGENT, key), key);
            if (twin != null) {
                return List.of(twin, key);
            }
        }
    }
}
