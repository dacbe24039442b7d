package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: without a verb it shows its help. */
@Command(
        name = "autotrainer",
        versionProvider = Version.class,
        header = "The learning loop for LLM agents: evaluations in, training suggestions out, memory kept.",
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "Examples:",
            "  autotrainer train results.jsonl",
            "  autotrainer recall \"Customer wants a refund\" --agent support",
            "  autotrainer report --agent support",
            "  autotrainer export --format trl-sft --agent support --out sft.jsonl",
            "",
            "Every verb takes --help, most take --json. Exit codes: 0 done, 1 failed, 2 usage, 74 disk."
        },
        subcommands = {
            TrainCommand.class,
            RecallCommand.class,
            SuggestionsCommand.class,
            HeuristicsCommand.class,
            EvaluationsCommand.class,
            LessonsCommand.class,
            ParamsCommand.class,
            AgentsCommand.class,
            ReportCommand.class,
            RetractCommand.class,
            ExportCommand.class,
            SettingsCommand.class,
            ServeCommand.class,
            TokenCommand.class,
            McpCommand.class,
            StoreCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        })
final class AutoTrainerCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        CommandLine self = spec.commandLine();
        self.usage(console.answers(), self.getColorScheme());
        return ExitCode.OK;
    }
}
