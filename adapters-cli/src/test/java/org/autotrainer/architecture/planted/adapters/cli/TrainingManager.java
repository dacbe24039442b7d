package org.autotrainer.architecture.planted.adapters.cli;

final class TrainingManager {}
