package org.autotrainer.domain.relevance;

import java.util.Arrays;

/**
 * How many documents hold each term, by the hash codes of terms: for who has thousands of terms to weigh, and not the time to find
 * each by its text. Terms with one hash code count together, which is as rare as it is harmless.
 */
final class Rarity {
    private static final int TABLED = 1 << 14;
    private static final double[] LOGARITHMS = logarithms();
    private int[] hashes = new int[64];
    /** How many documents: of tags below 0, and 0 where there is no term. */
    private int[] counts = new int[64];

    private int size;

    /** Takes in that one more document holds a term. */
    void add(String term) {
        int place = place(term.hashCode(), hashes, counts);
        if (counts[place] == 0) {
            hashes[place] = term.hashCode();
            size++;
        }
        boolean isTag = counts[place] < 0 || (counts[place] == 0 && term.startsWith("#"));
        counts[place] += isTag ? -1 : 1;
        if (2 * size > hashes.length) {
            grow();
        }
    }

    /** How many documents hold the term of a hash code; of a tag, as a number below 0. */
    int documents(int hash) {
        return counts[place(hash, hashes, counts)];
    }

    /** The natural logarithm of so many documents and a half. */
    static double logarithm(int documents) {
        return documents < TABLED ? LOGARITHMS[documents] : StrictMath.log(documents + 0.5);
    }

    private void grow() {
        int[] more = new int[2 * hashes.length];
        int[] moreCounts = new int[more.length];
        for (int i = 0; i < hashes.length; i++) {
            if (counts[i] != 0) {
                int place = place(hashes[i], more, moreCounts);
                more[place] = hashes[i];
                moreCounts[place] = counts[i];
            }
        }
        hashes = more;
        counts = moreCounts;
    }

    /** Where a hash code is, or would be. */
    private static int place(int hash, int[] hashes, int[] counts) {
        int mask = hashes.length - 1;
        int place = (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
        while (counts[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static double[] logarithms() {
        double[] logarithms = new double[TABLED];
        Arrays.setAll(logarithms, documents -> StrictMath.log(documents + 0.5));
        return logarithms;
    }
}
