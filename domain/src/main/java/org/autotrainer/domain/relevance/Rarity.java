package org.autotrainer.domain.relevance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many documents hold each term, by the hash codes of terms: for who has thousands of terms to weigh, and not the time to find
 * each by its text. Terms with one hash code count together, which is as rare as it is harmless; a tag among them makes tags of them.
 */
final class Rarity {
    private static final int TABLED = 1 << 14;
    private static final double[] LOGARITHMS = logarithms();
    /** So far a place is looked for: many terms can be made on purpose that would all have the same. */
    private static final int STEPS = 64;

    private int[] hashes = new int[64];
    /** How many documents: of tags below 0, and 0 where there is no term. */
    private int[] counts = new int[64];

    private int size;
    /** The counts of terms for which no place was found. */
    private Map<Integer, Integer> crowded = new HashMap<>();

    /** Takes in that one more document holds a term. */
    void add(String term) {
        int before = documents(term.hashCode());
        int more = Math.abs(before) + 1;
        put(term.hashCode(), before < 0 || term.startsWith("#") ? -more : more);
        if (2 * size > hashes.length) {
            grow();
        }
    }

    /** How many documents hold the term of a hash code; of a tag, as a number below 0. */
    int documents(int hash) {
        int place = place(hash);
        return place < 0 ? crowded.getOrDefault(hash, 0) : counts[place];
    }

    private void put(int hash, int count) {
        int place = place(hash);
        if (place < 0) {
            crowded.put(hash, count);
        } else {
            size += counts[place] == 0 ? 1 : 0;
            hashes[place] = hash;
            counts[place] = count;
        }
    }

    /** The natural logarithm of so many documents and a half. */
    static double logarithm(int documents) {
        return documents < TABLED ? LOGARITHMS[documents] : StrictMath.log(documents + 0.5);
    }

    private void grow() {
        int[] before = hashes;
        int[] countsBefore = counts;
        Map<Integer, Integer> crowdedBefore = crowded;
        hashes = new int[2 * before.length];
        counts = new int[hashes.length];
        crowded = new HashMap<>();
        size = 0;
        for (int i = 0; i < before.length; i++) {
            if (countsBefore[i] != 0) {
                put(before[i], countsBefore[i]);
            }
        }
        crowdedBefore.forEach(this::put);
    }

    /** Where a hash code is, or would be; below 0 where there is no place for it. */
    private int place(int hash) {
        int mask = hashes.length - 1;
        int place = (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
        for (int i = 0; i < STEPS; i++) {
            if (counts[place] == 0 || hashes[place] == hash) {
                return place;
            }
            place = (place + 1) & mask;
        }
        return -1;
    }

    private static double[] logarithms() {
        double[] logarithms = new double[TABLED];
        Arrays.setAll(logarithms, documents -> StrictMath.log(documents + 0.5));
        return logarithms;
    }
}
