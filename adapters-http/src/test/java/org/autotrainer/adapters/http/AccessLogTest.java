package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the access log tells of requests, and what it keeps to itself. */
class AccessLogTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final RunningServer server = RunningServer.start(
            new MemoryStore(),
            RunningServer.options()
                    .with(new Callers().with("critic", Scope.WRITE))
                    .logging(lines::add));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_line_tells_who_asked_for_what_and_what_came_of_it() throws Exception {
        String body = "{\"agent\":\"support\",\"task_id\":\"t\"}";
        RawAnswer answer = server.ask(server.request("POST", "/v1/evaluations", Callers.secret("critic"), body));

        JsonNode line = line();

        assertThat(line.path("method").asText()).isEqualTo("POST");
        assertThat(line.path("route").asText()).isEqualTo("/v1/evaluations");
        assertThat(line.path("status").asInt()).isEqualTo(201);
        assertThat(line.path("bytes_in").asInt()).isEqualTo(body.length());
        assertThat(line.path("bytes_out").asInt()).isEqualTo(answer.body().length());
        assertThat(line.path("millis").asDouble()).isBetween(0.0, 30_000.0);
        assertThat(line.path("token").asText()).isEqualTo("critic");
        assertThat(line.path("agent").asText()).isEqualTo("support");
        assertThat(line.path("request").asText()).isEqualTo(answer.header("x-request-id"));
        assertThat(Instant.parse(line.path("time").asText()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void a_read_that_is_answered_again_tells_the_agent_as_well() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.ask(server.get("/v1/settings?agent=support"));

            assertThat(line().path("agent").asText()).isEqualTo("support");
        }
    }

    @Test
    void a_call_of_mcp_tells_the_agent_that_it_is_about() throws Exception {
        server.ask(server.post("/mcp", McpPeer.call("recall_heuristics", "{\"agent\":\"support\"}")));
        assertThat(line().path("agent").asText()).isEqualTo("support");

        server.ask(server.post("/mcp", McpPeer.call("list_heuristics", "{}")));
        assertThat(line().path("agent").asText()).isEqualTo("default");
    }

    @Test
    void a_method_that_a_route_does_not_take_is_told_and_one_that_is_made_up_is_not() throws Exception {
        server.ask(server.get("/v1/recalls"));
        JsonNode known = line();
        server.ask(server.request("BREW", "/v1/recalls", TOKEN, ""));
        JsonNode madeUp = line();

        assertThat(known.path("status").asInt()).isEqualTo(405);
        assertThat(known.path("method").asText()).isEqualTo("GET");
        assertThat(known.path("route").asText()).isEqualTo("other");
        assertThat(madeUp.path("method").asText()).isEqualTo("other");
    }

    @Test
    void requests_have_ids_of_their_own_also_those_that_are_refused() throws IOException {
        String first = server.ask(server.get("/v1/agents")).header("x-request-id");
        String second = server.ask(server.get("/nothing")).header("x-request-id");
        String third = server.ask(bytes("nonsense\r\n\r\n")).header("x-request-id");

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/heuristics?agent=a%0A%7B%22forged%22:1%7D",
                "/v1/heuristics/%0d%0a%1b%5b2J?agent=a",
                "/v1/suggestions/secret-of-a-person/apply?agent=%e2%80%ae%c2%85",
                "/%0a%0a",
                "/v1/recalls?query=secret-of-a-person",
                "/v1/agents?cursor=%zz"
            })
    void nothing_that_is_asked_for_gets_into_a_line(String target) throws Exception {
        server.ask(server.get(target));

        String line = next();

        assertThat(line).matches("\\{[ -~]*}").doesNotContain("forged", "secret-of-a-person", "%", "\\u001b");
        assertThat(ApiDocument.parse(line).size()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "\\u202e", "\\u0085", "\\ud800", "\\u0000"})
    void an_agent_that_cannot_be_one_forges_no_line(String agent) throws Exception {
        server.ask(server.post("/v1/recalls", "{\"agent\":\"" + agent + "\"}"));

        assertThat(next()).matches("\\{[ -~]*}");
    }

    @Test
    void tokens_and_bodies_are_told_to_nobody() throws Exception {
        server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\",\"suggestions\":[\"A secret of a person\"]}"));
        server.ask(server.request("GET", "/v1/agents", "a-wrong-token-0123456789", ""));

        assertThat(next() + next()).doesNotContain(TOKEN, "a-wrong-token", "A secret of a person");
    }

    @Test
    void what_is_no_http_has_a_line_too() throws Exception {
        server.ask(bytes("GET / HTTP/1.1\r\nHost: localhost\r\nBroken\u0000: x\r\n\r\n"));

        JsonNode line = line();

        assertThat(line.path("status").asInt()).isEqualTo(400);
        assertThat(line.path("route").asText()).isEqualTo("other");
        assertThat(line.path("token").asText()).isEmpty();
    }

    private JsonNode line() throws InterruptedException {
        return ApiDocument.parse(next());
    }

    private String next() throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        assertThat(line).as("a line").isNotNull();
        return line;
    }
}
