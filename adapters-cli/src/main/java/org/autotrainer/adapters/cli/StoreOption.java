package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.problem.AutoTrainerException;
import picocli.CommandLine.Option;

/** The option that names a store. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "The memory to use: FILE, sqlite:FILE, or memory: (gone when the command ends). Default:"
                    + " AUTOTRAINER_STORE, else autotrainer/memory.db in your data folder, such as ~/.local/share.")
    private String store;

    /**
     * Where the store is.
     *
     * @throws AutoTrainerException if one is named in a folder that is not there; the data folder is made when it is needed
     */
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
