package org.autotrainer.domain.relevance;

/** The weights of some terms by their hash codes, in an open hash table; a term that is not there weighs 0. */
final class TermWeights {
    private final int[] hashes;
    private final double[] weights;

    /** Room for so many terms. */
    TermWeights(int terms) {
        hashes = new int[Integer.highestOneBit(terms + 1) * 4];
        weights = new double[hashes.length];
    }

    /** Adds a share of each weight of a vector. */
    void add(TermVector vector, double share) {
        for (int i = 0; i < vector.size(); i++) {
            if (vector.weight(i) > 0) {
                int place = place(vector.hash(i));
                hashes[place] = vector.hash(i);
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
