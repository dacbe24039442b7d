package org.autotrainer.domain.relevance;

import java.util.Arrays;

/** The terms of one document with their weights, each by its hash code. Used again for the next document. */
final class TermVector {
    private int[] hashes = new int[128];
    private double[] weights = new double[128];
    private int size;
    private double squares;

    void clear() {
        size = 0;
        squares = 0;
    }

    void add(int hash, double weight) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        hashes[size] = hash;
        weights[size++] = weight;
        squares += weight * weight;
    }

    int size() {
        return size;
    }

    int hash(int index) {
        return hashes[index];
    }

    double weight(int index) {
        return weights[index];
    }

    /** Its Euclidean length, a little more than 0 when it is empty. */
    double length() {
        return StrictMath.sqrt(squares + 1e-18);
    }
}
