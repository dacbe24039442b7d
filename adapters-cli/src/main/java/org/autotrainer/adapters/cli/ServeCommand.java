package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.server.Tokens;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the loop over HTTP until it is stopped. */
@Command(
        name = "serve",
        header = "Serve the loop over HTTP, until it is stopped by Ctrl-C or a signal.",
        description = {
            "",
            "Callers show a token. Yours is read from --token-file or AUTOTRAINER_TOKEN; otherwise one is made,"
                    + " kept beside the store for the owner alone, and printed when it is made. Others are made with"
                    + " autotrainer token create."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer serve --store memory.db",
            "  autotrainer serve --port 0 --token-file token.txt --json",
            "  autotrainer serve --host 0.0.0.0 --public --tls-keystore server.p12 --access-log access.jsonl"
        })
final class ServeCommand implements Verb {
    private static final String SQLITE = "sqlite:";
    private static final int HIGHEST_PORT = 65_535;

    @Mixin
    private StoreOption store;

    @Option(names = "--port", paramLabel = "PORT", description = "The port; 0 for any. Default: 8391.")
    private int port = 8_391;

    @Option(names = "--token-file", paramLabel = "FILE", description = "The file that holds the token.")
    private String tokenFile = "";

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "The most requests of a token in a second, in the long run; 0 for no limit. Default: 20000.")
    private int rate = 20_000;

    @Mixin
    private ReachOptions reach;

    @Mixin
    private TokensOption tokens;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Add a line of JSON about each request to this file; - for standard output.")
    private String accessLog = "";

    @Mixin
    private ChanceOption chance;

    @Option(names = "--json", description = "Say where it listens in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        check();
        String location = store.location(console);
        Optional<ServerToken> given = ServerToken.given(tokenFile, console);
        Optional<LiveTokens> created =
                tokens.file(location).map(file -> new LiveTokens(file, InstantSource.system(), console::note));
        if (reach.isReachedByOthers()
                && given.isEmpty()
                && !created.map(LiveTokens::hasSome).orElse(false)) {
            throw new InvalidValueException("a server that other machines can reach needs a token that was given to it;"
                    + " create one with: autotrainer token create NAME");
        }
        ServerProvider.Options options = new ServerProvider.Options(reach.host(), port, "", rate, waiting(location))
                .with(reach.reach(console))
                .with(created.map(Tokens.class::cast).orElse(secret -> Optional.empty()));
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Interruption stop = new Interruption(() -> {
            stopped.countDown();
            await(closed);
        });
        try {
            serve(location, options, given, console, loops.get(), stopped);
        } finally {
            stop.close();
            closed.countDown();
        }
        return ExitCode.OK;
    }

    /** Serves until it is to stop; then what is under way is answered, and what was learned is written. */
    private void serve(
            String location,
            ServerProvider.Options options,
            Optional<ServerToken> given,
            Console console,
            Loops loops,
            CountDownLatch stopped) {
        try (AccessLogFile log = AccessLogFile.open(accessLog, console);
                TrainingLoop loop = loops.open(location, Access.CREATING)) {
            // Others reach it with tokens alone that somebody has given or created for them.
            Optional<ServerToken> token = given.isPresent() || reach.isReachedByOthers()
                    ? given
                    : Optional.of(ServerToken.kept(location, console));
            ServerProvider.Options all =
                    log.added(options.with(token.map(ServerToken::text).orElse("")));
            try (ServerProvider.Server server = loops.server("http").start(chance.of(loop), all)) {
                tell(server, location, token.filter(ServerToken::isMade), console);
                await(stopped);
            }
        }
    }

    /** Telemetry waits beside a store that is a file. */
    private static Optional<Path> waiting(String location) {
        return location.startsWith(SQLITE)
                ? Optional.of(Path.of(location.substring(SQLITE.length()) + ".otlp"))
                : Optional.empty();
    }

    private void check() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidValueException("--port is " + port + "; allowed are 0 to " + HIGHEST_PORT);
        }
        chance.check();
        if (rate < 0) {
            throw new InvalidValueException("--rate is " + rate + "; allowed are 0 and more");
        }
        reach.check();
    }

    private void tell(ServerProvider.Server server, String location, Optional<ServerToken> made, Console console) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("url", server.address().toString());
            answer.put("store", location);
            made.ifPresent(token -> answer.put("token", token.text()));
            console.json(answer);
        } else {
            made.ifPresent(token -> console.say("token: " + token.text()));
            console.say("Serving " + location + " at " + server.address());
        }
        console.flush();
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
