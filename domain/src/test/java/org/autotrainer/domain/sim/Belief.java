package org.autotrainer.domain.sim;

import java.util.Optional;

/**
 * What a rule says it knows about one text.
 *
 * @param id the id under which it is recalled
 * @param text the text that is shown
 * @param shown how often it was shown
 * @param withheld how often it was withheld by chance, to see what happens without it
 * @param verdict what is held to be proven
 * @param believed where its mean effect lies over the tasks where it was shown, in 95 of 100 cases
 * @param measured the same as far as it is known from chance alone
 * @param status where it stands; {@link #RETIRED} means that it is not shown any more
 */
record Belief(
        String id,
        String text,
        int shown,
        int withheld,
        Effect verdict,
        Optional<Interval> believed,
        Optional<Interval> measured,
        String status) {
    /** The status of what is not shown any more. */
    static final String RETIRED = "retired";

    /** What a text does on the whole. */
    enum Effect {
        HELPS,
        HARMS,
        UNKNOWN
    }
}
