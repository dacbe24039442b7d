package org.autotrainer.domain.relevance;

import java.util.List;

/**
 * What is asked of an index: terms with their weights, those that tell most first.
 *
 * <p>It belongs to the index that made it, as that was then, and is asked before anything changes.
 */
public final class Query {
    private final List<String> terms;
    private final double[] weights;
    private final Postings[] postings;
    private final double total;

    /**
     * A question.
     *
     * @param postings of each term; those of no document for a term that the index does not know
     */
    Query(List<String> terms, double[] weights, Postings[] postings) {
        this.terms = List.copyOf(terms);
        this.weights = weights;
        this.postings = postings;
        double sum = 1e-9;
        for (double weight : weights) {
            sum += weight;
        }
        total = sum;
    }

    /** The terms that count, those that tell most first. */
    public List<String> terms() {
        return terms;
    }

    int size() {
        return weights.length;
    }

    double weight(int index) {
        return weights[index];
    }

    Postings postings(int index) {
        return postings[index];
    }

    /** The sum of the weights, a little more than 0 when there are none. */
    double total() {
        return total;
    }
}
