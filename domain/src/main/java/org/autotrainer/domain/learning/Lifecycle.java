package org.autotrainer.domain.learning;

import java.util.Locale;

/** Where a heuristic stands in its life. */
public enum Lifecycle {
    /** No receipt has chosen it yet. */
    CANDIDATE(0),
    /** It is being tried out. */
    TRIAL(1),
    /** It is believed to help. */
    ACTIVE(2),
    /** It is not handed out any more, but for a rare second chance. */
    RETIRED(3),
    /** A person wants it to be shown whenever it is relevant. */
    PINNED(4),
    /** It waits for a person's approval, or for others to say the same. */
    QUARANTINED(5);

    private final int number;
    private final String word;

    Lifecycle(int number) {
        this.number = number;
        word = name().toLowerCase(Locale.ROOT);
    }

    /** Its number where only numbers are kept. */
    int number() {
        return number;
    }

    static Lifecycle of(int number) {
        for (Lifecycle one : values()) {
            if (one.number == number) {
                return one;
            }
        }
        throw new IllegalArgumentException("there is no status " + number + " of a heuristic");
    }

    /**
     * The status with the given word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Lifecycle of(String word) {
        for (Lifecycle one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("there is no status \"" + word + "\" of a heuristic");
    }

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }
}
