package org.autotrainer.domain.recall;

import java.util.Arrays;

/** The documents that hold a term, by ascending number, with how often their text and their contexts hold it. */
final class Postings {
    private int size;
    private int[] documents = new int[4];
    private int[] inText = new int[4];
    private int[] inContexts = new int[4];

    int size() {
        return size;
    }

    int document(int index) {
        return documents[index];
    }

    int inText(int index) {
        return inText[index];
    }

    int inContexts(int index) {
        return inContexts[index];
    }

    boolean holds(int document) {
        return Arrays.binarySearch(documents, 0, size, document) >= 0;
    }

    void put(int document, int textCount, int contextCount) {
        int index = Arrays.binarySearch(documents, 0, size, document);
        if (index < 0) {
            index = -index - 1;
            makeRoom(index);
            documents[index] = document;
        }
        inText[index] = textCount;
        inContexts[index] = contextCount;
    }

    private void makeRoom(int index) {
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, 2 * size);
            inText = Arrays.copyOf(inText, 2 * size);
            inContexts = Arrays.copyOf(inContexts, 2 * size);
        }
        System.arraycopy(documents, index, documents, index + 1, size - index);
        System.arraycopy(inText, index, inText, index + 1, size - index);
        System.arraycopy(inContexts, index, inContexts, index + 1, size - index);
        size++;
    }
}
