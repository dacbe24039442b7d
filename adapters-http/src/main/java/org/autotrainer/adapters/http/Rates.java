package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link Rate} for each caller. Thread-safe. */
final class Rates {
    /** So many callers have their rates remembered; beyond it all begin anew. */
    static final int REMEMBERED = 4_096;

    private final int perSecond;
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();

    /** Rates of so many requests a second; 0 lets everything through. */
    Rates(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Whether one more request of a caller is let in now. */
    boolean admit(String caller, long nanoTime) {
        if (perSecond == 0) {
            return true;
        }
        if (rates.size() > REMEMBERED) {
            rates.clear();
        }
        return rates.computeIfAbsent(caller, any -> new Rate(perSecond)).admits(nanoTime);
    }
}
