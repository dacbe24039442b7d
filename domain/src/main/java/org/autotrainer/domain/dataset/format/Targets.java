package org.autotrainer.domain.dataset.format;

import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Row;
import org.autotrainer.domain.training.TrainingTarget;

/**
 * Rows of training targets as they are suggested: what went wrong, and what the critic advised.
 */
final class Targets implements DatasetFormat.OfTargets {
    @Override
    public String name() {
        return "targets";
    }

    @Override
    public String summary() {
        return "training targets as they are suggested: failed or low-scored tasks";
    }

    @Override
    public Checked<Row> row(TrainingTarget target) {
        return Row.of(target.toObject());
    }
}
