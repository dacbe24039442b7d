package org.autotrainer.domain.relevance;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How much of a question's weight each document covers, summed up term by term. Used again for the next question.
 *
 * <p>As many as are asked at once are kept, and the one that was used last is taken first: many threads in turns share few.
 */
final class Scores {
    private static final Deque<Scores> FREE = new ArrayDeque<>();

    private double[] scores = new double[64];
    private int[] scored = new int[64];
    private final Shortlist shortlist = new Shortlist(TermIndex.POOL);
    private int size;

    private Scores() {}

    /** Empty ones that nobody else uses until they are let go of. */
    static Scores take(int documents) {
        Scores taken;
        synchronized (FREE) {
            taken = FREE.isEmpty() ? new Scores() : FREE.pop();
        }
        if (taken.scores.length < documents) {
            taken.scores = new double[Math.max(documents, 2 * taken.scores.length)];
        }
        return taken;
    }

    /** Makes room for so many documents more to be scored. */
    void expect(int more) {
        if (size + more > scored.length) {
            scored = Arrays.copyOf(scored, Math.max(size + more, 2 * size));
        }
    }

    /** Adds to the score of a document that was expected; more than 0. It is small, since it is called for each posting. */
    void add(int document, double score) {
        double before = scores[document];
        if (before == 0) {
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

    /** An empty list to rank those documents with that have a score. */
    Shortlist shortlist() {
        shortlist.expect(size);
        return shortlist;
    }

    /** Forgets the question, which costs as much as it had answers, and leaves them to the next. */
    void letGo() {
        for (int i = 0; i < size; i++) {
            scores[scored[i]] = 0;
        }
        size = 0;
        synchronized (FREE) {
            FREE.push(this);
        }
    }
}
