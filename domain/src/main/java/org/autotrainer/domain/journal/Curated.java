package org.autotrainer.domain.journal;

import java.util.Locale;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/**
 * A person decided on a heuristic, above what the evidence says.
 *
 * @param heuristic its id
 * @param action what was decided
 */
public record Curated(String id, String heuristic, Action action) implements Fact {
    /** What a person can decide. */
    public enum Action {
        /** Show it whenever it is relevant. */
        PIN,
        /** Do not hand it out any more. */
        RETIRE,
        /** Let it begin anew: neither pinned nor retired, and the belief in it forgotten. */
        RESTORE,
        /** Let it in, though its text or its source held it back. */
        APPROVE;

        /** The word in journals and on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The action with the given word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Action of(String word) {
            for (Action action : values()) {
                if (action.word().equals(word)) {
                    return action;
                }
            }
            throw new IllegalArgumentException(
                    "action is \"" + word + "\"; allowed are pin, retire, restore and approve");
        }
    }

    /** Checks each part. */
    public Curated {
        CleanText.required("id", id, Limits.NAME);
        CleanText.required("heuristic", heuristic, Limits.NAME);
    }

    @Override
    public FactKind kind() {
        return FactKind.CURATION;
    }
}
