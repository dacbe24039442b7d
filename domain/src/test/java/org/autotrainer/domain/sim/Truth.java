package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is true in a world until it drifts: what each piece of advice does on each topic, and how hard the topics are.
 *
 * <p>Rules never see it.
 */
final class Truth {
    private final double[][] effects;
    private final double[] ease;
    private final List<List<Integer>> helpful = new ArrayList<>();

    /**
     * Keeps the arrays.
     *
     * @param effects by advice and topic
     * @param ease by topic
     */
    Truth(double[][] effects, double[] ease) {
        this.effects = effects;
        this.ease = ease;
        for (int topic = 0; topic < ease.length; topic++) {
            int on = topic;
            helpful.add(IntStream.range(0, effects.length)
                    .filter(advice -> effect(advice, on) > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(advice -> -effect(advice, on)))
                    .toList());
        }
    }

    /** What showing the advice adds to the probability of success on a topic; 0 where it has nothing to say. */
    double effect(int advice, int topic) {
        return effects[advice][topic];
    }

    /** How probably a task of the topic succeeds without advice, before model and task count. */
    double ease(int topic) {
        return ease[topic];
    }

    /** The advice that helps on a topic, best first. */
    List<Integer> helpful(int topic) {
        return helpful.get(topic);
    }

    int topics() {
        return ease.length;
    }
}
