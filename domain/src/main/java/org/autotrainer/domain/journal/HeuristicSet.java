package org.autotrainer.domain.journal;

import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/**
 * A person set a heuristic by hand, or had it read from a playbook.
 *
 * @param key under which key
 * @param text the advice
 * @param source the file that it was read from, or the operator's own hand
 */
public record HeuristicSet(String id, String key, String text, Source source) implements Fact {
    /** A heuristic that the operator sets. */
    public HeuristicSet(String id, String key, String text) {
        this(id, key, text, Source.LOCAL);
    }

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
