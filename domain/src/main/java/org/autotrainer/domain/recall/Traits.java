package org.autotrainer.domain.recall;

import java.util.Arrays;
import org.autotrainer.domain.memory.Heuristic;

/** What ranking asks of each document, by its number, side by side in memory. */
final class Traits {
    private int[] tasks = new int[16];
    private boolean[] fitsAny = new boolean[16];
    private long[] idHeads = new long[16];

    void put(int document, Heuristic heuristic) {
        if (document >= tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * document);
            fitsAny = Arrays.copyOf(fitsAny, 2 * document);
            idHeads = Arrays.copyOf(idHeads, 2 * document);
        }
        tasks[document] = heuristic.support().tasks();
        fitsAny[document] = heuristic.contexts().isEmpty();
        idHeads[document] = head(heuristic.id());
    }

    /** The beginning of an id, which is made of digits and small letters, as a number in the same order. */
    private static long head(String id) {
        long head = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            head = head << 8 | (i < id.length() ? id.charAt(i) & 0xff : 0);
        }
        return head;
    }

    /** Compares two documents by the beginnings of their ids; 0 when these are the same. */
    int compareIdHeads(int document, int other) {
        return Long.compareUnsigned(idHeads[document], idHeads[other]);
    }

    /** How many tasks suggested it. */
    int support(int document) {
        return tasks[document];
    }

    /** Whether no context of it is known. */
    boolean fitsAny(int document) {
        return fitsAny[document];
    }
}
