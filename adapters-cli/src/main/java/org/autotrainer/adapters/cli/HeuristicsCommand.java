package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about heuristics; without one they are listed. */
@Command(
        name = "heuristics",
        header = "List what an agent has learned, explain it, and decide on it.",
        description = {"", "Without a verb the heuristics are listed."},
        synopsisSubcommandLabel = "[VERB]",
        footer = {
            "",
            "Examples:",
            "  autotrainer heuristics --agent support",
            "  autotrainer heuristics show 5c1e90 --agent support",
            "  autotrainer heuristics retire 5c1e90 --agent support",
            "  autotrainer heuristics set tone \"Answer in the customer's language.\" --agent support"
        },
        subcommands = {
            HeuristicsListCommand.class,
            HeuristicsShowCommand.class,
            HeuristicsSetCommand.class,
            HeuristicsPinCommand.class,
            HeuristicsRetireCommand.class,
            HeuristicsRestoreCommand.class,
            HeuristicsApproveCommand.class,
            HeuristicsMergeCommand.class,
            HeuristicsSplitCommand.class
        })
final class HeuristicsCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
