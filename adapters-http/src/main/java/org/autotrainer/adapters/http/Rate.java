package org.autotrainer.adapters.http;

import java.util.concurrent.TimeUnit;

/** Lets so many through in a second, and twice as many at once after a rest. Thread-safe. */
final class Rate {
    private final double perNano;
    private final double most;
    private double left;
    private long last;
    private boolean begun;

    /** A rate of so many a second; 0 lets everything through. */
    Rate(int perSecond) {
        perNano = perSecond / (double) TimeUnit.SECONDS.toNanos(1);
        most = 2.0 * perSecond;
        left = most;
    }

    synchronized boolean admits(long now) {
        if (most == 0) {
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
