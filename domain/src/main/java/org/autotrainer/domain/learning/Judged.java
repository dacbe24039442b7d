package org.autotrainer.domain.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a critic said of an attempt, as far as credit needs it.
 *
 * @param outcome 0 to 1: success, or the score where the agent is measured by it
 * @param critic who judged
 * @param success whether the critic called it a success
 * @param score 0 to 1
 * @param model which model worked; may be empty
 * @param tags of the task
 * @param task the hash of the task; 0 when it is not named
 * @param marks 1, −1 or 0 by heuristic id; empty when the critic marked nothing
 * @param at when
 */
public record Judged(
        double outcome,
        String critic,
        boolean success,
        double score,
        String model,
        List<String> tags,
        long task,
        Map<String, Double> marks,
        Instant at) {
    /** Keeps copies of the collections; a tag counts once. */
    public Judged {
        tags = tags.stream().distinct().toList();
        marks = Map.copyOf(marks);
    }
}
