package org.autotrainer.domain.journal;

import java.util.List;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.learning.Trial;

/**
 * The record of one recall, with all that credit needs: an evaluation quotes its id.
 *
 * @param id unique within the agent
 * @param attempt the try at a task that it was made for
 * @param episode how often the attempt had been judged before
 * @param context what the task was said to be about
 * @param model which model was to work; may be empty
 * @param budget how many tokens were allowed
 * @param tokens how many were used
 * @param explored whether coins were thrown
 * @param control whether nothing was shown on purpose, to measure the memory as a whole
 * @param chosen what was chosen, shown or withheld, in order; may be empty
 * @param landmarks the heuristics nearest to the task; may be empty
 * @param choices the values of strategy parameters that were handed out; may be empty
 */
public record Receipt(
        String id,
        Attempt attempt,
        int episode,
        Context context,
        String model,
        int budget,
        int tokens,
        boolean explored,
        boolean control,
        List<Chosen> chosen,
        List<Landmark> landmarks,
        List<Trial.Choice> choices) {
    /** Checks each part; see {@link Limits}. */
    public Receipt {
        CleanText.required("receipt", id, Limits.NAME);
        CleanText.name("model", model, Limits.NAME);
        if (budget < 0 || tokens < 0) {
            throw new InvalidValueException(
                    "a receipt has " + tokens + " tokens of a budget of " + budget + "; allowed are 0 and more");
        }
        chosen = List.copyOf(chosen);
        landmarks = List.copyOf(landmarks);
        choices = List.copyOf(choices);
    }

    /** What was shown, in order. */
    public List<Chosen> shown() {
        return chosen.stream().filter(Chosen::kept).toList();
    }

    /**
     * A heuristic that was chosen.
     *
     * @param heuristic its id
     * @param textHash hash of the text that was chosen, since a person may change it later
     * @param relevance 0 to 1
     * @param coin the probability with which it was to be withheld
     * @param kept whether it was shown
     */
    public record Chosen(String heuristic, long textHash, double relevance, double coin, boolean kept) {
        /** Checks that the heuristic is named and that the numbers are shares. */
        public Chosen {
            CleanText.required("chosen", heuristic, Limits.NAME);
            if (!(relevance >= 0 && relevance <= 1 && coin >= 0 && coin < 1)) {
                throw new InvalidValueException("a heuristic was chosen with the relevance " + relevance
                        + " and the coin " + coin + "; allowed are 0 to 1");
            }
        }

        /** The hash of a text. */
        public static long hash(String text) {
            return Identity.of("shown").text(text).hash();
        }
    }

    /**
     * A heuristic that lies near to the task.
     *
     * @param heuristic its id
     * @param weight 0 to 1
     */
    public record Landmark(String heuristic, double weight) {
        /** Checks that the heuristic is named and that the weight is a share. */
        public Landmark {
            CleanText.required("landmark", heuristic, Limits.NAME);
            if (!(weight >= 0 && weight <= 1)) {
                throw new InvalidValueException("a landmark has the weight " + weight + "; allowed are 0 to 1");
            }
        }
    }
}
