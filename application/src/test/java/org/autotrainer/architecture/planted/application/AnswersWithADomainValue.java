package org.autotrainer.architecture.planted.application;

import org.autotrainer.domain.evaluation.Evaluation;

public final class AnswersWithADomainValue {
    public record Response(Evaluation evaluation) {}
}
