package org.autotrainer.domain.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * What a fine-tuning example is to be made of: a task that failed or scored low, and the critic's advice.
 *
 * @param taskId the task
 * @param outcome {@link #FAILED} or {@link #LOW_SCORE}
 * @param score 0 to 1
 * @param suggestions all the texts of advice, not only the first few
 */
public record TrainingTarget(String taskId, String outcome, double score, List<String> suggestions) {
    /** The outcome of a task that was not solved. */
    public static final String FAILED = "failed";
    /** The outcome of a task that was solved with a score below 0.5. */
    public static final String LOW_SCORE = "low_score";

    /** Keeps a copy of the list. */
    public TrainingTarget {
        suggestions = List.copyOf(suggestions);
    }

    /** The target that an evaluation gives. */
    public static TrainingTarget of(Evaluation evaluation) {
        return new TrainingTarget(
                evaluation.attempt().taskId(),
                evaluation.success() ? LOW_SCORE : FAILED,
                evaluation.score(),
                evaluation.advice());
    }

    /** The target as the object that stands on the wire and in data sets. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("task_id", taskId);
        object.put("outcome", outcome);
        object.put("score", score);
        object.put("suggestions", suggestions);
        return object;
    }
}
