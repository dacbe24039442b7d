package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about heuristics; without one they are listed. */
@Command(
        name = "heuristics",
        header = "List what an agent has learned, show where it came from, or set it by hand.",
        description = {"", "Without a verb the heuristics are listed."},
        synopsisSubcommandLabel = "[VERB]",
        footer = {
            "",
            "Examples:",
            "  autotrainer heuristics --agent support",
            "  autotrainer heuristics show 5c1e90 --agent support",
            "  autotrainer heuristics set tone \"Answer in the customer's language.\" --agent support"
        },
        subcommands = {HeuristicsListCommand.class, HeuristicsShowCommand.class, HeuristicsSetCommand.class})
final class HeuristicsCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
