package org.autotrainer.domain.relevance;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The documents with the highest values of all that were offered: a heap with the lowest of them on top, so that most are
 * turned away at a glance. Of two with the same value, the one with the smaller id is better.
 */
final class Best {
    private final IntBinaryOperator byId;
    private final double[] values;
    private final int[] documents;
    private int size;

    /** The best so many; two documents are compared by their ids. */
    Best(int limit, IntBinaryOperator byId) {
        this.byId = byId;
        values = new double[limit];
        documents = new int[limit];
    }

    /** A value that has to be passed to get in. */
    double least() {
        return size < documents.length ? Double.NEGATIVE_INFINITY : values[0];
    }

    void offer(int document, double value) {
        if (size < documents.length) {
            rise(size++, document, value);
        } else if (isWorse(0, document, value)) {
            sink(document, value);
        }
    }

    /** All that were kept, the best first; the heap is used up. */
    int[] ranked() {
        int[] ranked = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            ranked[i] = documents[0];
            size = i;
            sink(documents[i], values[i]);
        }
        return ranked;
    }

    private boolean isWorse(int place, int document, double value) {
        return values[place] < value || (values[place] == value && byId.applyAsInt(documents[place], document) > 0);
    }

    private void rise(int from, int document, double value) {
        int place = from;
        while (place > 0 && !isWorse((place - 1) / 2, document, value)) {
            int parent = (place - 1) / 2;
            documents[place] = documents[parent];
            values[place] = values[parent];
            place = parent;
        }
        documents[place] = document;
        values[place] = value;
    }

    private void sink(int document, double value) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isWorse(child + 1, documents[child], values[child])) {
                child++;
            }
            if (!isWorse(child, document, value)) {
                break;
            }
            documents[place] = documents[child];
            values[place] = values[child];
            place = child;
        }
        documents[place] = document;
        values[place] = value;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(documents, size));
    }
}
