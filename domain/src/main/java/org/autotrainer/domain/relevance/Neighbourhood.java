package org.autotrainer.domain.relevance;

import java.util.List;

/**
 * What the documents nearest to a question are about, taken together: a document that says the same in other words is found
 * relevant by it, and one that only shares a word with the question is not.
 *
 * <p>Known as pseudo-relevance feedback (Rocchio, 1971), with the cosine of terms by BM25 weight. It belongs to the index that made it,
 * as that was then, and to one thread. To make it costs as much as the nearest documents have terms; to ask it, as much as the document
 * has.
 */
public final class Neighbourhood {
    private static final double UNLIKELY = -5.5;
    private static final double COVERED = 1.3;
    private static final double ALIKE = 4.5;
    private static final double SUGGESTED = 0.7;
    /** So many of the nearest are to cover the question as advice covers its own tasks, or all say little about it. */
    private static final int LEADERS = 3;

    private static final double LEADING = 0.7;

    private final TermIndex index;
    private final Documents documents;
    private final TermVector vector = new TermVector();
    private final TermWeights weights;
    private final double standard;

    Neighbourhood(TermIndex index, Documents documents, Query query, List<Found.Near> nearest, double typical) {
        this.index = index;
        this.documents = documents;
        int terms = 0;
        for (Found.Near near : nearest) {
            terms += documents.text(near.document()).length + documents.contexts(near.document()).length;
        }
        weights = TermWeights.take(terms);
        for (Found.Near near : nearest) {
            read(near.document());
            double closeness = near.closeness();
            weights.add(vector, closeness * closeness * closeness / vector.length());
        }
        standard = nearest.isEmpty() ? 0 : standard(query, nearest, typical);
    }

    /** How like the nearest is what is certainly relevant: as they are themselves, or more where they cover little of the question. */
    private double standard(Query query, List<Found.Near> nearest, double typical) {
        double likeness = 0;
        double covered = 0;
        for (int i = 0; i < nearest.size(); i++) {
            int near = nearest.get(i).document();
            likeness += likeness(near);
            covered += i < LEADERS ? index.covered(query, near, typical) : 0;
        }
        double leading = covered / Math.min(LEADERS, nearest.size());
        return likeness / nearest.size() / Math.min(1, leading / LEADING);
    }

    /**
     * How relevant a document is that was found, 0 to 1: by what it covers of the question, how far it is like those nearest to it,
     * and how often it was suggested. Among few documents hardly any word is known, and it is at least as relevant as it was found.
     * The weights lie between those that logistic regressions gave in simulated worlds whose topics are known.
     */
    public double relevance(Found.Hit hit) {
        if (standard == 0 || !index.hasContext(hit.document())) {
            return hit.relevance();
        }
        double likelihood = UNLIKELY
                + COVERED * hit.covered()
                + ALIKE * likeness(hit.document()) / standard
                + SUGGESTED * index.doublings(hit.document());
        double relevance = 1 / (1 + StrictMath.exp(-likelihood));
        return index.isSmall() ? Math.max(hit.relevance(), relevance) : relevance;
    }

    /** Leaves its room to the next question; it is not asked again. */
    public void letGo() {
        weights.letGo();
    }

    /** The cosine of a document's terms and those of the nearest, but for the length of the latter. */
    private double likeness(int document) {
        read(document);
        return weights.times(vector) / vector.length();
    }

    /** Reads the terms of a document's text and contexts, which are both in order. */
    private void read(int document) {
        vector.clear();
        long[] text = documents.text(document);
        long[] contexts = documents.contexts(document);
        int t = 0;
        int c = 0;
        while (t < text.length || c < contexts.length) {
            int inText = t < text.length ? hash(text[t]) : Integer.MAX_VALUE;
            int inContexts = c < contexts.length ? hash(contexts[c]) : Integer.MAX_VALUE;
            int hash = Math.min(inText, inContexts);
            int texts = 0;
            while (t < text.length && hash(text[t]) == hash) {
                texts += (int) text[t++];
            }
            int tasks = 0;
            while (c < contexts.length && hash(contexts[c]) == hash) {
                tasks += (int) contexts[c++];
            }
            vector.add(hash, index.weight(hash, texts, tasks, document));
        }
    }

    private static int hash(long counted) {
        return (int) (counted >> Integer.SIZE);
    }
}
