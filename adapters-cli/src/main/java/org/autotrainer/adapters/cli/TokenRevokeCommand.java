package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a token back. */
@Command(
        name = "revoke",
        header = "Take a token back: it lets nobody in any more.",
        description = {"", "What it brought stays; retract --import token:NAME un-learns it."},
        footer = {"", "Example:", "  autotrainer token revoke support-bot"})
final class TokenRevokeCommand implements Verb {
    @Parameters(paramLabel = "NAME", description = "The token.")
    private String name;

    @Mixin
    private TokensOption tokens;

    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        tokens.required(store.location(console)).revoke(name, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (json) {
            console.json(Map.of("revoked", name));
        } else {
            console.say("The token " + name + " is revoked.");
        }
        return ExitCode.OK;
    }
}
