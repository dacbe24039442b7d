package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
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
            "Callers show a token. It is read from --token-file or AUTOTRAINER_TOKEN; otherwise one is made,"
                    + " kept beside the store for the owner alone, and printed when it is made."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer serve --store memory.db",
            "  autotrainer serve --port 0 --token-file token.txt --json"
        })
final class ServeCommand implements Verb {
    private static final String SQLITE = "sqlite:";
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern IP4 = Pattern.compile("((25[0-5]|(2[0-4]|1?[0-9])?[0-9])(\\.(?!$)|$)){4}");

    @Mixin
    private StoreOption store;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on. Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "The port; 0 for any. Default: 8391.")
    private int port = 8_391;

    @Option(names = "--token-file", paramLabel = "FILE", description = "The file that holds the token.")
    private String tokenFile = "";

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "The most requests in a second, in the long run; 0 for no limit. Default: 20000.")
    private int rate = 20_000;

    @Option(
            names = "--public",
            description = "Allow an address that other machines can reach; what is sent there is not encrypted.")
    private boolean isPublic;

    @Mixin
    private ChanceOption chance;

    @Option(names = "--json", description = "Say where it listens in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        check();
        String location = store.location(console);
        Optional<ServerToken> given = ServerToken.given(tokenFile, console);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Interruption stop = new Interruption(() -> {
            stopped.countDown();
            await(closed);
        });
        try {
            serve(location, given, console, loops.get(), stopped);
        } finally {
            stop.close();
            closed.countDown();
        }
        return ExitCode.OK;
    }

    /** Serves until it is to stop; then what is under way is answered, and what was learned is written. */
    private void serve(
            String location, Optional<ServerToken> given, Console console, Loops loops, CountDownLatch stopped) {
        try (TrainingLoop loop = loops.open(location, Access.CREATING)) {
            ServerToken token = given.orElseGet(() -> ServerToken.kept(location, console));
            ServerProvider.Options options =
                    new ServerProvider.Options(host, port, token.text(), rate, waiting(location));
            try (ServerProvider.Server server = loops.server("http").start(chance.of(loop), options)) {
                tell(server, location, token, console);
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
        if (!isPublic && !address().isLoopbackAddress()) {
            throw new InvalidValueException("--host " + host
                    + " can be reached from other machines, and what is sent is not encrypted;"
                    + " add --public if that is meant");
        }
    }

    /** The address to listen on; names are not looked up, since that would ask other machines. */
    private InetAddress address() {
        try {
            if (host.equals("localhost") || IP4.matcher(host).matches() || host.contains(":")) {
                return InetAddress.getByName(host);
            }
        } catch (UnknownHostException wrong) {
            throw noAddress();
        }
        throw noAddress();
    }

    private InvalidValueException noAddress() {
        return new InvalidValueException(
                "--host is " + host + "; allowed is an address such as 127.0.0.1 or ::1, or localhost");
    }

    private void tell(ServerProvider.Server server, String location, ServerToken token, Console console) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("url", server.address().toString());
            answer.put("store", location);
            if (token.isMade()) {
                answer.put("token", token.text());
            }
            console.json(answer);
        } else {
            if (token.isMade()) {
                console.say("token: " + token.text());
            }
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
