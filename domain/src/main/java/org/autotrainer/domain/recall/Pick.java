package org.autotrainer.domain.recall;

import java.util.List;
import org.autotrainer.domain.memory.Heuristic;

/**
 * A heuristic that was chosen for a task.
 *
 * @param number of the heuristic in its memory
 * @param heuristic the heuristic
 * @param relevance 0 to 1
 * @param coin the probability with which it was to be withheld
 * @param kept whether it is shown
 * @param terms the terms of the context that it shares, those that tell most first; at most five
 */
public record Pick(int number, Heuristic heuristic, double relevance, double coin, boolean kept, List<String> terms) {
    /** Keeps a copy of the list. */
    public Pick {
        terms = List.copyOf(terms);
    }

    /** Why it was recalled, in a few words. */
    public String why() {
        String anyway = heuristic.contexts().isEmpty() ? "advice for any task" : "whatever the task is about";
        String because = terms.isEmpty() ? anyway : "shares " + String.join(", ", terms);
        int tasks = heuristic.support().tasks();
        String support =
                tasks == 0 ? "set by hand" : tasks == 1 ? "suggested in 1 task" : "suggested in " + tasks + " tasks";
        return because + "; " + support;
    }
}
