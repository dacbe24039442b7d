package org.autotrainer.architecture.planted.adapters.persistence;

import org.autotrainer.application.TrainingLoop;

final class KnowsAUseCase {
    Object train(TrainingLoop loop) {
        return loop.train();
    }
}
