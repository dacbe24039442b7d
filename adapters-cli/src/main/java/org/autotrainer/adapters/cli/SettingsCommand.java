package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about settings; without one they are shown. */
@Command(
        name = "settings",
        header = "Show how the loop works for an agent, or change it.",
        description = {"", "Without a verb the settings are shown."},
        synopsisSubcommandLabel = "[VERB]",
        footer = {
            "",
            "Examples:",
            "  autotrainer settings --agent support",
            "  autotrainer settings set modes.heuristic_update propose --agent support",
            "  autotrainer settings set budget_tokens 800 --agent support"
        },
        subcommands = {SettingsListCommand.class, SettingsSetCommand.class})
final class SettingsCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
