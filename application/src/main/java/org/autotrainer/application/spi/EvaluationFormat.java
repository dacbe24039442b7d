package org.autotrainer.application.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * A foreign form of evaluations, known by name: how the files of another tool become evaluations.
 *
 * <p>A format says how a file of its kind is {@linkplain Cut cut} into records, and makes evaluations of each record. A
 * record is an object in plain JDK types: texts, {@link Integer}, {@link Long}, {@link java.math.BigInteger}, {@link
 * Double}, {@link Boolean}, lists, maps and null. Reading is a function of the records alone: it asks nobody for time or
 * chance, and equal records give equal evaluations, so that reading a file twice adds nothing. Fields that are not known
 * are ignored.
 *
 * <p>An implementation maps the model and its settings to the model and the parameters of an evaluation, never to its
 * agent; it gives stable content as the id of a task, never a place in the file; it does not invent advice; and what
 * was not measured is an error, not a failure.
 */
public interface EvaluationFormat {
    /** The name by which it is chosen, such as {@code tau-bench}. */
    String name();

    /** How a file that begins so is cut into records; nothing if it does not look like one of this format. */
    Optional<Cut> cut(Beginning beginning);

    /** Begins to read the records of one file, in their order. */
    Reading reading(Source source);

    /**
     * Whether what belongs together may come in several files: those that are named in one command are then read by one
     * {@link Reading}, in their order, which is told the first of them as its source, and ends with the last.
     */
    default boolean joinsFiles() {
        return false;
    }

    /** Makes evaluations of the records of one file; most need to remember nothing from one record to the next. */
    @FunctionalInterface
    interface Reading {
        /**
         * The evaluations in a record, in its order; may be none.
         *
         * @throws IllegalArgumentException if the record is not of this format or holds values that are not accepted; the
         *     message says which, and nothing of the record is taken
         */
        List<Evaluation> read(Map<String, Object> record);

        /**
         * The advice in a record that belongs to no attempt: the lessons of a playbook. It is asked for after {@link #read}.
         *
         * @throws IllegalArgumentException as {@link #read} does
         */
        default List<Advice> advice(Map<String, Object> record) {
            return List.of();
        }

        /** The evaluations that were complete only when all records were read; may be none. */
        default List<Evaluation> end() {
            return List.of();
        }
    }

    /**
     * A piece of advice that somebody wrote down.
     *
     * @param key under which it is set: stable content, and unlike the keys of other formats
     * @param text the advice
     */
    record Advice(String key, String text) {}

    /**
     * Where records come from.
     *
     * @param agent whose evaluations they become
     * @param run the batch they come in; empty when there is none
     * @param fileName name of the file, with or without its folder; empty when it has none
     * @param head what the file tells of all its records; empty when it has no head
     * @param parseJson parses an embedded JSON text into plain JDK types, as the record itself was; throws an {@link
     *     IllegalArgumentException} if it is none
     */
    record Source(
            String agent, String run, String fileName, Map<String, Object> head, Function<String, Object> parseJson) {}
}
