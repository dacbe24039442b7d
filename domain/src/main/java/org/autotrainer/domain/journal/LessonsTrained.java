package org.autotrainer.domain.journal;

/**
 * The lessons were trained on, without a new evaluation.
 *
 * @param apply whether heuristic updates were to be applied, or only suggested
 */
public record LessonsTrained(String id, boolean apply) implements Fact {
    @Override
    public FactKind kind() {
        return FactKind.TRAINING;
    }
}
