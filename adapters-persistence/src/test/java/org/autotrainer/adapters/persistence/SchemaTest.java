package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema is what the port declares, and every released version of it opens. */
class SchemaTest {
    private static final String NEXT = "CREATE TABLE added (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("memory.db");
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void a_table_has_the_columns_that_the_port_declares(Table table) {
        String declared = Stream.concat(
                        Stream.of("agent TEXT"),
                        table.columns().stream()
                                .map(column -> column.name() + " "
                                        + switch (column.type()) {
                                            case TEXT -> "TEXT";
                                            case WHOLE -> "INTEGER";
                                            case REAL -> "REAL";
                                            case BYTES -> "BLOB";
                                        }))
                .collect(Collectors.joining(", "));
        String hash = table.order() == 0 ? "" : ", " + table.columns().get(0).name() + "_hash INTEGER";
        try (Store store = Facts.open(file);
                Handle handle = new Connections(file).reader()) {
            assertThat(store.damage()).isEmpty();
            List<String> found = handle.createQuery("SELECT name || ' ' || type FROM pragma_table_info(?) ORDER BY cid")
                    .bind(0, table.word())
                    .mapTo(String.class)
                    .list();
            assertThat(String.join(", ", found)).isEqualTo(declared + hash);
        }
    }

    @Test
    void the_settings_of_a_store_are_safe() {
        try (Store store = Facts.open(file);
                Handle writer = new Connections(file).writer();
                Handle reader = new Connections(file).reader()) {
            Facts.append(store, "a");
            for (Handle handle : List.of(writer, reader)) {
                assertThat(pragma(handle, "journal_mode")).isEqualTo("wal");
                assertThat(pragma(handle, "foreign_keys")).isEqualTo("1");
                assertThat(pragma(handle, "trusted_schema")).isEqualTo("0");
                assertThat(pragma(handle, "cell_size_check")).isEqualTo("1");
                assertThat(pragma(handle, "mmap_size")).isEqualTo("0");
                assertThat(pragma(handle, "temp_store")).isEqualTo("2");
                assertThat(pragma(handle, "application_id")).isEqualTo(Integer.toString(Schema.APPLICATION_ID));
                assertThatThrownBy(() -> handle.execute("ATTACH ? AS other", file.toString()))
                        .hasMessageContaining("too many attached databases");
                assertThatThrownBy(() -> handle.createQuery("SELECT length(zeroblob(?))")
                                .bind(0, Connections.LONGEST + 1)
                                .mapTo(Integer.class)
                                .one())
                        .hasMessageContaining("too big");
            }
            assertThat(pragma(writer, "synchronous")).isEqualTo("2");
            assertThat(pragma(writer, "secure_delete")).isEqualTo("2");
            assertThat(pragma(writer, "busy_timeout")).isEqualTo("0");
            assertThat(pragma(reader, "busy_timeout")).isEqualTo("5000");
            assertThatThrownBy(() -> reader.execute("DELETE FROM facts")).hasMessageContaining("readonly");
        }
    }

    @Test
    void the_journal_can_be_read_with_any_tool() {
        try (Store store = Facts.open(file);
                Handle handle = new Connections(file).reader()) {
            Facts.append(store, "a");
            Facts.append(store, "b");
            assertThat(handle.createQuery(
                                    "SELECT agent, position, kind, id, recorded_at FROM journal ORDER BY agent, position")
                            .mapToMap()
                            .list()
                            .get(1))
                    .containsEntry("agent", Facts.AGENT)
                    .containsEntry("position", 2)
                    .containsEntry("kind", "heuristic")
                    .containsEntry("id", "b")
                    .containsEntry("recorded_at", "2026-03-01T12:00:00.000Z");
        }
    }

    @ParameterizedTest
    @MethodSource("lookUps")
    void a_look_up_goes_through_its_index(String sql, String index) throws SQLException {
        Facts.open(file).close();
        List<String> plan = new ArrayList<>();
        try (Handle handle = new Connections(file).reader();
                Statement statement = handle.getConnection().createStatement();
                ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (steps.next()) {
                plan.add(steps.getString("detail"));
            }
        }
        assertThat(plan)
                .anySatisfy(step -> assertThat(step).contains(index))
                .allSatisfy(step -> assertThat(step.replace("SCAN wanted", "")).doesNotStartWith("SCAN"));
    }

    static Stream<Arguments> lookUps() {
        Stream<Arguments> journal = Stream.of(
                Arguments.of(JournalSql.AGENT, "(name=?)"),
                Arguments.of(JournalSql.AGENTS, "(name>?)"),
                Arguments.of(JournalSql.HEAD, "PRIMARY KEY"),
                Arguments.of(
                        JournalSql.NEWEST, "SEARCH fresh_ids USING PRIMARY KEY (id_hash=? AND place>? AND place<?)"),
                Arguments.of(
                        JournalSql.NEWEST, "SEARCH settled_ids USING PRIMARY KEY (id_hash=? AND place>? AND place<?)"),
                Arguments.of(JournalSql.NEWEST_OF_MANY, "SEARCH fresh_ids USING PRIMARY KEY (id_hash=? AND place>?"),
                Arguments.of(JournalSql.NEWEST_OF_MANY, "SEARCH settled_ids USING PRIMARY KEY (id_hash=? AND place>?"),
                Arguments.of(JournalSql.ENTRIES, "PRIMARY KEY"),
                Arguments.of(JournalSql.REWRITES, "facts_that_rewrite"));
        return Stream.concat(journal, Stream.of(Table.values()).flatMap(table -> {
            boolean byKey = table.order() == 0;
            String key = table.columns().get(0).name();
            TableSql sql = TableSql.of(table);
            return Stream.of(
                    Arguments.of(sql.row(), byKey ? "(agent=? AND " + key + "=?)" : "_by_hash"),
                    Arguments.of(sql.rows(), byKey ? "(agent=? AND " + key + ">?)" : "_by_place"),
                    Arguments.of(sql.clear(), "(agent=?)"));
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void a_store_of_every_released_schema_opens(int version) throws IOException {
        try (InputStream fixture = SchemaTest.class.getResourceAsStream("fixture-00" + version + ".db")) {
            assertThat(fixture).isNotNull();
            Files.copy(fixture, file);
        }
        try (Store store = Facts.openKnown(file)) {
            assertThat(store.damage()).isEmpty();
            Facts.assertChain(store);
            assertThat(Facts.count(store)).isEqualTo(Fixture.FACTS);
            store.read(snapshot -> {
                assertThat(snapshot.chanceKey()).hasSize(32);
                assertThat(snapshot.agents("", 10)).containsExactly(Facts.AGENT, Fixture.OTHER);
                assertThat(snapshot.rewrites(Fixture.OTHER)).hasSize(1);
                assertThat(snapshot.checkpoint(Facts.AGENT)).isEqualTo(Fixture.FACTS);
                for (Table table : Table.values()) {
                    assertThat(snapshot.rows(Facts.AGENT, table, "", 10)).isEqualTo(Fixture.rows(table));
                }
                return snapshot;
            });
            Facts.append(store, "later");
        }
    }

    @Test
    void an_older_store_is_brought_up_to_date() {
        try (Store store = Facts.open(file)) {
            Facts.append(store, "a");
        }
        Schema newer = with(NEXT);
        try (SqliteStore store = SqliteStoreProvider.open(new StoreFile(file), Missing.REFUSE, newer);
                Handle handle = new Connections(file).reader()) {
            assertThat(Facts.has(store, "a")).isTrue();
            assertThat(pragma(handle, "user_version")).isEqualTo(Integer.toString(newer.version()));
            assertThat(handle.createQuery("SELECT count(*) FROM added")
                            .mapTo(Integer.class)
                            .one())
                    .isZero();
            Facts.append(store, "b");
        }
        assertThatThrownBy(() -> Facts.openKnown(file))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void a_migration_that_fails_leaves_the_version_before_it() {
        Facts.open(file).close();
        Schema broken = with(NEXT, "CREATE TABLE more (a); CREATE TABLE keys (a);");
        assertThatThrownBy(() -> SqliteStoreProvider.open(new StoreFile(file), Missing.REFUSE, broken))
                .isInstanceOf(AutoTrainerException.class);
        try (SqliteStore store = SqliteStoreProvider.open(new StoreFile(file), Missing.REFUSE, with(NEXT))) {
            assertThat(store.damage()).isEmpty();
        }
    }

    /** This release's schema and what may come after it. */
    private static Schema with(String... later) {
        List<String> scripts = new ArrayList<>(Schema.released());
        scripts.addAll(List.of(later));
        return new Schema(scripts);
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }
}
