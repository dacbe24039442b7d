package org.autotrainer.adapters.persistence;

import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs transactions as SQL, with auto-commit left on.
 *
 * <p>With auto-commit off the driver begins the next transaction inside {@code commit()}: it keeps the lock, and when the
 * lock is taken it reports a commit as failed that took place.
 */
final class SqlTransactions implements TransactionHandler {
    private final String begin;
    private boolean active;

    /** Transactions that begin with the given statement. */
    SqlTransactions(String begin) {
        this.begin = begin;
    }

    @Override
    public TransactionHandler specialize(Handle handle) {
        return new SqlTransactions(begin);
    }

    @Override
    public void begin(Handle handle) {
        execute(handle, begin);
        active = true;
    }

    @Override
    public void commit(Handle handle) {
        execute(handle, "COMMIT");
        active = false;
    }

    @Override
    public void rollback(Handle handle) {
        active = false;
        execute(handle, "ROLLBACK");
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        return active;
    }

    @Override
    public void savepoint(Handle handle, String name) {
        execute(handle, "SAVEPOINT " + name);
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        execute(handle, "ROLLBACK TO " + name);
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        execute(handle, "RELEASE " + name);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        begin(handle);
        R result;
        try {
            result = callback.withHandle(handle);
        } catch (Throwable failed) {
            undo(handle, failed);
            throw failed;
        }
        try {
            commit(handle);
        } catch (TransactionException failed) {
            undo(handle, failed);
            throw failed;
        }
        return result;
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        throw new UnsupportedOperationException("SQLite has one isolation level, not " + level);
    }

    /** Rolls back after a failure; SQLite may have done so by itself already. */
    private void undo(Handle handle, Throwable failed) {
        try {
            rollback(handle);
        } catch (TransactionException alreadyDone) {
            failed.addSuppressed(alreadyDone);
        }
    }

    private static void execute(Handle handle, String sql) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new TransactionException(failed);
        }
    }
}
