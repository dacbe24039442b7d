package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of MCP that others have written go through the loop: in both eras, over streams and over HTTP. */
class McpClientsTest {
    private static final String LOOP = """
            autotrainer: What earlier tasks taught
            recall_heuristics record_evaluation list_heuristics explain_heuristic review_suggestion
            applied 1
            - Look up the order before promising a refund
            shown 1
            from refund-1
            applied
            score is 7.0; allowed are 0 to 1
            -32602
            """;
    private static final String STREAMS = "autotrainer mcp --store loop.db";

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        McpClients.install();
    }

    @ParameterizedTest
    @CsvSource({"loop.mjs, legacy", "loop.mjs, modern", "loop.mjs, auto", "loop.py, legacy", "loop.py, auto"})
    void a_client_goes_through_the_loop_over_streams(String script, String era)
            throws IOException, InterruptedException {
        assertThat(run(command(script, era) + STREAMS)).isEqualTo(LOOP);
    }

    @ParameterizedTest
    @CsvSource({"loop.mjs, legacy", "loop.mjs, modern", "loop.mjs, auto", "loop.py, legacy", "loop.py, auto"})
    void a_client_goes_through_the_loop_over_http(String script, String era) throws IOException, InterruptedException {
        String command = command(script, era);
        try (RunningServer server = RunningServer.start("loop.db", folder)) {
            assertThat(run(command + server.url() + "/mcp")).isEqualTo(LOOP);
        }
    }

    private String command(String script, String era) throws IOException {
        Path runner = script.endsWith(".py") ? McpClients.python() : McpClients.node();
        McpClients.assumeThere(runner);
        return "'" + runner + "' '" + McpClients.script(script) + "' " + era + " ";
    }

    @Test
    void the_inspector_calls_a_tool_over_streams_and_over_http() throws IOException, InterruptedException {
        String call = " --method tools/call --tool-name record_evaluation --tool-arg task_id=refund-1 success=false"
                + " 'suggestions=[\"Look up the order first\"]'";

        JsonNode overStreams = RunningServer.JSON.readTree(run(inspector() + STREAMS + call));
        assertThat(overStreams.at("/structuredContent/applied").asInt()).isEqualTo(1);
        try (RunningServer server = RunningServer.start("http.db", folder)) {
            String token = " --header 'Authorization: Bearer " + RunningServer.TOKEN + "'";
            JsonNode overHttp = RunningServer.JSON.readTree(run(inspector() + server.url() + "/mcp" + token + call));
            assertThat(overHttp).isEqualTo(overStreams);
        }
    }

    @Test
    void the_inspector_finds_no_schema_that_a_host_may_refuse() throws IOException, InterruptedException {
        String listed = run(inspector() + STREAMS + " --method tools/list --strict 2>warnings; echo; cat warnings");

        assertThat(listed).contains("\"recall_heuristics\"").doesNotContain("Warning", "Error:", "warnings across");
    }

    private static String inspector() {
        McpClients.assumeThere(McpClients.node());
        return McpClients.program("inspector/clients/launcher/build/index.js") + "--cli ";
    }

    /** What a command says; what the program says beside is left out. */
    private String run(String command) throws IOException, InterruptedException {
        Distribution.Result result = Distribution.sh(
                "export AUTOTRAINER_TOKEN=" + RunningServer.TOKEN + " no_proxy=127.0.0.1; { " + command + "; } 2>errors"
                        + " || cat errors",
                folder.resolve("home"),
                folder);
        assertThat(List.of(0)).as(result.output()).contains(result.exit());
        return result.output();
    }
}
