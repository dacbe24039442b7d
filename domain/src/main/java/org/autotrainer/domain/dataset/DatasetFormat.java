package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.training.TrainingTarget;

/**
 * How a data set is written for one kind of trainer, known by its name: a pure function.
 *
 * <p>A format implements one of the interfaces below, has a public constructor without arguments, and keeps nothing
 * between rows. It is given what was linted and redacted already, and says only how its trainer wants it, or why its
 * trainer would refuse it.
 */
public sealed interface DatasetFormat {
    /** The name by which it is chosen, such as {@code trl-sft}: lower-case letters, digits and {@code -}. */
    String name();

    /** What a row is, in one sentence for the help. */
    String summary();

    /** A format whose rows all look alike: a file of lines, each an object of JSON. */
    sealed interface Rows extends DatasetFormat {}

    /** One row for each successful attempt. */
    non-sealed interface OfExamples extends Rows {
        /** Encodes an example. */
        Checked<Row> row(Example example);
    }

    /** One row for each two attempts at a task of which one succeeded, where they can be compared. */
    non-sealed interface OfPairs extends Rows {
        /** Encodes a pair. */
        Checked<Row> row(Pair pair);
    }

    /** One row for each attempt that succeeded or failed. */
    non-sealed interface OfVerdicts extends Rows {
        /** Encodes an attempt with how it ended. */
        Checked<Row> row(JudgedExample judged);
    }

    /** One row for each task: its first success, or else its first failure. */
    non-sealed interface OfTasks extends Rows {
        /**
         * Encodes a task.
         *
         * @param judged the attempt that stands for it
         * @param attempts how many attempts at the task succeeded or failed
         * @param successes how many of them succeeded
         */
        Checked<Row> row(JudgedExample judged, long attempts, long successes);
    }

    /** One row for each evaluation that suggests a training target. */
    non-sealed interface OfTargets extends Rows {
        /** Encodes a target. */
        Checked<Row> row(TrainingTarget target);
    }

    /** Several files that belong together: files of rows in a folder for each part, and what describes them. */
    non-sealed interface Folder extends DatasetFormat {
        /** The parts, each with rows of its own kind. */
        List<Part> parts();

        /**
         * The texts that stand beside the rows, by file name.
         *
         * @param written the files of rows that hold any, in the order in which they were written
         */
        Map<String, String> beside(List<DatasetFile> written);
    }

    /**
     * A part of a folder.
     *
     * @param name of the folder that its files are in: lower-case letters
     * @param format of its rows
     */
    record Part(String name, Rows format) {}
}
