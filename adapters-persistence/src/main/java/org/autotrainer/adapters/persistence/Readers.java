package org.autotrainer.adapters.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;

/** A few connections for reading, opened when they are needed and kept. Thread-safe. */
final class Readers implements AutoCloseable {
    private static final int MOST = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final long PATIENCE_SECONDS = 5;

    private final Connections connections;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    /** A connection; the numbers of agents that it has seen committed never change. */
    private record Reader(Handle handle, Statements statements, Map<String, Long> numbers) {}

    /** A pool that has one connection already. */
    Readers(Connections connections, Handle first) {
        this.connections = connections;
        idle.push(reader(first));
    }

    <T> T read(Function<? super Snapshot, ? extends T> work) {
        if (!awaitFree()) {
            throw new AutoTrainerException(
                    Problem.BUSY,
                    "the store " + connections.file() + " is busy: " + MOST
                            + " readers are at work already; try again");
        }
        try {
            Reader reader = idle().orElseGet(() -> reader(connections.reader()));
            try {
                return read(reader, work);
            } finally {
                giveBack(reader);
            }
        } finally {
            free.release();
        }
    }

    /** Closes the connections; those in use are closed when their work is done. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(reader -> reader.handle().close());
            idle.clear();
        }
    }

    private <T> T read(Reader reader, Function<? super Snapshot, ? extends T> work) {
        try {
            return reader.handle().inTransaction(transaction -> {
                SqliteSnapshot snapshot = new SqliteSnapshot(reader.statements(), reader.numbers());
                try {
                    return work.apply(snapshot);
                } finally {
                    snapshot.end();
                }
            });
        } catch (TransactionException failed) {
            throw Trouble.of(connections.file(), failed);
        }
    }

    private boolean awaitFree() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return free.tryAcquire();
        }
    }

    private Optional<Reader> idle() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("the store " + connections.file() + " is closed");
            }
            return Optional.ofNullable(idle.poll());
        }
    }

    private void giveBack(Reader reader) {
        synchronized (idle) {
            if (closed || reader.handle().isInTransaction()) {
                reader.handle().close();
            } else {
                idle.push(reader);
            }
        }
    }

    private Reader reader(Handle handle) {
        return new Reader(handle, new Statements(connections.file(), handle), new HashMap<>());
    }
}
