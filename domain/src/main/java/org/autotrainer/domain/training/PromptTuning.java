package org.autotrainer.domain.training;

import org.autotrainer.domain.evaluation.Identity;

/**
 * Proposes a new text for a prompt.
 *
 * @param key which prompt
 * @param text the proposed text
 */
public record PromptTuning(String key, String text, String sourceTaskId, String reason) implements TrainingSuggestion {
    @Override
    public Kind kind() {
        return Kind.PROMPT_TUNING;
    }

    @Override
    public void identify(Identity identity) {
        identity.text(text);
    }
}
