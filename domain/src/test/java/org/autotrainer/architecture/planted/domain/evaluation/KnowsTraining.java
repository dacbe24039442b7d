package org.autotrainer.architecture.planted.domain.evaluation;

import org.autotrainer.domain.training.Kind;

record KnowsTraining(Kind kind) {}
