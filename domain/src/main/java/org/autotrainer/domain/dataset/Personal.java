package org.autotrainer.domain.dataset;

import java.util.Locale;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** What is done with personal data: e-mail addresses, phone numbers, payment cards, bank accounts. */
public enum Personal {
    /** A placeholder stands in its place: the same within a row wherever the same value stood. */
    REDACT,
    /** The row is left out. */
    REFUSE,
    /** It stays. */
    KEEP;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    public static Personal of(String word) {
        for (Personal choice : values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        throw new InvalidValueException("personal is \"" + word + "\"; allowed are redact, refuse, keep");
    }
}
