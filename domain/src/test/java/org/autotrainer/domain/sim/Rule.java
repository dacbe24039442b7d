package org.autotrainer.domain.sim;

import java.util.List;
import java.util.Map;

/**
 * A way to learn from verdicts what to show for a task.
 *
 * <p>A simulation asks one rule about one world, from one thread: for each task in turn {@link #recall}, and {@link #evaluate}
 * when and if a verdict comes.
 */
interface Rule {
    /**
     * What to show for a task.
     *
     * <p>Texts must have been suggested before, word for word. What goes beyond the budget, or was never suggested, is taken away
     * and counted against the rule.
     */
    Recalled recall(SimTask task);

    /** Learns from the verdict on a task that was recalled; it may be late, and others may have come before it. */
    void evaluate(SimTask task, Verdict verdict);

    /** What is known about the texts; may be empty. */
    default List<Belief> report() {
        return List.of();
    }

    /** The values that would be chosen if nothing were to be learned any more; the default stands for a missing one. */
    default Map<String, String> recommended() {
        return Map.of();
    }
}
