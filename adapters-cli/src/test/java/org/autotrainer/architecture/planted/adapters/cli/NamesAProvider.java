package org.autotrainer.architecture.planted.adapters.cli;

import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider;

final class NamesAProvider {
    Object all() {
        return Providers.all(StoreProvider.class);
    }
}
