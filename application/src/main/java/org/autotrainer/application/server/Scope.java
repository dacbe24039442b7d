package org.autotrainer.application.server;

import java.util.Locale;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** What a token lets its bearer do; none of them includes another. */
public enum Scope {
    /** To see what is recorded and what was learned. */
    READ,
    /** To work in the loop: recall, record evaluations and lessons, train. */
    WRITE,
    /** To decide for the operator: settings, suggestions, heuristics, retractions. */
    ADMIN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word on the command line and in files. */
    public String word() {
        return word;
    }

    /**
     * The scope with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    public static Scope of(String word) {
        for (Scope scope : values()) {
            if (scope.word.equals(word)) {
                return scope;
            }
        }
        throw new InvalidValueException("scope is \"" + word + "\"; allowed are read, write and admin");
    }
}
