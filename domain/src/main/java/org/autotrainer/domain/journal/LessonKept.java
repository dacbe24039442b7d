package org.autotrainer.domain.journal;

import java.util.Optional;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * An evaluation was kept as a lesson; nothing was suggested.
 *
 * @param evaluation the evaluation, with its id
 */
public record LessonKept(Evaluation evaluation, Source source) implements Fact {
    /** A lesson that the operator's own program brings. */
    public LessonKept(Evaluation evaluation) {
        this(evaluation, Source.LOCAL);
    }

    @Override
    public FactKind kind() {
        return FactKind.LESSON;
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
