package org.autotrainer.domain.relevance;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The weights of some terms by their hash codes, in an open hash table; a term that is not there weighs 0. Used again for the next
 * question, as {@link Scores} are.
 */
final class TermWeights {
    private static final Deque<TermWeights> FREE = new ArrayDeque<>();

    private int[] hashes = new int[64];
    private double[] weights = new double[64];
    private int[] taken = new int[32];
    private int size;

    private TermWeights() {}

    /** Empty ones with room for so many terms, that nobody else uses until they are let go of. */
    static TermWeights take(int terms) {
        TermWeights weights;
        synchronized (FREE) {
            weights = FREE.isEmpty() ? new TermWeights() : FREE.pop();
        }
        if (weights.taken.length < terms) {
            weights.taken = new int[2 * Integer.highestOneBit(terms)];
            weights.hashes = new int[2 * weights.taken.length];
            weights.weights = new double[weights.hashes.length];
        }
        return weights;
    }

    /** Adds a share of each weight of a vector; there must be room for its terms. */
    void add(TermVector vector, double share) {
        for (int i = 0; i < vector.size(); i++) {
            if (vector.weight(i) > 0) {
                int place = place(vector.hash(i));
                if (weights[place] == 0) {
                    hashes[place] = vector.hash(i);
                    taken[size++] = place;
                }
                weights[place] += share * vector.weight(i);
            }
        }
    }

    /** The sum of the products of these weights and those of a vector. */
    double times(TermVector vector) {
        double sum = 0;
        for (int i = 0; i < vector.size(); i++) {
            sum += weights[place(vector.hash(i))] * vector.weight(i);
        }
        return sum;
    }

    /** Forgets the question, which costs as much as it had terms, and leaves the room to the next. */
    void letGo() {
        for (int i = 0; i < size; i++) {
            weights[taken[i]] = 0;
        }
        size = 0;
        synchronized (FREE) {
            FREE.push(this);
        }
    }

    /** Where a hash code is, or would be. */
    private int place(int hash) {
        int mask = hashes.length - 1;
        int place = (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
        while (weights[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
