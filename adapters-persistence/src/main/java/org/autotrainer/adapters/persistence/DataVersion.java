package org.autotrainer.adapters.persistence;

import java.util.Optional;
import java.util.OptionalLong;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.jdbi.v3.core.Handle;

/**
 * Tells by a number whether anything was committed to a database since, over any connection of any process. It asks over one
 * of its own, since SQLite tells each connection of the commits of others alone. Thread-safe.
 */
final class DataVersion implements AutoCloseable {
    private static final String SQL = "PRAGMA data_version";

    private final Connections connections;
    private Optional<Asking> asking = Optional.empty();
    private boolean closed;

    private record Asking(Handle handle, Statements statements) {}

    DataVersion(Connections connections) {
        this.connections = connections;
    }

    /** The number; nothing once this is closed, or while another process keeps everybody from reading. */
    synchronized OptionalLong current() {
        if (closed) {
            return OptionalLong.empty();
        }
        try {
            if (asking.isEmpty()) {
                Handle handle = connections.watcher();
                asking = Optional.of(new Asking(handle, new Statements(connections.file(), handle)));
            }
            return OptionalLong.of(asking.get().statements.query(SQL, statement -> {}, row -> row.getLong(1)));
        } catch (AutoTrainerException failed) {
            if (failed.problem() != Problem.BUSY) {
                throw failed;
            }
            return OptionalLong.empty(); // all ask one after the other, so nobody waits here
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        asking.ifPresent(opened -> opened.handle.close());
        asking = Optional.empty();
    }
}
