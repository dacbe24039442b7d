package org.autotrainer.adapters.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads on, for a short while, what a client still sends after it was answered, and drops it.
 *
 * <p>A connection that is closed while bytes come in is reset, and with it goes the answer that the client has not read yet:
 * whoever sends too much shall learn that from the answer, not from a broken pipe. No thread waits meanwhile.
 */
final class Lingering implements Callback {
    /** For how long. */
    static final long MILLIS = 2_000;

    private static final int MOST_READS = 16;

    private final Request request;
    private final Callback callback;
    private Scheduler.Task deadline = () -> false;
    private long began;
    private boolean over;

    private Lingering(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /** Drops what has come in so far, or some of it: whether that was all, so that another request can follow. */
    static boolean drops(Request request) {
        for (int reads = 0; reads < MOST_READS; reads++) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return false;
            }
            chunk.release();
            if (chunk.isLast()) {
                return !Content.Chunk.isFailure(chunk);
            }
        }
        return false;
    }

    /** To be called when the answer is out: the given one is called when the client has stopped, or the while is over. */
    static Callback before(Request request, Callback callback) {
        return new Lingering(request, callback);
    }

    @Override
    public void succeeded() {
        synchronized (this) {
            Scheduler scheduler = request.getComponents().getScheduler();
            began = System.nanoTime();
            deadline = scheduler.schedule(this::end, MILLIS, TimeUnit.MILLISECONDS);
        }
        drop();
    }

    @Override
    public void failed(Throwable failure) {
        callback.failed(failure);
    }

    private void drop() {
        boolean ended = false;
        synchronized (this) {
            while (!over && !ended) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this::drop);
                    return;
                }
                ended = chunk.isLast() || Content.Chunk.isFailure(chunk) || isLate();
                chunk.release();
            }
        }
        if (ended) {
            end();
        }
    }

    /** Whoever sends faster than is read never lets go of the lock, which the deadline needs. */
    private boolean isLate() {
        return System.nanoTime() - began >= TimeUnit.MILLISECONDS.toNanos(MILLIS);
    }

    private void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            deadline.cancel();
        }
        callback.succeeded();
    }
}
