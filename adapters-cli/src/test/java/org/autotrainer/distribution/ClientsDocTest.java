package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clients in the documentation are run against the built server, and print what stands below them. */
class ClientsDocTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final String TOKEN = "a-token-of-the-clients";
    private static final Map<String, Runner> RUNNERS = Map.of(
            "python", new Runner("client.py", "python3 --version", "python3 client.py"),
            "javascript", new Runner("client.mjs", "node -e fetch", "node client.mjs"),
            "sh", new Runner("client.sh", "curl --version", "sh client.sh"),
            "java", new Runner("Client.java", "true", "\"$JAVA_HOME/bin/java\" Client.java"));

    @TempDir
    static Path folder;

    private static Process server;
    private static String address = "";

    /**
     * How the clients of a language are run.
     *
     * @param probe succeeds where they can be run
     */
    private record Runner(String file, String probe, String command) {}

    /** A client of the documentation. */
    private record Client(String language, String source, String output) {
        @Override
        public String toString() {
            return language;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        ProcessBuilder builder = Distribution.shell(
                "exec autotrainer serve --port 0 --json --store clients.db", folder.resolve("home"), folder);
        builder.environment().put("AUTOTRAINER_TOKEN", TOKEN);
        server = builder.redirectError(folder.resolve("errors").toFile()).start();
        BufferedReader output = server.inputReader(UTF_8);
        String line = output.readLine();
        assertThat(line).as(Files.readString(folder.resolve("errors"))).isNotNull();
        address = new ObjectMapper().readTree(line).path("url").asText();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(60, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void a_client_prints_what_stands_below_it(Client client) throws IOException, InterruptedException {
        Runner runner = RUNNERS.get(client.language());
        assertThat(runner).as("how to run %s", client.language()).isNotNull();
        Path place = Files.createTempDirectory(folder, client.language());
        assumeTrue(
                run(runner.probe(), place).exit() == 0,
                "the client in " + client.language() + " was not run: this machine fails at " + runner.probe());
        Files.writeString(place.resolve(runner.file()), client.source());
        Distribution.Result result = run(runner.command(), place);
        assertThat(result.output().strip()).isEqualTo(client.output().strip());
        assertThat(result.exit()).isZero();
    }

    @Test
    void there_is_a_client_in_each_language() throws IOException {
        assertThat(clients())
                .extracting(Client::language)
                .containsExactlyInAnyOrder("python", "javascript", "sh", "java", "python");
    }

    static List<Client> clients() throws IOException {
        Matcher found = BLOCK.matcher(Files.readString(Distribution.PROJECT.resolve("docs/clients.md")));
        List<Client> clients = new ArrayList<>();
        while (found.find()) {
            String language = found.group(1);
            String source = found.group(2);
            assertThat(found.find() && found.group(1).equals("text"))
                    .as("the output stands below %s", source)
                    .isTrue();
            clients.add(new Client(language, source, found.group(2)));
        }
        return clients;
    }

    /** Runs a command as a user would, in the user's own home: there may be the interpreters. */
    private static Distribution.Result run(String command, Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        shell.environment().put("AUTOTRAINER_URL", address);
        shell.environment().put("AUTOTRAINER_TOKEN", TOKEN);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("no_proxy", "127.0.0.1");
        Process process = shell.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("took longer than two minutes: " + command);
        }
        return new Distribution.Result(process.exitValue(), Files.readString(output));
    }
}
