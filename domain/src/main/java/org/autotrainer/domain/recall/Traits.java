package org.autotrainer.domain.recall;

import java.util.Arrays;
import org.autotrainer.domain.memory.Heuristic;

/** What ranking asks of each document, by its number, side by side in memory. */
final class Traits {
    private int[] tasks = new int[16];
    private boolean[] fitsAny = new boolean[16];

    void put(int document, Heuristic heuristic) {
        if (document >= tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * document);
            fitsAny = Arrays.copyOf(fitsAny, 2 * document);
        }
        tasks[document] = heuristic.support().tasks();
        fitsAny[document] = heuristic.contexts().isEmpty();
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
