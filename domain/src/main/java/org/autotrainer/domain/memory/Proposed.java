package org.autotrainer.domain.memory;

import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * A training suggestion with what became of it at once.
 *
 * @param id the suggestion's id
 * @param suggestion what is proposed
 * @param status what became of it
 * @param effect what applying it did to a heuristic
 * @param heuristic id of that heuristic; empty when there is none
 */
public record Proposed(String id, TrainingSuggestion suggestion, Status status, Effect effect, String heuristic) {
    /** What applying a suggestion did to the memory. */
    public enum Effect {
        /** Nothing: it was not a heuristic update, not applied, or told nothing new. */
        NONE,
        /** A new heuristic was founded. */
        FOUNDED,
        /** A known heuristic got the support of one more task. */
        REINFORCED
    }
}
