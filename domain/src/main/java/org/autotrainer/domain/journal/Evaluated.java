package org.autotrainer.domain.journal;

import java.util.Optional;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * An evaluation was recorded and trained on.
 *
 * @param evaluation the evaluation, with its id
 * @param source where it came from
 * @param withLessons whether the lessons before it were trained on too
 * @param apply whether heuristic updates were to be applied, or only suggested
 */
public record Evaluated(Evaluation evaluation, Source source, boolean withLessons, boolean apply) implements Fact {
    /** An evaluation that the operator's own program brings. */
    public Evaluated(Evaluation evaluation, boolean withLessons, boolean apply) {
        this(evaluation, Source.LOCAL, withLessons, apply);
    }

    @Override
    public FactKind kind() {
        return FactKind.EVALUATION;
    }

    @Override
    public String id() {
        return evaluation.id();
    }

    @Override
    public int revision() {
        return evaluation.revision();
    }

    @Override
    public Optional<Evaluation> recorded() {
        return Optional.of(evaluation);
    }
}
