package org.autotrainer.adapters.cli.boot;

import com.google.inject.AbstractModule;
import org.autotrainer.adapters.cli.Loops;
import org.autotrainer.adapters.cli.console.Console;

/** Says who gets what: the one place where the parts of the program are chosen. */
final class CommandModule extends AbstractModule {
    private final Console console;

    CommandModule(Console console) {
        this.console = console;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(Console.class).toInstance(console);
        bind(Loops.class).to(NamedLoops.class);
        bind(NamedLoops.class);
    }
}
