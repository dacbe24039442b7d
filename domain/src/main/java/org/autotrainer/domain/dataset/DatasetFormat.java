package org.autotrainer.domain.dataset;

import java.util.Map;
import java.util.function.Function;
import org.autotrainer.domain.training.TrainingTarget;

/**
 * How a row of a data set is written for one kind of trainer: a name and a pure function.
 *
 * <p>A row is an object of texts, numbers, booleans, lists and objects; the order of its keys is fixed.
 */
public sealed interface DatasetFormat {
    /** The name by which it is chosen, such as {@code trl-sft}. */
    String name();

    /** What a row is, in one sentence for the help. */
    String summary();

    /**
     * One row for each successful attempt.
     *
     * @param row encodes an example
     */
    record OfExamples(String name, String summary, Function<Example, Map<String, Object>> row)
            implements DatasetFormat {}

    /**
     * One row for each two attempts at a task of which one succeeded, where they can be compared.
     *
     * @param row encodes a pair
     */
    record OfPairs(String name, String summary, Function<Pair, Map<String, Object>> row) implements DatasetFormat {}

    /**
     * One row for each evaluation that suggests a training target.
     *
     * @param row encodes a target
     */
    record OfTargets(String name, String summary, Function<TrainingTarget, Map<String, Object>> row)
            implements DatasetFormat {}
}
