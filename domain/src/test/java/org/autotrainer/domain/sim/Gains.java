package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a rule gained over no memory, and what the oracle would have gained, task by task. */
final class Gains {
    private static final double NOTHING = 1e-6;

    private final List<Double> gained = new ArrayList<>(List.of(.0));
    private final List<Double> possible = new ArrayList<>(List.of(.0));

    void add(double byRule, double byOracle) {
        gained.add(gained.get(tasks()) + byRule);
        possible.add(possible.get(possible.size() - 1) + byOracle);
    }

    int tasks() {
        return gained.size() - 1;
    }

    /** By how many points success rose on average. */
    double lift() {
        return lift(tasks());
    }

    /** By how many points success rose on average over the first tasks. */
    double lift(int tasks) {
        return tasks == 0 ? 0 : 100 * gained.get(tasks) / tasks;
    }

    /** By how many points the oracle raised success on average. */
    double oracleLift() {
        return tasks() == 0 ? 0 : 100 * possible.get(tasks()) / tasks();
    }

    /** The share of the oracle's gain that was captured, in percent; empty where there is nothing to gain. */
    OptionalDouble captured() {
        return captured(tasks());
    }

    /** The share of the oracle's gain over the first tasks, in percent. */
    OptionalDouble captured(int tasks) {
        return possible.get(tasks) <= NOTHING * tasks
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * gained.get(tasks) / possible.get(tasks));
    }
}
