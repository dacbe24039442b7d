package org.autotrainer.adapters.cli.boot;

import com.google.inject.Guice;
import com.google.inject.Stage;
import org.autotrainer.adapters.cli.Loops;
import org.autotrainer.adapters.cli.console.Console;

/** Puts together what the commands need that work on a store; nobody else pays for it. */
final class Composition {
    private Composition() {}

    static Loops loops(Console console) {
        return Guice.createInjector(Stage.DEVELOPMENT, new CommandModule(console))
                .getInstance(Loops.class);
    }
}
