package org.autotrainer.architecture.planted.application;

import org.autotrainer.application.spi.StoreProvider;

public final class ChoosesItsStore {
    String kind(StoreProvider provider) {
        return provider.name();
    }
}
