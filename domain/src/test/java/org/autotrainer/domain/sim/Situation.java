package org.autotrainer.domain.sim;

import java.util.List;
import org.autotrainer.domain.sim.Critics.Suggested;

/**
 * A task with all that is true of it and that no rule may see.
 *
 * @param task what a rule may see
 * @param truth what holds at its time
 * @param topic the number of its topic
 * @param ease how probably it succeeds without advice, before limits
 * @param luck it succeeds if this is less than its probability of success
 * @param critic who judges it
 * @param hostile whether the critic is hostile
 * @param suggestions what the critic suggests
 * @param scoreNoise what the score is off by
 * @param missing the verdict never comes if this is less than the probability of that
 * @param due the time after which the verdict comes
 */
record Situation(
        SimTask task,
        Truth truth,
        int topic,
        double ease,
        double luck,
        String critic,
        boolean hostile,
        List<Suggested> suggestions,
        double scoreNoise,
        double missing,
        int due) {
    Situation {
        suggestions = List.copyOf(suggestions);
    }
}
