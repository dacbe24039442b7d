package org.autotrainer.domain.memory;

import java.util.Locale;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** What became of a training suggestion. */
public enum Status {
    /** Nobody has decided yet. */
    PENDING,
    /** It was carried out. */
    APPLIED,
    /** A person dismissed it; it stays dismissed when it is suggested again. */
    DISMISSED,
    /** It was told and not kept, as the settings of the agent want it. */
    OBSERVED,
    /** It was carried out, but its heuristic is held back and shown to no agent until a person approves it. */
    QUARANTINED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }

    /** Whether a suggestion that is kept can have it; the others stand in the answer to an evaluation alone. */
    public boolean isKept() {
        return this != OBSERVED && this != QUARANTINED;
    }

    /**
     * The status with the given word, of those that a suggestion which is kept can have.
     *
     * @throws InvalidValueException if there is none
     */
    public static Status of(String word) {
        for (Status status : values()) {
            if (status.word.equals(word) && status.isKept()) {
                return status;
            }
        }
        throw new InvalidValueException("status is \"" + word + "\"; allowed are pending, applied and dismissed");
    }
}
