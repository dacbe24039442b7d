package org.autotrainer.domain.journal;

import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/**
 * The lessons were trained on, without a new evaluation.
 *
 * @param apply whether heuristic updates were to be applied, or only suggested
 */
public record LessonsTrained(String id, boolean apply) implements Fact {
    /** Checks the id. */
    public LessonsTrained {
        CleanText.required("id", id, Limits.NAME);
    }

    @Override
    public FactKind kind() {
        return FactKind.TRAINING;
    }
}
