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
    private static final double MAX_DOUBLINGS = 4;

    /** Keeps a copy of the list. */
    public Match {
        terms = List.copyOf(terms);
    }

    /** What recall sorts by: relevance, up to five times as much with the support of 16 tasks and more. */
    double worth() {
        int tasks = Math.max(1, heuristic.support().tasks());
        return relevance * (1 + Math.min(MAX_DOUBLINGS, StrictMath.log(tasks) / StrictMath.log(2)));
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
