package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The writer's connection, and the way in which works become a transaction. Not thread-safe.
 */
final class WriterSession implements AutoCloseable {
    /** How many works share a commit at most. */
    static final int BATCH = 256;

    private static final String ONE_WORK = "one_work";
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long RETRY_NANOS = 500_000;
    private static final long TURN_NANOS = 100_000_000;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Path file;
    private final Schema schema;
    private final Handle handle;
    private final Statements statements;
    private Optional<AutoTrainerException> broken = Optional.empty();
    private long turnBegan = System.nanoTime();
    private boolean untidy;

    WriterSession(Connections connections, Schema schema) {
        this.file = connections.file();
        this.schema = schema;
        handle = connections.writer();
        statements = new Statements(file, handle);
    }

    /** Commits a work, together with those that wait when its turn has come, and tells all callers. */
    void commit(Work<?> first, Queue<Work<?>> waiting) {
        List<Work<?>> batch = new ArrayList<>();
        batch.add(first);
        try {
            begin();
            for (Work<?> next = waiting.poll(); next != null; next = batch.size() < BATCH ? waiting.poll() : null) {
                batch.add(next);
            }
            run(batch);
            handle.commit();
            untidy = true;
        } catch (RuntimeException | Error failed) {
            Throwable reason = undo(failed);
            batch.forEach(work -> work.undone(reason));
        }
        batch.forEach(Work::tell);
    }

    /**
     * Does all works at once. Hardly ever one fails; then all are undone and done again, each under a savepoint, so that
     * it fails alone.
     */
    private void run(List<Work<?>> batch) {
        Map<String, SqliteTransaction.Journal> journals = new HashMap<>();
        if (batch.size() == 1) {
            batch.get(0).run(statements, journals);
            return;
        }
        try {
            batch.forEach(work -> work.run(statements, journals));
        } catch (RuntimeException | Error oneFailed) {
            statements.clear();
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            begin();
            batch.forEach(this::runUnderSavepoint);
        }
    }

    /** Pauses now and then, so that other processes get the lock in spite of a queue that is never empty. */
    void giveWay() {
        if (System.nanoTime() - turnBegan > TURN_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
            rested();
        }
    }

    /** Says that nothing was to be done for a while. */
    void rested() {
        turnBegan = System.nanoTime();
    }

    /** Moves what was committed from the log into the database, as far as readers allow. */
    void tidy() {
        if (untidy && broken.isEmpty()) {
            untidy = false;
            checkpoint("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    @Override
    public void close() {
        if (broken.isEmpty()) {
            checkpoint("PRAGMA busy_timeout = 100; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        handle.close();
    }

    /** Takes the lock, in turns with other processes; small steps, so that a short pause of theirs is enough. */
    private void begin() {
        if (broken.isPresent()) {
            throw broken.get();
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean begun = false;
        while (!begun) {
            try {
                handle.begin();
                begun = true;
            } catch (JdbiException failed) {
                if (!Trouble.isBusy(failed) || System.nanoTime() - end > 0) {
                    throw failed;
                }
                LockSupport.parkNanos(RETRY_NANOS + ThreadLocalRandom.current().nextLong(RETRY_NANOS));
            }
        }
        requireKnownSchema();
    }

    /** A newer program may have changed the schema since the store was opened. */
    private void requireKnownSchema() {
        int version = statements.query("PRAGMA user_version", statement -> {}, row -> row.getInt(1));
        if (version != schema.version()) {
            throw Trouble.unusable(
                    file, "was changed to schema " + version + " by a newer version of the program; restart this one");
        }
    }

    private void runUnderSavepoint(Work<?> work) {
        handle.savepoint(ONE_WORK);
        try {
            work.run(statements, new HashMap<>());
        } catch (RuntimeException | Error failed) {
            work.undone(failed);
            statements.clear();
            undoAlone(failed);
        }
        handle.releaseSavepoint(ONE_WORK);
    }

    /** Rolls one work back; when the disk is full, SQLite has ended the transaction of all by itself. */
    private void undoAlone(Throwable failed) {
        try {
            handle.rollbackToSavepoint(ONE_WORK);
        } catch (JdbiException ended) {
            throw failed instanceof AutoTrainerException reason ? reason : ended;
        }
    }

    /** Rolls everything back; what the caller should be told. */
    private Throwable undo(Throwable failed) {
        Throwable reason = failed instanceof JdbiException sql ? Trouble.of(file, sql) : failed;
        if (Trouble.isFatal(failed)) {
            broken = Optional.of(new AutoTrainerException(
                    Problem.STORAGE_FULL,
                    "the store " + file + " takes no more writes: the disk could not make the last ones durable;"
                            + " nothing acknowledged was lost, check the disk and restart",
                    failed));
        }
        try {
            statements.clear();
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException | AutoTrainerException alreadyDone) {
            // SQLite has rolled back by itself, as it does when the disk is full.
            if (reason != alreadyDone) {
                reason.addSuppressed(alreadyDone);
            }
        }
        return reason;
    }

    private void checkpoint(String sql) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            // Nothing is lost: the log keeps what was committed, and the next checkpoint moves it.
            if (Trouble.isFatal(failed)) {
                broken = Optional.of(Trouble.of(file, failed));
            }
        }
    }
}
