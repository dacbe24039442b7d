package org.autotrainer.domain.evaluation;

import java.util.Locale;

/**
 * A critic's opinion on one heuristic that was shown: it weighs in beliefs, and never makes a verdict.
 *
 * @param heuristic the heuristic's id
 * @param opinion whether it helped
 */
public record Mark(String heuristic, Opinion opinion) {
    /** What a mark can say. */
    public enum Opinion {
        /** It helped. */
        HELPED,
        /** It hurt. */
        HURT,
        /** It did neither. */
        NEUTRAL;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The opinion with the given word.
         *
         * @throws InvalidValueException if there is none
         */
        public static Opinion of(String word) {
            for (Opinion opinion : values()) {
                if (opinion.word().equals(word)) {
                    return opinion;
                }
            }
            throw new InvalidValueException("mark is \"" + word + "\"; allowed are helped, hurt and neutral");
        }
    }

    /** Checks that the heuristic is named. */
    public Mark {
        CleanText.required("marks.id", heuristic, Limits.NAME);
    }
}
