package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The conformance suite of MCP finds nothing wrong, in both eras.
 *
 * <p>The scenarios that are left out are about sessions, resources, prompts, logging, sampling and tasks, none of which are
 * offered, or call tools that only the suite's own server has.
 */
class McpConformanceTest {
    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Process proxy;
    private static String address = "";

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        McpClients.install();
        McpClients.assumeThere(McpClients.node());
        server = RunningServer.start("conformance.db", folder);
        ProcessBuilder builder = new ProcessBuilder(
                McpClients.node().toString(),
                McpClients.script("token-proxy.mjs").toString(),
                server.url());
        builder.environment().put("AUTOTRAINER_TOKEN", RunningServer.TOKEN);
        proxy = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = proxy.inputReader(StandardCharsets.UTF_8);
        address = output.readLine();
        assertThat(address).startsWith("http://127.0.0.1:");
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.destroyForcibly();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, server-initialize",
        "2025-11-25, ping",
        "2025-11-25, tools-list",
        "2025-11-25, dns-rebinding-protection",
        "2026-07-28, server-stateless",
        "2026-07-28, tools-list",
        "2026-07-28, caching",
        "2026-07-28, http-header-validation",
        "2026-07-28, server-sse-multiple-streams",
        "2026-07-28, sep-2164-resource-not-found",
        "2026-07-28, dns-rebinding-protection"
    })
    void a_scenario_finds_nothing_wrong(String revision, String scenario) throws IOException, InterruptedException {
        Path results = Files.createDirectory(folder.resolve(revision + "-" + scenario));
        String ran = Distribution.sh(
                        McpClients.program("conformance/dist/index.js") + "server --url " + address + "/mcp --scenario "
                                + scenario + " --spec-version " + revision + " -o '" + results + "'",
                        folder.resolve("home"),
                        folder)
                .output();

        int passed = 0;
        try (Stream<Path> files = Files.walk(results)) {
            Path checks = files.filter(file -> file.endsWith("checks.json"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(ran));
            for (JsonNode check : RunningServer.JSON.readTree(checks.toFile())) {
                passed += check.path("status").asText().equals("SUCCESS") ? 1 : 0;
                String error = check.path("errorMessage").asText();
                boolean wrong = check.path("status").asText().equals("FAILURE") && !isOfWhatIsNotOffered(error);
                assertThat(wrong).as("%s: %s", check.path("id").asText(), error).isFalse();
            }
        }
        assertThat(passed).as(ran).isPositive();
    }

    /** Some scenarios ask for more than tools, and take it for wrong when there is nothing. */
    private static boolean isOfWhatIsNotOffered(String error) {
        return error.startsWith("Not testable")
                || ((error.startsWith("prompts/") || error.startsWith("resources/")) && error.contains("-32601"));
    }
}
