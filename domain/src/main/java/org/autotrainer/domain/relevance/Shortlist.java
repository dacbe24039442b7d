package org.autotrainer.domain.relevance;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Documents with values, of which the highest are told in order: most are turned away by counting how many there are of about each
 * value, and only the rest is sorted. Of two with the same value, the one with the smaller id is first. Used again for the next
 * question.
 */
final class Shortlist {
    private static final int STEPS = 1 << 10;

    private final int limit;
    private final int[] counts = new int[STEPS];
    private int[] documents = new int[64];
    private double[] values = new double[64];
    private long[] keys = new long[64];
    private int size;
    private double most;
    /** With so many, those that cannot be among the highest are turned away before more are taken in. */
    private int crowd;

    private double least;

    /** An empty list of so many documents at most. */
    Shortlist(int limit) {
        this.limit = limit;
        clear();
    }

    private void clear() {
        size = 0;
        most = 0;
        least = 0;
        crowd = 3 * limit;
    }

    /** Makes room for so many documents. */
    void expect(int all) {
        if (documents.length < all) {
            documents = new int[Math.max(all, 2 * documents.length)];
            values = new double[documents.length];
        }
    }

    /** Takes in a document that was expected, with a value of more than 0. */
    void add(int document, double value) {
        documents[size] = document;
        values[size++] = value;
        if (value > most) {
            most = value;
        }
        if (size == crowd) {
            turnAway();
            crowd = Math.max(crowd, 2 * size);
        }
    }

    /** What has a lower value is not among the highest of those that were taken in. */
    double least() {
        return least;
    }

    /**
     * The documents with the highest values, the highest first; the list is empty then.
     *
     * @param traits of the documents
     * @param byId compares two documents by their ids
     */
    int[] ranked(Traits traits, IntBinaryOperator byId) {
        if (size > limit) {
            turnAway();
        }
        int[] places = sorted(traits);
        mend(places, byId);
        int[] ranked = new int[Math.min(limit, size)];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = documents[places[i]];
        }
        clear();
        return ranked;
    }

    /** Leaves at least as many of the highest as are told: a lower step is never of a higher value. */
    private void turnAway() {
        double scale = (STEPS - 1) / most;
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            counts[step(values[i], scale)]++;
        }
        int lowest = STEPS - 1;
        for (int above = counts[lowest]; above < limit; above += counts[lowest]) {
            lowest--;
        }
        int left = 0;
        least = most;
        for (int i = 0; i < size; i++) {
            if (step(values[i], scale) >= lowest) {
                least = Math.min(least, values[i]);
                documents[left] = documents[i];
                values[left++] = values[i];
            }
        }
        size = left;
    }

    private static int step(double value, double scale) {
        return Math.min(STEPS - 1, (int) (value * scale));
    }

    /**
     * The places in about the right order: as numbers, with the place in the lowest bits. That leaves a few bits less to tell
     * values apart by, and beginnings of ids.
     */
    private int[] sorted(Traits traits) {
        if (keys.length < size) {
            keys = new long[documents.length];
        }
        long place = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(size))) - 1;
        for (int i = 0; i < size; i++) {
            keys[i] = ((Long.MAX_VALUE - Double.doubleToRawLongBits(values[i])) & ~place) | i;
        }
        Arrays.sort(keys, 0, size);
        tellApart(place);
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = (int) (keys[i] & place);
        }
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && values[places[to]] == values[places[from]]) {
                to++;
            }
            if (to - from > 1) {
                for (int i = from; i < to; i++) {
                    keys[i] = ((traits.head(documents[places[i]]) ^ Long.MIN_VALUE) & ~place) | places[i];
                }
                Arrays.sort(keys, from, to);
                for (int i = from; i < to; i++) {
                    places[i] = (int) (keys[i] & place);
                }
            }
        }
        return places;
    }

    /** Sorts those by the lowest bits of their values that differ in no others: there may be many of them. */
    private void tellApart(long place) {
        for (int from = 0, to; from < size; from = to) {
            double first = values[(int) (keys[from] & place)];
            boolean differ = false;
            to = from + 1;
            while (to < size && (keys[to] & ~place) == (keys[from] & ~place)) {
                differ |= values[(int) (keys[to] & place)] != first;
                to++;
            }
            if (differ) {
                for (int i = from; i < to; i++) {
                    int at = (int) (keys[i] & place);
                    keys[i] = (~Double.doubleToRawLongBits(values[at]) & place) << Long.bitCount(place) | at;
                }
                Arrays.sort(keys, from, to);
            }
        }
    }

    /** Puts the few that are not in their place there. */
    private void mend(int[] places, IntBinaryOperator byId) {
        for (int i = 1; i < places.length; i++) {
            int place = places[i];
            int to = i;
            while (to > 0 && isBefore(place, places[to - 1], byId)) {
                places[to] = places[to - 1];
                to--;
            }
            places[to] = place;
        }
    }

    private boolean isBefore(int place, int other, IntBinaryOperator byId) {
        return values[place] > values[other]
                || (values[place] == values[other] && byId.applyAsInt(documents[place], documents[other]) < 0);
    }
}
