package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about evaluations; without one they are listed. */
@Command(
        name = "evaluations",
        header = "List the evaluations that were recorded, and show one with what it taught.",
        description = {"", "Without a verb the evaluations are listed."},
        synopsisSubcommandLabel = "[VERB]",
        footer = {
            "",
            "Examples:",
            "  autotrainer evaluations --agent support",
            "  autotrainer evaluations --agent support --result failure --task refund-17",
            "  autotrainer evaluations show 7d1c40 --agent support"
        },
        subcommands = {EvaluationsListCommand.class, EvaluationsShowCommand.class})
final class EvaluationsCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
