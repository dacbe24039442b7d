package org.autotrainer.adapters.http;

import java.util.concurrent.TimeUnit;

/** Lets so many through in a second in the long run, and more at once after a rest. Thread-safe. */
final class Rate {
    private final double perNano;
    private final double most;
    private final boolean limited;
    private double left;
    private long last;
    private boolean begun;

    /** A rate of so many a second, with so many at once; 0 a second lets everything through. */
    Rate(int perSecond, int atOnce) {
        perNano = perSecond / (double) TimeUnit.SECONDS.toNanos(1);
        limited = perSecond > 0;
        most = atOnce;
        left = most;
    }

    synchronized boolean admits(long now) {
        if (!limited) {
            return true;
        }
        if (begun) {
            left = Math.min(most, left + Math.max(0, now - last) * perNano);
        }
        begun = true;
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
