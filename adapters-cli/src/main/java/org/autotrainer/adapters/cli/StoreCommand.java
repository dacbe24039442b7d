package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about stores. */
@Command(
        name = "store",
        header = "Make, check, rebuild or back up a store.",
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "Examples:",
            "  autotrainer store init --store memory.db",
            "  autotrainer store check",
            "  autotrainer store backup memory-copy.db"
        },
        subcommands = {
            StoreInitCommand.class,
            StoreCheckCommand.class,
            StoreRebuildCommand.class,
            StoreBackupCommand.class
        })
final class StoreCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
