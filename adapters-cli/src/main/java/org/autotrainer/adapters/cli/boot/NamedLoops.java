package org.autotrainer.adapters.cli.boot;

import jakarta.inject.Inject;
import java.nio.file.Path;
import org.autotrainer.adapters.cli.Loops;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider.Missing;

/** Loops over the stores of the providers on the class path, and says so when it makes a store. */
final class NamedLoops implements Loops {
    private final Console console;

    @Inject
    NamedLoops(Console console) {
        this.console = console;
    }

    @Override
    public TrainingLoop open(String location, Access access) {
        return switch (access) {
            case EXISTING -> TrainingLoop.open(location, Missing.REFUSE);
            case REHEARSING -> TrainingLoop.rehearse(location);
            case CREATING -> create(location);
        };
    }

    private TrainingLoop create(String location) {
        boolean there = exists(location);
        TrainingLoop loop = TrainingLoop.open(location, Missing.CREATE);
        if (!there) {
            console.note("made the store " + location);
        }
        return loop;
    }

    @Override
    public ServerProvider server(String name) {
        return Providers.named("server", name, ServerProvider.class, ServerProvider::name);
    }

    @Override
    public boolean exists(String location) {
        return TrainingLoop.exists(location);
    }

    @Override
    public void backup(String location, Path target) {
        TrainingLoop.backup(location, target);
    }
}
