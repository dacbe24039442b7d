package org.autotrainer.architecture.planted.adapters.cli;

import org.autotrainer.application.port.Store;

final class ReadsTheStore {
    Object damage(Store store) {
        return store.damage();
    }
}
