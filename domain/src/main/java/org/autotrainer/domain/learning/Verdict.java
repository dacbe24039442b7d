package org.autotrainer.domain.learning;

import java.util.Locale;

/** What the coins have proven about an effect, whatever the beliefs say. */
public enum Verdict {
    /** Success was higher where it was shown, beyond what chance explains. */
    HELPS,
    /** Success was lower where it was shown, beyond what chance explains. */
    HARMS,
    /** Nothing is proven. */
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    public String word() {
        return word;
    }
}
