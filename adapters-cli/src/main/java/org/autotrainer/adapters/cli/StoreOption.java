package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Option;

/** The option that names a store. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "The memory to use: FILE, sqlite:FILE, or memory: (gone when the command ends). Default:"
                    + " AUTOTRAINER_STORE, else a file in your data folder.")
    private String store;

    String location(Console console) {
        if (store != null) {
            return StoreLocation.named("--store", store);
        }
        String variable = console.variable(StoreLocation.VARIABLE);
        return variable.isEmpty()
                ? StoreLocation.standard(console)
                : StoreLocation.named(StoreLocation.VARIABLE, variable);
    }
}
