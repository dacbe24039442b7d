package org.autotrainer.domain.training;

import org.autotrainer.domain.evaluation.Identity;

/**
 * Proposes to keep a piece of advice under a key.
 *
 * @param text the advice
 */
public record HeuristicUpdate(String key, String text, String sourceTaskId, String reason)
        implements TrainingSuggestion {
    @Override
    public Kind kind() {
        return Kind.HEURISTIC_UPDATE;
    }

    @Override
    public void identify(Identity identity) {
        identity.text(text);
    }
}
