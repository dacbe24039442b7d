package org.autotrainer.domain.relevance;

import java.util.Arrays;

/**
 * The documents that hold a term, with how often their text and their contexts hold it.
 *
 * <p>They lie in two runs, each by ascending number: the settled ones, and behind them a short run of those that came since. So a
 * document that comes late moves few others. The runs are merged from time to time.
 */
final class Postings {
    private static final int TEXT_BITS = 8;
    private static final int MOST_IN_TEXT = (1 << TEXT_BITS) - 1;
    private static final int LEAST_RUN = 64;
    private static final int[] NONE = {};

    private final String term;
    /** Each with its document above its counts: contexts, and text in the lowest bits. */
    private long[] entries = {};

    private int settled;
    private int size;
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
        return (int) (entries[index] >>> Integer.SIZE);
    }

    int inText(int index) {
        return (int) entries[index] & MOST_IN_TEXT;
    }

    int inContexts(int index) {
        return (int) entries[index] >>> TEXT_BITS;
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
        int index = find(document, 0, settled);
        return index >= 0 || settled == size ? index : find(document, settled, size);
    }

    private int find(int document, int from, int to) {
        if (from == to || document > document(to - 1)) {
            return -to - 1;
        }
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (document(middle) < document) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return document(low) == document ? low : -low - 1;
    }

    void putInText(int document, int count) {
        int index = place(document);
        entries[index] = (entries[index] & ~MOST_IN_TEXT) | Math.min(MOST_IN_TEXT, count);
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
        entries[index] = (long) document << Integer.SIZE | (long) count << TEXT_BITS | inText(index);
    }

    /** The index of a document, for which room is made if it is new. */
    private int place(int document) {
        int index = find(document);
        if (index >= 0) {
            return index;
        }
        if (size - settled > LEAST_RUN + settled / LEAST_RUN) {
            settle();
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, grown(size));
        }
        int at = -find(document, settled, size) - 1;
        System.arraycopy(entries, at, entries, at + 1, size - at);
        entries[at] = (long) document << Integer.SIZE;
        size++;
        if (settled == size - 1 && (settled == 0 || document > document(settled - 1))) {
            settled++;
        }
        return at;
    }

    /** Merges both runs. */
    private void settle() {
        long[] late = Arrays.copyOfRange(entries, settled, size);
        int from = settled - 1;
        int to = size - 1;
        for (int i = late.length - 1; i >= 0; to--) {
            boolean isLate = from < 0 || entries[from] < late[i];
            entries[to] = isLate ? late[i--] : entries[from--];
        }
        settled = size;
    }

    private static int grown(int size) {
        return size + Math.max(2, size / 2);
    }
}
