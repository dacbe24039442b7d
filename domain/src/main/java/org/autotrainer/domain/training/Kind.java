package org.autotrainer.domain.training;

import java.util.Locale;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** The kinds of training suggestion. */
public enum Kind {
    /** Advice to keep in memory under a key. */
    HEURISTIC_UPDATE,
    /** A change of a prompt. */
    PROMPT_TUNING,
    /** An example for a fine-tuning data set. */
    FINE_TUNE_DATASET,
    /** A value for a strategy parameter. */
    STRATEGY_PARAM;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }

    /**
     * The kind with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    public static Kind of(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new InvalidValueException("kind is \"" + word + "\"; allowed are heuristic_update, prompt_tuning,"
                + " fine_tune_dataset and strategy_param");
    }
}
