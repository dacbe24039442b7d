package org.autotrainer.domain.training;

import java.util.List;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * What the trainer needs of an evaluation that is kept in memory.
 *
 * @param taskId the task; empty when unknown
 * @param advice the critic's advice, most important first
 */
public record Lesson(String taskId, List<String> advice) {
    /** Keeps a copy of the list. */
    public Lesson {
        advice = List.copyOf(advice);
    }

    /** The lesson of an evaluation. */
    public static Lesson of(Evaluation evaluation) {
        return new Lesson(evaluation.attempt().taskId(), evaluation.advice());
    }
}
