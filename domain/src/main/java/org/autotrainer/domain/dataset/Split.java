package org.autotrainer.domain.dataset;

import java.util.List;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/**
 * Which tasks are kept back for validation: all attempts at a task are on one side.
 *
 * <p>The side follows from the seed and the task alone, so that a task never changes sides when others are recorded;
 * and whoever raises the share only moves tasks into validation.
 *
 * @param share the share of tasks that is kept back, 0 to 0.5
 * @param seed any word; another one splits otherwise
 */
public record Split(double share, String seed) {
    /** Nothing is kept back. */
    public static final Split NONE = new Split(0, "");

    private static final double MOST = 0.5;
    private static final double UNIT = 0x1p-53;

    /** Checks the share and the seed. */
    public Split {
        if (!(share >= 0 && share <= MOST)) {
            throw new InvalidValueException("validation is " + share + "; allowed are 0 to " + MOST);
        }
        CleanText.name("seed", seed, Limits.NAME);
    }

    /** The sides that hold anything. */
    public List<Side> sides() {
        return share > 0 ? List.of(Side.TRAIN, Side.VALIDATION) : List.of(Side.TRAIN);
    }

    /** The side of a task. */
    public Side side(String taskId) {
        long hash = Identity.of("split").text(seed).text(taskId).hash();
        return (hash >>> 11) * UNIT < share ? Side.VALIDATION : Side.TRAIN;
    }
}
