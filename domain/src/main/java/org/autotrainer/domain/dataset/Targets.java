package org.autotrainer.domain.dataset;

import org.autotrainer.domain.training.TrainingTarget;

/** Rows of training targets as they are suggested: what went wrong, and what the critic advised. */
final class Targets {
    static final DatasetFormat FORMAT = new DatasetFormat.OfTargets(
            "targets", "training targets as they are suggested: failed or low-scored tasks", TrainingTarget::toObject);

    private Targets() {}
}
