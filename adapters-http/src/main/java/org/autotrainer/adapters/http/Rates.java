package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link Rate} for each caller. Thread-safe. */
final class Rates {
    /** So many callers have their rates remembered; beyond it all begin anew. */
    static final int REMEMBERED = 4_096;

    private final int perSecond;
    private final int atOnce;
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();

    /** Rates of so many requests a second, with so many at once; 0 a second lets everything through. */
    Rates(int perSecond, int atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    /** Whether one more request of a caller is let in now. */
    boolean admit(String caller, long nanoTime) {
        if (perSecond == 0) {
            return true;
        }
        if (rates.size() > REMEMBERED) {
            rates.clear();
        }
        return rates.computeIfAbsent(caller, any -> new Rate(perSecond, atOnce)).admits(nanoTime);
    }
}
