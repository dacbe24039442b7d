package org.autotrainer.architecture.planted.adapters.cli;

import com.google.inject.Injector;

final class ServesItself {
    Object give(Injector injector) {
        return injector.getInstance(Runnable.class);
    }
}
