package org.autotrainer.domain.journal;

import java.util.Locale;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * A person decided on a training suggestion.
 *
 * @param suggestion what was decided on, whole, so that the decision can be carried out without looking it up
 * @param decision what was decided
 */
public record Decided(String id, TrainingSuggestion suggestion, Decision decision) implements Fact {
    /** What a person can decide. */
    public enum Decision {
        /** Carry it out. */
        APPLIED,
        /** Leave it, now and whenever it is suggested again. */
        DISMISSED;

        /** The word in journals and stores. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The decision with the given word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Decision of(String word) {
            for (Decision decision : values()) {
                if (decision.word().equals(word)) {
                    return decision;
                }
            }
            throw new IllegalArgumentException("decision is \"" + word + "\"; allowed are applied and dismissed");
        }
    }

    /** Checks the id. */
    public Decided {
        CleanText.required("id", id, Limits.NAME);
    }

    @Override
    public FactKind kind() {
        return FactKind.DECISION;
    }
}
