package org.autotrainer.adapters.persistence;

/** The key of a fact: the number of its agent and its position, so that each journal lies together and in order. */
final class Place {
    /** The highest position, about 10^12. */
    static final long HIGHEST = (1L << 40) - 1;

    private Place() {}

    /** The place of a position in the journal of an agent; positions outside the range count as its ends. */
    static long of(long agent, long position) {
        return agent << 40 | Math.max(0, Math.min(position, HIGHEST));
    }

    static long position(long place) {
        return place & HIGHEST;
    }
}
