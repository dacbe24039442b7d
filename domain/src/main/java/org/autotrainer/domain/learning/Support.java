package org.autotrainer.domain.learning;

import java.util.Arrays;
import org.autotrainer.domain.evaluation.Identity;

/**
 * How many distinct tasks suggested a heuristic: weak evidence that the advice is general.
 *
 * <p>Tasks are told apart by 64-bit hashes: exactly up to {@link #REMEMBERED} tasks, afterwards among the last as many.
 * Immutable.
 */
public final class Support {
    /** Support of advice that no task suggested. */
    public static final Support NONE = new Support(0, new long[0]);
    /** How many tasks are told apart. */
    public static final int REMEMBERED = 1_000;

    private final int tasks;
    private final long[] recent;

    private Support(int tasks, long[] recent) {
        this.tasks = tasks;
        this.recent = recent;
    }

    /**
     * Support as it was kept by a store.
     *
     * @param tasks the number of distinct tasks
     * @param recent the hashes of the last of them, oldest first
     * @throws IllegalArgumentException if there are not as many hashes as there are tasks, or as are remembered
     */
    public static Support restored(int tasks, long[] recent) {
        if (recent.length != Math.min(tasks, REMEMBERED)) {
            throw new IllegalArgumentException(recent.length + " hashes cannot stand behind " + tasks + " tasks");
        }
        return new Support(tasks, recent.clone());
    }

    /** The hash by which a task of an agent is told apart. */
    public static long hash(String taskId) {
        return Identity.of("task").text(taskId).hash();
    }

    /** Support with one more task; the same when the task is known. */
    public Support with(long taskHash) {
        for (int i = recent.length - 1; i >= 0; i--) {
            if (recent[i] == taskHash) {
                return this;
            }
        }
        int drop = recent.length == REMEMBERED ? 1 : 0;
        long[] longer = Arrays.copyOfRange(recent, drop, recent.length + 1);
        longer[longer.length - 1] = taskHash;
        return new Support(tasks + 1, longer);
    }

    /** The number of distinct tasks. */
    public int tasks() {
        return tasks;
    }

    /** The hashes of the last tasks, oldest first; a copy. */
    public long[] recent() {
        return recent.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Support support && tasks == support.tasks && Arrays.equals(recent, support.recent);
    }

    @Override
    public int hashCode() {
        return 31 * tasks + Arrays.hashCode(recent);
    }

    @Override
    public String toString() {
        return tasks + " tasks";
    }
}
