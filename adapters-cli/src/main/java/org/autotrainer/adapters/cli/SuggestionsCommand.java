package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about training suggestions; without one they are listed. */
@Command(
        name = "suggestions",
        header = "List training suggestions, and decide on them.",
        description = {"", "Without a verb the suggestions are listed."},
        synopsisSubcommandLabel = "[VERB]",
        footer = {
            "",
            "Examples:",
            "  autotrainer suggestions --agent support --status pending",
            "  autotrainer suggestions apply 1f0c2d --agent support",
            "  autotrainer suggestions dismiss 77ab01 --agent support"
        },
        subcommands = {SuggestionsListCommand.class, SuggestionsApplyCommand.class, SuggestionsDismissCommand.class})
final class SuggestionsCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
