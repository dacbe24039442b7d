package org.autotrainer.adapters.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory the bodies of all requests together may take, from their first byte until they are answered. Thread-safe. */
final class Space {
    private final long all;
    private final AtomicLong taken = new AtomicLong();

    Space(long all) {
        this.all = all;
    }

    /** The part of one request, of nothing at first. */
    Share share() {
        return new Share();
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }

    /** How many bytes more can be taken. */
    long left() {
        return Math.max(0, all - taken.get());
    }

    /** What one request takes. Thread-safe. */
    final class Share {
        private long mine;
        private boolean given;

        /** Takes some more; nothing and {@code false} if there is not so much left, or if all was given back. */
        synchronized boolean take(long bytes) {
            if (given || taken.addAndGet(bytes) > all) {
                taken.addAndGet(given ? 0 : -bytes);
                return false;
            }
            mine += bytes;
            return true;
        }

        /** Gives back all, for good. */
        synchronized void free() {
            taken.addAndGet(-mine);
            mine = 0;
            given = true;
        }
    }
}
