package org.autotrainer.domain.learning;

import java.util.Map;

/**
 * How a critic judges.
 *
 * @param critic its id
 * @param judged how many attempts
 * @param success the share that it called successful
 * @param score its mean score
 * @param leniency how far its share of success lies above what was expected of the same tasks
 * @param constant whether it said the same every time: then it tells nothing
 * @param agreement with each other critic, on attempts that both judged
 */
public record CriticRecord(
        String critic,
        int judged,
        double success,
        double score,
        double leniency,
        boolean constant,
        Map<String, Agreement> agreement) {
    /** From so many judgements on, saying the same every time counts as telling nothing. */
    public static final int ENOUGH = 20;

    /** Keeps a copy of the map. */
    public CriticRecord {
        agreement = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(agreement));
    }

    /**
     * How far two critics agree.
     *
     * @param judged attempts that both judged
     * @param same the share on which they said the same
     * @param kappa Cohen's kappa: 1 is full agreement, 0 what chance gives
     */
    public record Agreement(int judged, double same, double kappa) {}
}
