package org.autotrainer.domain.journal;

import java.util.List;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Identity;

/**
 * The record of one recall: an evaluation quotes its id.
 *
 * @param id unique within the agent
 * @param attempt the try at a task that it was made for
 * @param context what the task was said to be about
 * @param model which model was to work; may be empty
 * @param budget how many tokens were allowed
 * @param tokens how many were used
 * @param shown what was shown, in order; may be empty
 */
public record Receipt(
        String id, Attempt attempt, Context context, String model, int budget, int tokens, List<Shown> shown) {
    /** Keeps a copy of the list. */
    public Receipt {
        shown = List.copyOf(shown);
    }

    /**
     * A heuristic that was shown.
     *
     * @param heuristic its id
     * @param textHash hash of the text that was shown, since a person may change it later
     */
    public record Shown(String heuristic, long textHash) {
        /** The entry of a heuristic with the text that it has now. */
        public static Shown of(String heuristic, String text) {
            return new Shown(heuristic, Identity.of("shown").text(text).hash());
        }
    }
}
