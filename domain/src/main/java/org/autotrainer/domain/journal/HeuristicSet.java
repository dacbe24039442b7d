package org.autotrainer.domain.journal;

import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/**
 * A person set a heuristic by hand.
 *
 * @param key under which key
 * @param text the advice
 */
public record HeuristicSet(String id, String key, String text) implements Fact {
    /** Checks each part; see {@link Limits}. */
    public HeuristicSet {
        CleanText.required("id", id, Limits.NAME);
        CleanText.required("key", key, Limits.NAME);
        text = CleanText.prose("text", text, Limits.SUGGESTION);
    }

    @Override
    public FactKind kind() {
        return FactKind.HEURISTIC;
    }
}
