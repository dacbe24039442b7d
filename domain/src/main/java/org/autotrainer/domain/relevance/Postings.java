package org.autotrainer.domain.relevance;

import java.util.Arrays;

/**
 * The documents that hold a term, by ascending number, with how often their text and their contexts hold it.
 */
final class Postings {
    private static final int TEXT_BITS = 8;
    private static final int MOST_IN_TEXT = (1 << TEXT_BITS) - 1;
    private static final int[] NONE = {};

    private final String term;
    private int size;
    private int[] documents = NONE;
    private int[] counts = NONE;
    private int texts;
    private int[] inTexts = NONE;

    Postings(String term) {
        this.term = term;
    }

    /** The term, in the copy that all share. */
    String term() {
        return term;
    }

    int size() {
        return size;
    }

    int document(int index) {
        return documents[index];
    }

    int inText(int index) {
        return counts[index] & MOST_IN_TEXT;
    }

    int inContexts(int index) {
        return counts[index] >>> TEXT_BITS;
    }

    /** How many texts hold the term. */
    int texts() {
        return texts;
    }

    /** A document whose text holds the term, by ascending number. */
    int text(int index) {
        return inTexts[index];
    }

    /** Where a document stands; below 0 when it does not hold the term. */
    int find(int document) {
        return size > 0 && document > documents[size - 1]
                ? -size - 1
                : Arrays.binarySearch(documents, 0, size, document);
    }

    void putInText(int document, int count) {
        int index = place(document);
        counts[index] = (counts[index] & ~MOST_IN_TEXT) | Math.min(MOST_IN_TEXT, count);
        if (texts == inTexts.length) {
            inTexts = Arrays.copyOf(inTexts, grown(texts));
        }
        int at = -Arrays.binarySearch(inTexts, 0, texts, document) - 1;
        System.arraycopy(inTexts, at, inTexts, at + 1, texts - at);
        inTexts[at] = document;
        texts++;
    }

    void putInContexts(int document, int count) {
        int index = place(document);
        counts[index] = (counts[index] & MOST_IN_TEXT) | count << TEXT_BITS;
    }

    /** The index of a document, for which room is made if it is new. */
    private int place(int document) {
        int index = find(document);
        if (index < 0) {
            index = -index - 1;
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, grown(size));
                counts = Arrays.copyOf(counts, documents.length);
            }
            System.arraycopy(documents, index, documents, index + 1, size - index);
            System.arraycopy(counts, index, counts, index + 1, size - index);
            documents[index] = document;
            counts[index] = 0;
            size++;
        }
        return index;
    }

    private static int grown(int size) {
        return size + Math.max(2, size / 2);
    }
}
