package org.autotrainer.domain.memory;

import java.util.Locale;

/** What became of a training suggestion. */
public enum Status {
    /** Nobody has decided yet. */
    PENDING,
    /** It was carried out. */
    APPLIED,
    /** A person dismissed it; it stays dismissed when it is suggested again. */
    DISMISSED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }

    /**
     * The status with the given word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Status of(String word) {
        for (Status status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException("status is \"" + word + "\"; allowed are pending, applied and dismissed");
    }
}
