package org.autotrainer.adapters.http;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Lets so many work at once, each on the thread that brought the work; more work waits without a thread, up to a number.
 * Thread-safe.
 */
final class Turns {
    private final Executor threads;
    private final Semaphore free;
    private final Queue<Runnable> waiting;

    /** Turns for so many at once; those that waited are done on the given threads. */
    Turns(Executor threads, int atOnce, int waiting) {
        this.threads = threads;
        this.free = new Semaphore(atOnce);
        this.waiting = new ArrayBlockingQueue<>(waiting);
    }

    /** Does the work now, or later; says no when too much waits already. */
    boolean take(Runnable work) {
        if (free.tryAcquire()) {
            run(work);
            return true;
        }
        if (!waiting.offer(work)) {
            return false;
        }
        handOn(); // whoever was the last to work may have looked for more before it was there
        return true;
    }

    /** How much work waits. */
    int waiting() {
        return waiting.size();
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            free.release();
            handOn();
        }
    }

    /** Has the next that waits done, if there is a turn for it. */
    private void handOn() {
        while (!waiting.isEmpty() && free.tryAcquire()) {
            Runnable next = waiting.poll();
            if (next == null) {
                free.release();
            } else {
                threads.execute(() -> run(next));
                return;
            }
        }
    }
}
