package org.autotrainer.domain.trust;

import java.util.Locale;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** How far a source is trusted, from not at all to wholly; the order of the constants is the order of trust. */
public enum Trust {
    /** Nothing of it is taken. */
    BLOCKED,
    /** Nobody has vouched for it. */
    UNTRUSTED,
    /** A person has looked at it. */
    REVIEWED,
    /** It speaks for the operator. */
    TRUSTED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }

    /** The lesser of the two: what is made of two things is trusted no further than either. */
    public static Trust least(Trust one, Trust other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * The trust with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    public static Trust of(String word) {
        for (Trust trust : values()) {
            if (trust.word.equals(word)) {
                return trust;
            }
        }
        throw new InvalidValueException(
                "trust is \"" + word + "\"; allowed are blocked, untrusted, reviewed and trusted");
    }
}
