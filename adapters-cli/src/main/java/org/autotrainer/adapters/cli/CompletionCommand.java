package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete the command. */
@Command(
        name = "completion",
        header = "Print the script that lets bash or zsh complete the command.",
        footer = {
            "",
            "Examples:",
            "  source <(autotrainer completion bash)",
            "  autotrainer completion bash > ~/.local/share/bash-completion/completions/autotrainer",
            "  source <(autotrainer completion zsh)"
        })
final class CompletionCommand implements Verb {
    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Choices.Shells.class,
            description = "${COMPLETION-CANDIDATES}.")
    private String shell;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        new Choices.Shells().check("SHELL", shell);
        // One script for both: in zsh it turns on the emulation of bash by itself.
        console.answers().write(AutoComplete.bash("autotrainer", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
