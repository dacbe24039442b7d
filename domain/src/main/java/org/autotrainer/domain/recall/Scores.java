package org.autotrainer.domain.recall;

import java.util.Arrays;

/** How much of a question's weight each document covers, summed up term by term. Used again for the next question. */
final class Scores {
    private double[] scores = new double[64];
    private int[] scored = new int[64];
    private int size;
    private double asked;

    /** Takes in a document that covers what one score says. */
    interface Action {
        void accept(int document, double coverage);
    }

    /** Begins with a question to so many documents. */
    void begin(int documents) {
        if (scores.length < documents) {
            scores = new double[Math.max(documents, 2 * scores.length)];
        }
        asked = 0;
    }

    /** Adds the weight of a term that is asked for. */
    void ask(double weight) {
        asked += weight;
    }

    /** Adds to the score of a document; more than 0. */
    void add(int document, double score) {
        if (scores[document] == 0) {
            if (size == scored.length) {
                scored = Arrays.copyOf(scored, 2 * size);
            }
            scored[size++] = document;
        }
        scores[document] += score;
    }

    /** Whether a document has a score. */
    boolean has(int document) {
        return scores[document] > 0;
    }

    /** Shows each document that has a score, with the share of the weight that it covers. */
    void forEach(Action action) {
        for (int i = 0; i < size; i++) {
            action.accept(scored[i], scores[scored[i]] / asked);
        }
    }

    /** Forgets the question; costs as much as it had answers. */
    void clear() {
        for (int i = 0; i < size; i++) {
            scores[scored[i]] = 0;
        }
        size = 0;
    }
}
