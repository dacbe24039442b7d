package org.autotrainer.architecture.planted.adapters.cli;

import jakarta.inject.Inject;

final class InjectsAField {
    @Inject
    Runnable work;
}
