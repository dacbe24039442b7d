package org.autotrainer.architecture.planted.adapters.cli;

import java.util.ServiceLoader;
import org.autotrainer.application.spi.StoreProvider;

final class LooksUpProviders {
    Object first() {
        return ServiceLoader.load(StoreProvider.class).findFirst();
    }
}
