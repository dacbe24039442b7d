package org.autotrainer.application.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * A foreign form of evaluations, known by name: how one record of another tool becomes evaluations.
 *
 * <p>A record is a JSON object in plain JDK types: texts, {@link Integer}, {@link Long}, {@link java.math.BigInteger},
 * {@link Double}, {@link Boolean}, lists, maps and null. Reading is a pure function: it asks nobody for time or chance,
 * and equal records give equal evaluations, so that reading a file twice adds nothing. Fields that are not known are
 * ignored.
 *
 * <p>An implementation maps the model and its settings to the model and the parameters of an evaluation, never to its
 * agent; it gives stable content as the id of a task, never a place in the file; it does not invent advice; and what
 * was not measured is an error, not a failure.
 */
public interface EvaluationFormat {
    /** The name by which it is chosen, such as {@code tau-bench}. */
    String name();

    /** Whether a record looks like one of this format; decides the format of a file when nobody names it. */
    boolean recognises(Map<String, Object> record);

    /**
     * The evaluations in a record, in its order; may be none.
     *
     * @throws IllegalArgumentException if the record is not of this format or holds values that are not accepted; the
     *     message says which, and nothing of the record is taken
     */
    List<Evaluation> read(Map<String, Object> record, Source source);

    /**
     * Where a record comes from.
     *
     * @param agent whose evaluations they become
     * @param run the batch they come in; empty when there is none
     * @param fileName name of the file, with or without its folder; empty when it has none
     * @param parseJson parses an embedded JSON text into plain JDK types, as the record itself was; throws an {@link
     *     IllegalArgumentException} if it is none
     */
    record Source(String agent, String run, String fileName, Function<String, Object> parseJson) {}
}
