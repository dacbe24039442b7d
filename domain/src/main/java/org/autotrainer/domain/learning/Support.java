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
    public static final Support NONE = new Support(0, new Hashes(new long[0], 0), 0, 0);
    /** How many tasks are told apart. */
    public static final int REMEMBERED = 1_000;

    private final int tasks;
    private final Hashes hashes;
    private final int from;
    private final int to;

    private Support(int tasks, Hashes hashes, int from, int to) {
        this.tasks = tasks;
        this.hashes = hashes;
        this.from = from;
        this.to = to;
    }

    /** Hashes that several versions share, each a range of them: who has the last ones appends without a copy. */
    private static final class Hashes {
        private final long[] values;
        private int used;

        Hashes(long[] values, int used) {
            this.values = values;
            this.used = used;
        }
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
        return new Support(tasks, new Hashes(recent.clone(), recent.length), 0, recent.length);
    }

    /** The hash by which a task of an agent is told apart. */
    public static long hash(String taskId) {
        return Identity.of("task").text(taskId).hash();
    }

    /** Support with one more task; the same when the task is known. */
    public Support with(long taskHash) {
        for (int i = to - 1; i >= from; i--) {
            if (hashes.values[i] == taskHash) {
                return this;
            }
        }
        int first = to - from == REMEMBERED ? from + 1 : from;
        synchronized (hashes) {
            if (hashes.used == to && to < hashes.values.length) {
                hashes.values[to] = taskHash;
                hashes.used++;
                return new Support(tasks + 1, hashes, first, to + 1);
            }
        }
        int kept = to - first;
        long[] longer = new long[Math.max(4, 2 * kept)];
        System.arraycopy(hashes.values, first, longer, 0, kept);
        longer[kept] = taskHash;
        return new Support(tasks + 1, new Hashes(longer, kept + 1), 0, kept + 1);
    }

    /** The number of distinct tasks. */
    public int tasks() {
        return tasks;
    }

    /** The hashes of the last tasks, oldest first; a copy. */
    public long[] recent() {
        return Arrays.copyOfRange(hashes.values, from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Support support
                && tasks == support.tasks
                && Arrays.equals(hashes.values, from, to, support.hashes.values, support.from, support.to);
    }

    @Override
    public int hashCode() {
        return 31 * tasks + Arrays.hashCode(recent());
    }

    @Override
    public String toString() {
        return tasks + " tasks";
    }
}
