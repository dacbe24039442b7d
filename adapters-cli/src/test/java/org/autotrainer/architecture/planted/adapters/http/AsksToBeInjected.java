package org.autotrainer.architecture.planted.adapters.http;

import jakarta.inject.Inject;

final class AsksToBeInjected {
    @Inject
    AsksToBeInjected() {}
}
