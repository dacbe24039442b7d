package org.autotrainer.domain.relevance;

import java.util.Arrays;

/** What ranking asks of each document, by its number, side by side in memory. */
final class Traits {
    private int[] tasks = new int[16];
    private int[] times = new int[16];
    private long[] heads = new long[16];
    private double[] selfSums = new double[16];
    private float[] selfCounts = new float[16];
    private boolean[] contexts = new boolean[16];

    void add(int document, String id) {
        if (document >= tasks.length) {
            int length = 2 * document;
            tasks = Arrays.copyOf(tasks, length);
            times = Arrays.copyOf(times, length);
            heads = Arrays.copyOf(heads, length);
            selfSums = Arrays.copyOf(selfSums, length);
            selfCounts = Arrays.copyOf(selfCounts, length);
            contexts = Arrays.copyOf(contexts, length);
        }
        heads[document] = head(id);
    }

    void support(int document, int count) {
        tasks[document] = count;
    }

    void suggested(int document, int count) {
        times[document] = count;
    }

    void self(int document, double sum, double count) {
        selfSums[document] = sum;
        selfCounts[document] = (float) count;
    }

    /** The beginning of an id, which is made of digits and small letters, as a number in the same order. */
    private static long head(String id) {
        long head = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            head = head << 8 | (i < id.length() ? id.charAt(i) & 0xff : 0);
        }
        return head;
    }

    /** The beginning of its id as an unsigned number: in the order of the ids. */
    long head(int document) {
        return heads[document];
    }

    /** Compares two documents by the beginnings of their ids; 0 when these are the same. */
    int compareHeads(int document, int other) {
        return Long.compareUnsigned(heads[document], heads[other]);
    }

    void hasContext(int document, boolean has) {
        contexts[document] = has;
    }

    /** Whether it was suggested for a task of which something is known. */
    boolean hasContext(int document) {
        return contexts[document];
    }

    /** How many tasks suggested it. */
    int support(int document) {
        return tasks[document];
    }

    /** How often it was suggested: so many contexts it was given the terms of. */
    int suggested(int document) {
        return times[document];
    }

    /** Whether it was suggested for a task again. */
    boolean hasSelf(int document) {
        return selfCounts[document] > 0;
    }

    /** What a document is taken to cover that was suggested once. */
    static double unknown(double typical) {
        return 3 * typical / 3;
    }

    /** How much of the tasks that it was suggested for again its terms covered, drawn towards what is typical. */
    double self(int document, double typical) {
        return (selfSums[document] + 3 * typical) / (selfCounts[document] + 3);
    }
}
