package org.autotrainer.adapters.persistence;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * Does the work of all callers on one thread, over one connection, in as few commits as it can.
 *
 * <p>While one transaction is made durable, the next works queue up and then share one commit. Each stands under a
 * savepoint: one that throws is undone alone. Thread-safe.
 */
final class Writer implements AutoCloseable {
    /** How many works wait at most; one more is told that the store is busy. */
    static final int QUEUE = 1_024;

    private static final long IDLE_MILLIS = 1_000;

    private final Connections connections;
    private final Schema schema;
    private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Work<Boolean> end = new Work<>(Set.of(), transaction -> true);
    private final Thread thread = new Thread(this::run, "autotrainer-writer");
    private boolean started;
    private boolean closed;

    Writer(Connections connections, Schema schema) {
        this.connections = connections;
        this.schema = schema;
        thread.setDaemon(true);
    }

    <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> function) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a transaction cannot begin another");
        }
        Work<T> work = new Work<>(agents, function);
        enqueue(work);
        return work.await();
    }

    private synchronized void enqueue(Work<?> work) {
        if (closed) {
            throw new IllegalStateException("the store " + connections.file() + " is closed");
        }
        if (!queue.offer(work)) {
            throw new AutoTrainerException(
                    Problem.BUSY,
                    "the store " + connections.file() + " is busy: " + QUEUE + " writers wait already; try again");
        }
        if (!started) {
            started = true;
            thread.start();
        }
    }

    /** Finishes what was begun, and ends the thread. */
    @Override
    public void close() {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a store cannot be closed by work that it runs");
        }
        synchronized (this) {
            closed = true;
            if (!started) {
                return;
            }
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                queue.offer(end, IDLE_MILLIS, TimeUnit.MILLISECONDS);
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<WriterSession> session = Optional.empty();
        try {
            while (!end.isTold()) {
                Work<?> work = next(session);
                if (session.isEmpty()) {
                    session = open(work);
                }
                session.ifPresent(opened -> opened.commit(work, queue));
            }
        } finally {
            session.ifPresent(WriterSession::close);
        }
    }

    private Optional<WriterSession> open(Work<?> work) {
        try {
            if (work == end) {
                work.tell();
                return Optional.empty();
            }
            return Optional.of(new WriterSession(connections, schema));
        } catch (AutoTrainerException failed) {
            work.undone(failed);
            work.tell();
            return Optional.empty();
        }
    }

    /** The next work; while there is none, the log is tidied up. */
    private Work<?> next(Optional<WriterSession> session) {
        while (true) {
            try {
                Work<?> waiting = queue.poll();
                if (waiting != null) {
                    session.ifPresent(WriterSession::giveWay);
                    return waiting;
                }
                Work<?> late = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (late == null) {
                    session.ifPresent(WriterSession::tidy);
                    late = queue.take();
                }
                session.ifPresent(WriterSession::rested);
                return late;
            } catch (InterruptedException leftByWork) {
                // Left behind by a work. This thread serves others too: only the end of the store ends it.
            }
        }
    }
}
