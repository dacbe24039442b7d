package org.autotrainer.domain.dataset;

import java.util.Set;

/**
 * Which tasks a person chose for data sets, or against them.
 *
 * <p>Every task is taken unless it was excluded or is to be left out. A task that was both excluded and included, by
 * decisions on different targets of it, is taken.
 *
 * @param excluded ids of the tasks whose training target was dismissed
 * @param included ids of the tasks whose training target was applied
 * @param leftOut ids of the tasks that this data set must not hold, such as those of a benchmark
 */
public record TaskChoice(Set<String> excluded, Set<String> included, Set<String> leftOut) {
    /** No choice: every task is taken. */
    public static final TaskChoice ALL = new TaskChoice(Set.of(), Set.of(), Set.of());

    /** Keeps copies of the sets. */
    public TaskChoice {
        excluded = Set.copyOf(excluded);
        included = Set.copyOf(included);
        leftOut = Set.copyOf(leftOut);
    }

    /** Whether a task is taken. */
    public boolean takes(String taskId) {
        return !leavesOut(taskId) && !excludes(taskId);
    }

    /** Whether a task is to be left out of this data set. */
    boolean leavesOut(String taskId) {
        return leftOut.contains(taskId);
    }

    private boolean excludes(String taskId) {
        return excluded.contains(taskId) && !included.contains(taskId);
    }
}
