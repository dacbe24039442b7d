package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that works on one store, which is opened before and closed after it. */
abstract class LoopVerb implements Verb {
    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object, of a list one object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Access access;

    LoopVerb(Access access) {
        this.access = access;
    }

    /** What the command does to the store. */
    Access access() {
        return access;
    }

    /** Whether to answer in JSON. */
    final boolean inJson() {
        return json;
    }

    /** Checks options that need no store. */
    void check() {}

    abstract int run(TrainingLoop loop, Console console);

    /** Where the store is. */
    final String location(Console console) {
        return store.location(console);
    }

    /** A command to go on with, as it is typed for the same agent and store. */
    final String next(String words) {
        return NextStep.after(spec, words);
    }

    /** What comes before the command works on a store that is open. */
    void begin(TrainingLoop loop, Console console) {}

    @Override
    public final int run(Console console, Provider<Loops> loops) {
        check();
        try (TrainingLoop loop = loops.get().open(location(console), access())) {
            begin(loop, console);
            return run(loop, console);
        }
    }
}
