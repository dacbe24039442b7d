package org.autotrainer.domain.recall;

import java.util.function.IntBinaryOperator;

/**
 * The documents that cover most of a question, of all that cover some of it: a heap with the worst of them on top, so that
 * most are turned away at a glance. Of two that cover as much, the one with the smaller id is better.
 */
final class Best {
    private final IntBinaryOperator byId;
    private final double[] coverages;
    private final int[] documents;
    private int size;

    /** The best so many; two documents are compared by their ids. */
    Best(int limit, IntBinaryOperator byId) {
        this.byId = byId;
        coverages = new double[limit];
        documents = new int[limit];
    }

    void offer(int document, double coverage) {
        if (size < documents.length) {
            rise(size++, document, coverage);
        } else if (isWorse(0, document, coverage)) {
            sink(document, coverage);
        }
    }

    /** Shows all that were kept, in no order. */
    void forEach(Scores.Action action) {
        for (int i = 0; i < size; i++) {
            action.accept(documents[i], coverages[i]);
        }
    }

    private boolean isWorse(int place, int document, double coverage) {
        return coverages[place] < coverage
                || (coverages[place] == coverage && byId.applyAsInt(documents[place], document) > 0);
    }

    private void rise(int from, int document, double coverage) {
        int place = from;
        while (place > 0 && !isWorse((place - 1) / 2, document, coverage)) {
            int parent = (place - 1) / 2;
            documents[place] = documents[parent];
            coverages[place] = coverages[parent];
            place = parent;
        }
        documents[place] = document;
        coverages[place] = coverage;
    }

    private void sink(int document, double coverage) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isWorse(child + 1, documents[child], coverages[child])) {
                child++;
            }
            if (!isWorse(child, document, coverage)) {
                break;
            }
            documents[place] = documents[child];
            coverages[place] = coverages[child];
            place = child;
        }
        documents[place] = document;
        coverages[place] = coverage;
    }
}
