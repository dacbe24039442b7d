package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.server.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists tokens. */
@Command(
        name = "list",
        header = "List the tokens, also those that were revoked.",
        footer = {"", "Example:", "  autotrainer token list --store memory.db"})
final class TokenListCommand implements Verb {
    @Mixin
    private TokensOption tokens;

    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        TokenFile file = tokens.required(store.location(console));
        Collection<KeptToken> all = file.read().values();
        Instant now = Instant.now();
        if (json) {
            all.forEach(kept -> console.json(told(kept, now)));
        } else if (all.isEmpty()) {
            console.say("There are no tokens in " + file.path() + "; make one with: "
                    + NextStep.after(spec, "token create NAME"));
        } else {
            console.show(table(all, now));
        }
        return ExitCode.OK;
    }

    private static Table table(Collection<KeptToken> all, Instant now) {
        Table table = new Table(
                Column.text("token"),
                Column.text("scopes"),
                Column.text("agent"),
                Column.text("trust"),
                Column.text("expires"),
                Column.text("standing"));
        all.forEach(kept -> table.row(
                kept.name(),
                String.join(" ", scopes(kept)),
                kept.token().agent().orElse("all"),
                kept.token().trust().word(),
                kept.expires()
                        .map(end -> end.truncatedTo(ChronoUnit.MINUTES).toString())
                        .orElse("never"),
                kept.at(now).words()));
        return table;
    }

    /** What is told of a token in JSON; its hash is not. */
    static Map<String, Object> told(KeptToken kept, Instant now) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", kept.name());
        told.put("scopes", scopes(kept));
        kept.token().agent().ifPresent(agent -> told.put("agent", agent));
        told.put("trust", kept.token().trust().word());
        told.put("created", kept.created().toString());
        kept.expires().ifPresent(end -> told.put("expires", end.toString()));
        kept.revoked().ifPresent(at -> told.put("revoked", at.toString()));
        told.put("standing", kept.at(now).words());
        return told;
    }

    private static List<String> scopes(KeptToken kept) {
        return kept.token().scopes().stream().sorted().map(Scope::word).toList();
    }
}
