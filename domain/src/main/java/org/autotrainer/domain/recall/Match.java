package org.autotrainer.domain.recall;

import java.util.List;
import org.autotrainer.domain.memory.Heuristic;

/**
 * A heuristic that is relevant to a context.
 *
 * @param heuristic the heuristic
 * @param relevance 0 to 1
 * @param terms the terms of the context that it shares, those that tell most first; at most five
 */
public record Match(Heuristic heuristic, double relevance, List<String> terms) {
    /** From so many tasks on, more support counts no more. */
    static final int MOST_TASKS = 16;

    private static final double[] WEIGHTS = weights();

    /** Keeps a copy of the list. */
    public Match {
        terms = List.copyOf(terms);
    }

    /** What recall sorts by: relevance, up to five times as much with the support of 16 tasks and more. */
    double worth() {
        return relevance * weight(heuristic.support().tasks());
    }

    /** How often more a heuristic counts that so many tasks suggested: with each doubling once more. */
    static double weight(int tasks) {
        return WEIGHTS[Math.max(1, Math.min(MOST_TASKS, tasks))];
    }

    private static double[] weights() {
        double[] weights = new double[MOST_TASKS + 1];
        for (int tasks = 1; tasks <= MOST_TASKS; tasks++) {
            weights[tasks] = 1 + Math.min(4, StrictMath.log(tasks) / StrictMath.log(2));
        }
        return weights;
    }

    /** Why it was recalled, in a few words. */
    public String why() {
        String because = terms.isEmpty() ? "advice for any task" : "shares " + String.join(", ", terms);
        int tasks = heuristic.support().tasks();
        String support =
                tasks == 0 ? "set by hand" : tasks == 1 ? "suggested in 1 task" : "suggested in " + tasks + " tasks";
        return because + "; " + support;
    }
}
