package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.domain.evaluation.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** What is not a sound store of ours is refused in one sentence, and not a byte of it changes. */
class RefusalTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("memory.db");
    }

    @ParameterizedTest(name = "case {index}")
    @ValueSource(
            strings = {
                "",
                " ",
                ":memory:",
                ":resource:memory.db",
                "file:memory.db",
                "FILE:memory.db",
                "memory.db?mode=memory",
                "a\0b",
                " memory.db",
                "memory.db ",
                ":MEMORY:"
            })
    void a_location_that_is_not_a_plain_path(String location) {
        assertThat(refusal(location, Missing.CREATE).problem()).isEqualTo(Problem.STORE_UNUSABLE);
        assertThat(refusal(location, Missing.REFUSE).getMessage()).startsWith("the store location \"");
    }

    @Test
    void a_missing_file_unless_it_may_be_made() throws IOException {
        Path below = folder.resolve("not/there/memory.db");
        assertThat(refused(below)).contains("does not exist").contains("autotrainer store init");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder() throws IOException {
        Files.createDirectory(file);
        assertThat(refused(file)).contains("is a folder");
    }

    @Test
    void a_symbolic_link_even_to_a_store() throws IOException {
        Facts.open(folder.resolve("real.db")).close();
        Files.createSymbolicLink(file, folder.resolve("real.db"));
        assertThat(refused(file)).contains("symbolic link");
    }

    @Test
    void a_symbolic_link_to_nowhere() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("elsewhere.db"));
        assertThat(refused(file)).contains("symbolic link");
    }

    @Test
    void a_file_with_a_second_name() throws IOException {
        assumeThat(FreshFile.POSIX).isTrue();
        Facts.open(file).close();
        Files.createLink(folder.resolve("second.db"), file);
        assertThat(refused(file)).contains("several names");
    }

    @Test
    void an_empty_file() throws IOException {
        Files.createFile(file);
        assertThat(refused(file)).contains("empty file");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 512, 4096, 10_000})
    void a_file_of_something_else(int size) throws IOException {
        Files.write(
                file,
                "nothing but text, line by line\n"
                        .repeat(400)
                        .substring(0, size)
                        .getBytes(UTF_8));
        assertThat(refused(file)).containsPattern("not a database|another application");
    }

    @Test
    void a_database_of_another_application() throws Exception {
        sql(file, "CREATE TABLE facts (place INTEGER PRIMARY KEY)");
        assertThat(refused(file)).contains("another application");
    }

    @Test
    void a_database_that_says_whose_it_is() throws Exception {
        sql(file, "PRAGMA application_id = 252006673; PRAGMA user_version = 1; CREATE TABLE t (a)");
        assertThat(refused(file)).contains("another application");
    }

    @Test
    void a_database_of_another_application_whose_last_changes_are_in_its_log() throws Exception {
        Path live = folder.resolve("live.db");
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)");
            Files.copy(live, file);
            Files.copy(folder.resolve("live.db-wal"), folder.resolve("memory.db-wal"));
        }
        assertThat(folder.resolve("memory.db-wal")).isNotEmptyFile();
        assertThat(refused(file)).contains("another application");
    }

    @Test
    void a_store_of_a_newer_version() throws Exception {
        Facts.open(file).close();
        sql(file, "PRAGMA user_version = 99");
        assertThat(refused(file))
                .contains("newer version")
                .contains("schema 99")
                .contains("upgrade");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_store_with_a_version_that_never_was(int version) throws Exception {
        Facts.open(file).close();
        sql(file, "PRAGMA user_version = " + version);
        assertThat(refused(file)).contains("is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON keys BEGIN DELETE FROM facts; END",
                "CREATE VIEW v AS SELECT * FROM keys",
                "CREATE TABLE another (a)",
                "CREATE INDEX i ON keys (text)"
            })
    void a_store_with_something_in_it_that_is_not_ours(String statement) throws Exception {
        Facts.open(file).close();
        sql(file, statement);
        assertThat(refused(file)).contains("which is not ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP INDEX suggestions_by_hash",
                "DROP TRIGGER facts_are_found_by_id",
                "DROP TABLE lessons",
                "ALTER TABLE keys ADD COLUMN more TEXT",
                "DROP VIEW journal; CREATE VIEW journal AS SELECT 1"
            })
    void a_store_in_which_something_is_missing_or_changed(String statement) throws Exception {
        Facts.open(file).close();
        sql(file, statement);
        assertThat(refused(file)).contains("missing or changed");
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 4096, 20_000})
    void a_store_that_was_cut_short(long size) throws IOException {
        try (SqliteStore store = Facts.open(file)) {
            store.write(Set.of(Facts.AGENT), transaction -> {
                for (int i = 0; i < 500; i++) {
                    Facts.append(transaction, "fact " + i);
                }
                return transaction;
            });
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
        assertThat(refused(file)).contains("damaged");
    }

    @Test
    void a_store_with_a_page_of_rubbish() throws IOException {
        Facts.open(file).close();
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(2 * 4096);
            open.write("rubbish ".repeat(512).getBytes(UTF_8));
        }
        assertThat(refused(file)).contains("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-journal"})
    void the_remains_of_a_store_whose_database_is_missing(String suffix) throws IOException {
        Files.writeString(folder.resolve("memory.db" + suffix), "the newest facts may be in here");
        assertThat(refused(file)).contains("is missing, but its " + suffix);
    }

    /** What the person is told; nothing in the folder has changed, whichever way it was tried. */
    private String refused(Path location) throws IOException {
        Map<String, String> before = contents();
        AutoTrainerException refusal = refusal(location.toString(), Missing.REFUSE);
        if (Files.exists(location, LinkOption.NOFOLLOW_LINKS) || !contents().isEmpty()) {
            assertThat(refusal(location.toString(), Missing.CREATE).getMessage())
                    .isEqualTo(refusal.getMessage());
        }
        assertThat(contents()).isEqualTo(before);
        assertThat(refusal.problem()).isEqualTo(Problem.STORE_UNUSABLE);
        return String.valueOf(refusal.getMessage());
    }

    private static AutoTrainerException refusal(String location, Missing missing) {
        AutoTrainerException refusal = catchThrowableOfType(
                AutoTrainerException.class, () -> new SqliteStoreProvider().open(location, missing));
        assertThat(refusal).as("opening %s", location).isNotNull();
        assertThat(refusal.getMessage())
                .hasLineCount(1)
                .contains(location.replace('\0', ' '))
                .doesNotContain("SQL error")
                .doesNotContain("Exception");
        return refusal;
    }

    /** Names and hashes of all files in the folder. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                contents.put(
                        path.getFileName().toString(),
                        Files.isRegularFile(path)
                                ? Identity.of("file")
                                        .bytes(Files.readAllBytes(path))
                                        .id()
                                : "");
            }
        }
        return contents;
    }

    private static void sql(Path file, String sql) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
