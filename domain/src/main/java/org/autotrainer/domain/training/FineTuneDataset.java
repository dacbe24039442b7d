package org.autotrainer.domain.training;

import org.autotrainer.domain.evaluation.Identity;

/**
 * Proposes to add a task that went wrong to a fine-tuning data set.
 *
 * @param target what went wrong, and what the critic advised
 */
public record FineTuneDataset(String key, TrainingTarget target, String sourceTaskId, String reason)
        implements TrainingSuggestion {
    @Override
    public Kind kind() {
        return Kind.FINE_TUNE_DATASET;
    }

    @Override
    public void identify(Identity identity) {
        identity.text(target.taskId()).text(target.outcome()).number(Double.doubleToLongBits(target.score()));
        target.suggestions().forEach(identity::text);
    }
}
