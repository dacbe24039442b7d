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

    void putInText(int document, int count) {
        int index = place(document);
        inText[index] = count;
    }

    void putInContexts(int document, int count) {
        int index = place(document);
        inContexts[index] = count;
    }

    /** The index of a document, for which room is made if it is new. */
    private int place(int document) {
        int index = Arrays.binarySearch(documents, 0, size, document);
        if (index < 0) {
            index = -index - 1;
            makeRoom(index);
            documents[index] = document;
            inText[index] = 0;
            inContexts[index] = 0;
        }
        return index;
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
