package org.autotrainer.domain.relevance;

import java.util.Arrays;

/** How much of a question's weight each document covers, summed up term by term. Used again for the next question. */
final class Scores {
    private static final ThreadLocal<Scores> MINE = ThreadLocal.withInitial(Scores::new);

    private double[] scores = new double[64];
    private int[] scored = new int[64];
    private int size;

    private Scores() {}

    /** Those of this thread, empty: several may ask one index at once. */
    static Scores mine(int documents) {
        Scores mine = MINE.get();
        if (mine.scores.length < documents) {
            mine.scores = new double[Math.max(documents, 2 * mine.scores.length)];
        }
        return mine;
    }

    /** Adds to the score of a document; more than 0. */
    void add(int document, double score) {
        double before = scores[document];
        if (before == 0) {
            if (size == scored.length) {
                scored = Arrays.copyOf(scored, 2 * size);
            }
            scored[size++] = document;
        }
        scores[document] = before + score;
    }

    /** Whether a document has a score. */
    boolean has(int document) {
        return scores[document] > 0;
    }

    /** How many documents have a score. */
    int size() {
        return size;
    }

    int document(int index) {
        return scored[index];
    }

    double score(int document) {
        return scores[document];
    }

    /** Forgets the question; costs as much as it had answers. */
    void clear() {
        for (int i = 0; i < size; i++) {
            scores[scored[i]] = 0;
        }
        size = 0;
    }
}
