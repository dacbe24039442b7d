package org.autotrainer.domain.learning;

import java.util.List;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * What was handed out for one attempt: all that credit needs, as its receipts say.
 *
 * @param explored whether coins were thrown; without, nothing is learned causally
 * @param control whether nothing was shown on purpose
 * @param chosen the heuristics that were chosen, shown or withheld; each once
 * @param landmarks the heuristics nearest to the task, with their weights
 * @param choices the values of strategy parameters that were handed out
 */
public record Trial(
        boolean explored, boolean control, List<Chosen> chosen, List<Landmark> landmarks, List<Choice> choices) {
    /** A trial of which no receipt is known. */
    public static final Trial NONE = new Trial(false, false, List.of(), List.of(), List.of());

    /** Keeps copies of the lists. */
    public Trial {
        chosen = List.copyOf(chosen);
        landmarks = List.copyOf(landmarks);
        choices = List.copyOf(choices);
    }

    /**
     * A heuristic that was chosen for the attempt.
     *
     * @param id its id
     * @param evidence what is known about it
     * @param doublings of its support that count, 0 to 4
     * @param relevance 0 to 1
     * @param coin the probability with which it was to be withheld
     * @param kept whether it was shown
     */
    public record Chosen(String id, Evidence evidence, double doublings, double relevance, double coin, boolean kept) {}

    /**
     * A heuristic that lies near to the task, whose residuals make a local baseline.
     *
     * @param id its id
     * @param evidence what is known about it
     * @param weight 1 for the nearest, less for others
     */
    public record Landmark(String id, Evidence evidence, double weight) {}

    /**
     * A value of a strategy parameter that was in force.
     *
     * @param space the parameter with the values that were offered
     * @param value which of them, from 0
     * @param propensities with which probability each would have been handed out; empty when the caller chose
     */
    public record Choice(ParameterSpace space, int value, List<Double> propensities) {
        /** Checks the value and the probabilities, and keeps a copy of the list. */
        public Choice {
            propensities = List.copyOf(propensities);
            int values = space.values().size();
            if (value < 0 || value >= values || (!propensities.isEmpty() && propensities.size() != values)) {
                throw new InvalidValueException("value " + value + " of " + space.name() + " was handed out with "
                        + propensities.size() + " probabilities; there are " + values + " values");
            }
            for (double propensity : propensities) {
                if (!(propensity > 0 && propensity < 1 + 1e-9)) {
                    throw new InvalidValueException("a value of " + space.name() + " has the probability " + propensity
                            + "; allowed are more than 0 to 1");
                }
            }
        }
    }
}
