package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs about tokens. */
@Command(
        name = "token",
        header = "Create, list or revoke tokens for the callers of a server.",
        description = {
            "",
            "A server that runs takes them over within a second. What is kept of a token is its hash, in a file beside the"
                    + " store."
        },
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "Examples:",
            "  autotrainer token create support-bot --agent support --store memory.db",
            "  autotrainer token list",
            "  autotrainer token revoke support-bot"
        },
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand implements Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        throw UsageWords.needsVerb(spec.commandLine());
    }
}
