package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.trust.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a token, and shows it this once. */
@Command(
        name = "create",
        header = "Create a token, and show it this once.",
        description = {
            "",
            "What comes with a token below trusted is recorded, but its advice waits until it is approved or trusted critics"
                    + " say the same."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer token create dashboard --scope read",
            "  autotrainer token create support-bot --agent support --trust trusted --expires 90d"
        })
final class TokenCreateCommand implements Verb {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([dhm])");

    @Parameters(paramLabel = "NAME", description = "What it is called in lists and logs.")
    private String name;

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "What it is for, of read, write and admin, joined by commas. Default: read and write.")
    private String scopes = "read,write";

    @Option(names = "--agent", paramLabel = "AGENT", description = "The one agent that it reaches. Default: all.")
    private String agent = "";

    @Option(
            names = "--trust",
            paramLabel = "LEVEL",
            description =
                    "How far what it brings is trusted: trusted, reviewed, untrusted or blocked. Default: untrusted.")
    private String trust = Trust.UNTRUSTED.word();

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "When it is over: after a span such as 90d, 12h or 30m, or at a time. Default: never.")
    private String expires = "";

    @Mixin
    private TokensOption tokens;

    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Token token = token();
        Optional<Instant> end = end(now);
        TokenFile file = tokens.required(store.location(console));
        String secret = TokenSecret.fresh();
        KeptToken kept = new KeptToken(token, TokenSecret.hash(secret), now, end, Optional.empty());
        file.create(kept);
        if (json) {
            Map<String, Object> answer = TokenListCommand.told(kept, now);
            answer.put("token", secret);
            answer.put("file", file.path().toString());
            console.json(answer);
        } else {
            console.say("token: " + secret);
            console.note("it is not shown again; its hash is kept in " + file.path());
            if (token.allows(Scope.WRITE) && token.trust() != Trust.TRUSTED) {
                console.note(
                        "advice that comes with it waits until a person approves it; --trust trusted lets it in at once");
            }
        }
        return ExitCode.OK;
    }

    private Token token() {
        if (name.equals(Token.OPERATOR.name())) {
            throw new InvalidValueException("the name " + name + " is the operator's own; give the token another one");
        }
        Set<Scope> allowed = EnumSet.noneOf(Scope.class);
        for (String word : scopes.split(",", -1)) {
            allowed.add(Scope.of(word.strip()));
        }
        return new Token(name, allowed, agent.isEmpty() ? Optional.empty() : Optional.of(agent), Trust.of(trust));
    }

    private Optional<Instant> end(Instant now) {
        if (expires.isEmpty()) {
            return Optional.empty();
        }
        Instant end = moment(now);
        if (!end.isAfter(now)) {
            throw new InvalidValueException("--expires is " + expires + ", which is over already");
        }
        return Optional.of(end);
    }

    private Instant moment(Instant now) {
        Matcher span = SPAN.matcher(expires);
        try {
            if (!span.matches()) {
                return Instant.parse(expires);
            }
            long count = Long.parseLong(span.group(1));
            Duration length = switch (span.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofMinutes(count);
            };
            return now.plus(length);
        } catch (DateTimeException wrong) {
            throw new InvalidValueException("--expires is \"" + expires
                    + "\"; allowed is a span such as 90d, 12h or 30m, or a time such as 2027-01-31T00:00:00Z");
        }
    }
}
