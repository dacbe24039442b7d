package org.autotrainer.domain.journal;

import java.util.List;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

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
    /** Checks each part; see {@link Limits}. */
    public Receipt {
        CleanText.required("receipt", id, Limits.NAME);
        CleanText.name("model", model, Limits.NAME);
        if (budget < 0 || tokens < 0) {
            throw new InvalidValueException(
                    "a receipt has " + tokens + " tokens of a budget of " + budget + "; allowed are 0 and more");
        }
        shown = List.copyOf(shown);
    }

    /**
     * A heuristic that was shown.
     *
     * @param heuristic its id
     * @param textHash hash of the text that was shown, since a person may change it later
     */
    public record Shown(String heuristic, long textHash) {
        /** Checks that the heuristic is named. */
        public Shown {
            CleanText.required("shown", heuristic, Limits.NAME);
        }

        /** The entry of a heuristic with the text that it has now. */
        public static Shown of(String heuristic, String text) {
            return new Shown(heuristic, Identity.of("shown").text(text).hash());
        }
    }
}
