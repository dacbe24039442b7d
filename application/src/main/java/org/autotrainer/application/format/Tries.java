package org.autotrainer.application.format;

import java.util.HashMap;
import java.util.Map;
import org.autotrainer.application.spi.EvaluationFormat.Source;
import org.autotrainer.domain.evaluation.Attempt;

/** Tells the attempts of a file apart: the first at a task is number 0, the next 1. Not thread-safe. */
final class Tries {
    private final Source source;
    private final String run;
    private final Map<Long, Integer> seen = new HashMap<>();

    /**
     * The attempts of a file.
     *
     * @param ownRun what the tool calls its run; counts where the user names none
     */
    Tries(Source source, String ownRun) {
        this.source = source;
        this.run = source.run().isEmpty() ? Clean.name(ownRun) : source.run();
    }

    /** The next attempt at a task. */
    Attempt next(String task) {
        String id = Clean.name(task);
        long hash = Long.parseUnsignedLong(Clean.hash(id).substring(0, 16), 16);
        return new Attempt(source.agent(), run, id, seen.merge(hash, 1, Integer::sum) - 1);
    }

    /** An attempt whose number the tool tells. */
    Attempt numbered(String task, int number) {
        return new Attempt(source.agent(), run, Clean.name(task), number);
    }
}
