package org.autotrainer.application.memory;

import java.util.concurrent.TimeUnit;
import org.autotrainer.application.problem.AutoTrainerException;

/** Writes receipts that wait into the journal within 50 ms, where no other write takes them along. Thread-safe. */
final class Postman implements AutoCloseable {
    private static final long REST_MILLIS = 40;
    private static final long PATIENCE_MILLIS = 500;

    private final Outbox outbox;
    private final Runnable deliver;
    private final Thread thread = new Thread(this::run, "autotrainer-receipts");
    private boolean started;
    private volatile boolean closed;

    /** A postman who empties an outbox by the given work. */
    Postman(Outbox outbox, Runnable deliver) {
        this.outbox = outbox;
        this.deliver = deliver;
        thread.setDaemon(true);
    }

    /** Begins to work; twice does nothing. */
    synchronized void start() {
        if (!started && !closed) {
            started = true;
            thread.start();
        }
    }

    private void run() {
        long rest = REST_MILLIS;
        while (!closed) {
            try {
                outbox.await();
                TimeUnit.MILLISECONDS.sleep(rest);
                deliver.run();
                rest = REST_MILLIS;
            } catch (AutoTrainerException failed) {
                // They stay in the outbox: the store may take them later, and whoever asks for more is told.
                rest = PATIENCE_MILLIS;
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Ends the work; what waits is left to the caller. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (!started) {
                return;
            }
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
