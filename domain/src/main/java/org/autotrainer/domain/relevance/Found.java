package org.autotrainer.domain.relevance;

import java.util.List;

/**
 * What an index holds about a question.
 *
 * @param hits the documents that are relevant, the most relevant first
 * @param nearest those that share most with the question, the nearest first
 */
public record Found(List<Hit> hits, List<Near> nearest) {
    /** Nothing at all. */
    public static final Found NOTHING = new Found(List.of(), List.of());

    /**
     * A document that is relevant.
     *
     * @param document its number
     * @param relevance 0 to 1
     * @param covered what it covers of the question, in shares of what it covers of its own tasks; about 1 when it is relevant
     */
    public record Hit(int document, double relevance, double covered) {}

    /**
     * A document that is near.
     *
     * @param document its number
     * @param closeness 1 for the nearest, less for others
     */
    public record Near(int document, double closeness) {}
}
