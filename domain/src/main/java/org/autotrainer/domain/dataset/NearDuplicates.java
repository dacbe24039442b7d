package org.autotrainer.domain.dataset;

import java.util.Arrays;

/**
 * Finds out whether a text like this one was seen before, by {@linkplain Fingerprint fingerprints} that differ in at
 * most three bits.
 *
 * <p>Eight bytes a text while they come in, four times as many when it is asked: of four quarters of a fingerprint one
 * is the same whenever three bits differ, so it looks only among those with an equal quarter.
 */
final class NearDuplicates {
    /** Fingerprints with at most so many different bits are those of near-duplicates. */
    static final int MOST_BITS = 3;

    private static final int QUARTERS = 4;
    private static final int QUARTER_BITS = 16;

    private long[] seen = new long[64];
    private int count;
    /** The fingerprints by each quarter, which is turned to the front; empty until somebody asks. */
    private long[][] turned = new long[0][];

    void add(long fingerprint) {
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
        }
        seen[count++] = fingerprint;
        turned = new long[0][];
    }

    boolean hasNear(long fingerprint) {
        sort();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            if (hasNear(turned[quarter], turn(fingerprint, quarter))) {
                return true;
            }
        }
        return false;
    }

    private void sort() {
        if (turned.length == 0) {
            turned = new long[QUARTERS][];
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                long[] sorted = new long[count];
                for (int i = 0; i < count; i++) {
                    sorted[i] = turn(seen[i], quarter);
                }
                Arrays.sort(sorted);
                turned[quarter] = sorted;
            }
        }
    }

    private static long turn(long fingerprint, int quarter) {
        return Long.rotateLeft(fingerprint, quarter * QUARTER_BITS);
    }

    private static boolean hasNear(long[] sorted, long turned) {
        int shift = Long.SIZE - QUARTER_BITS;
        long first = turned >> shift << shift;
        int at = Arrays.binarySearch(sorted, first);
        int from = at < 0 ? -at - 1 : firstOf(sorted, at);
        for (int i = from; i < sorted.length && sorted[i] >> shift == turned >> shift; i++) {
            if (Long.bitCount(sorted[i] ^ turned) <= MOST_BITS) {
                return true;
            }
        }
        return false;
    }

    private static int firstOf(long[] sorted, int at) {
        int first = at;
        while (first > 0 && sorted[first - 1] == sorted[at]) {
            first--;
        }
        return first;
    }
}
