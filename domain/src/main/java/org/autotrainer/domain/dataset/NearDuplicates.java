package org.autotrainer.domain.dataset;

import java.util.Arrays;

/**
 * Finds out whether a text like this one was seen before, by {@linkplain Fingerprint fingerprints} that differ in at
 * most five bits.
 *
 * <p>Eight bytes a text while they come in, six times as many when it is asked: of six blocks of a fingerprint one is the
 * same whenever five bits differ, so it looks only among those with an equal block.
 */
final class NearDuplicates {
    /** Fingerprints with at most so many different bits are those of near-duplicates. */
    static final int MOST_BITS = 5;

    private static final int BLOCKS = MOST_BITS + 1;
    private static final int BLOCK_BITS = 10;

    private long[] seen = new long[64];
    private int count;
    /** The fingerprints by each block, which is turned to the front; empty until somebody asks. */
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
        for (int block = 0; block < BLOCKS; block++) {
            if (hasNear(turned[block], turn(fingerprint, block))) {
                return true;
            }
        }
        return false;
    }

    private void sort() {
        if (turned.length == 0) {
            turned = new long[BLOCKS][];
            for (int block = 0; block < BLOCKS; block++) {
                long[] sorted = new long[count];
                for (int i = 0; i < count; i++) {
                    sorted[i] = turn(seen[i], block);
                }
                Arrays.sort(sorted);
                turned[block] = sorted;
            }
        }
    }

    private static long turn(long fingerprint, int block) {
        return Long.rotateLeft(fingerprint, block * BLOCK_BITS);
    }

    private static boolean hasNear(long[] sorted, long turned) {
        int shift = Long.SIZE - BLOCK_BITS;
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
