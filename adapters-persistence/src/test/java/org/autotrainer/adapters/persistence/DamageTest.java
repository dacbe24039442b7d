package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.problem.AutoTrainerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Damage is found and said in sentences. */
@Timeout(60)
class DamageTest {
    private static final int FACTS = 200;
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write_a_store() {
        file = folder.resolve("memory.db");
        write(file, FACTS);
    }

    private static void write(Path path, int facts) {
        try (Store store = Facts.open(path)) {
            store.write(Set.of(Facts.AGENT), transaction -> {
                for (int i = 0; i < facts; i++) {
                    Facts.append(transaction, "fact " + i);
                }
                List<Row> rows = List.of(Row.of(Table.DECISIONS, "s", "applied"));
                transaction.checkpoint(Facts.AGENT, facts, false, rows);
                return transaction;
            });
        }
    }

    @Test
    void a_file_that_was_torn_while_its_log_was_moved_into_it_opens_with_all_facts()
            throws IOException, InterruptedException {
        Path torn = Files.createDirectory(folder.resolve("torn")).resolve("memory.db");
        Path original = folder.resolve("original.db");
        try (Store store = Facts.open(original)) {
            store.write(Set.of(Facts.AGENT), transaction -> {
                for (int i = 0; i < FACTS; i++) {
                    Facts.append(transaction, "fact " + i);
                }
                return transaction;
            });
            copy(original, torn);
            copy(folder.resolve("original.db-wal"), folder.resolve("torn/memory.db-wal"));
        }
        moveFirstPage(folder.resolve("torn/memory.db-wal"), torn);

        try (Store store = Facts.open(torn)) {
            assertThat(store.<Long>read(snapshot -> snapshot.head(Facts.AGENT).position()))
                    .isEqualTo(FACTS);
        }
    }

    /** Copies in another process: this one has the file open. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** What a disk that was full after the first page leaves: the newest first page of the log in an old file. */
    private static void moveFirstPage(Path log, Path database) throws IOException {
        byte[] frames = Files.readAllBytes(log);
        int newest = -1;
        for (int frame = 32; frame + 24 + PAGE <= frames.length; frame += 24 + PAGE) {
            if (frames[frame] == 0 && frames[frame + 1] == 0 && frames[frame + 2] == 0 && frames[frame + 3] == 1) {
                newest = frame;
            }
        }
        assertThat(newest).as("a frame of the first page").isPositive();
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.write(frames, newest + 24, PAGE);
        }
    }

    @Test
    void a_row_of_nobody_is_found() throws SQLException {
        sql("UPDATE decisions SET agent = 'nobody'");
        assertThat(damage()).containsExactly("a row of decisions belongs to no agent");
    }

    @Test
    void a_gap_is_found() throws SQLException {
        sql("DELETE FROM facts WHERE id = 'fact 100'");
        assertThat(damage()).containsExactly("the journal of agent support-bot has gaps");
    }

    @Test
    void a_fact_that_stands_there_twice_is_found() throws SQLException {
        sql("INSERT INTO facts SELECT place + 199, id_hash, kind, id, revision, rewrites, recorded_at, payload_hash,"
                + " chain, answer, payload FROM facts WHERE id = 'fact 1'");
        assertThat(damage()).containsExactly("the fact fact 1 stands in a journal twice");
    }

    @Test
    void a_fact_that_is_not_found_by_its_id_is_found() throws SQLException {
        sql("DELETE FROM fresh_ids WHERE place = (SELECT place FROM facts WHERE id = 'fact 100')");
        assertThat(damage()).containsExactly("the fact fact 100 is not found by its id");
    }

    @Test
    void a_finding_stays_on_one_line_whatever_the_damage_wrote_into_an_id() throws SQLException {
        sql("DELETE FROM fresh_ids WHERE place = (SELECT place FROM facts WHERE id = 'fact 100')");
        sql("UPDATE facts SET id = 'fact' || char(10, 27) || '100' WHERE id = 'fact 100'");
        assertThat(damage()).containsExactly("the fact fact??100 is not found by its id");
    }

    @Test
    void random_damage_never_ends_in_anything_but_a_sentence() throws IOException {
        Random random = new Random(5);
        fill();
        byte[] whole = Files.readAllBytes(file);
        int noticed = 0;
        int rounds = 60;
        for (int round = 0; round < rounds; round++) {
            Path damaged = folder.resolve("damaged" + round + ".db");
            Files.write(damaged, whole);
            try (RandomAccessFile open = new RandomAccessFile(damaged.toFile(), "rw")) {
                int length = 1 + random.nextInt(64);
                open.seek(random.nextInt(whole.length - length));
                byte[] rubbish = new byte[length];
                random.nextBytes(rubbish);
                open.write(rubbish);
            }
            noticed += isNoticed(damaged) ? 1 : 0;
            Files.delete(damaged);
        }
        assertThat(noticed).as("of %d", rounds).isGreaterThan(rounds / 10);
    }

    /** Writes so many facts that most of the file is journal, and not the first pages of empty tables. */
    private void fill() {
        try (Store store = Facts.open(file)) {
            store.write(Set.of(Facts.AGENT), transaction -> {
                for (int i = FACTS; i < 3 * FACTS; i++) {
                    Facts.append(transaction, "fact " + i);
                }
                return transaction;
            });
        }
    }

    private static boolean isNoticed(Path damaged) {
        try (Store store = Facts.openKnown(damaged)) {
            List<String> findings = store.damage();
            assertThat(findings).allSatisfy(finding -> assertThat(finding).hasLineCount(1));
            store.read(snapshot -> snapshot.entries(Facts.AGENT, 0, FACTS));
            Facts.append(store, "one more");
            return !findings.isEmpty();
        } catch (AutoTrainerException sentence) {
            assertThat(sentence.getMessage()).hasLineCount(1);
            return true;
        } catch (IllegalStateException inconsistent) {
            return true;
        }
    }

    private List<String> damage() {
        try (Store store = Facts.openKnown(file)) {
            return store.damage();
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
