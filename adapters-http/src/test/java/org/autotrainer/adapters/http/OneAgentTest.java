package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.autotrainer.application.BrowseEvaluations;
import org.autotrainer.application.ConfigureAgent;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token of one agent reaches that agent alone, by whatever route and however another one is named. */
class OneAgentTest {
    private static final String SECRET = Callers.secret("bot");
    /** Routes that name no agent; of those with a body, one that names agent A, and merges into B. */
    private static final Map<String, String> BODIES = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /v1/evaluations", "{\"agent\":\"A\",\"task_id\":\"t\",\"suggestions\":[\"Jump\"]}"),
            Map.entry("POST /v1/recalls", "{\"agent\":\"A\",\"id\":\"r\",\"task_id\":\"t\"}"),
            Map.entry("POST /v1/lessons", "{\"agent\":\"A\",\"task_id\":\"t\",\"evaluation\":{\"score\":0.1}}"),
            Map.entry("POST /v1/training", "{\"agent\":\"A\"}"),
            Map.entry("POST /v1/heuristics", "{\"agent\":\"A\",\"key\":\"k\",\"text\":\"Jump\"}"),
            Map.entry(
                    "POST /mcp",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_heuristics\","
                            + "\"arguments\":{\"agent\":\"A\"}}}"),
            Map.entry("POST /v1/datasets/{format}", "{\"agent\":\"A\"}"),
            Map.entry("POST /v1/retractions", "{\"agent\":\"A\",\"task\":\"t\"}")));

    private static final List<String> OF_NO_AGENT = List.of(
            "GET /healthz",
            "GET /readyz",
            "GET /openapi.json",
            "GET /v1/datasets",
            "GET /v1/agents",
            "GET /v1/token",
            "POST /mcp");

    private final RunningServer server = RunningServer.start(
            new MemoryStore(),
            RunningServer.options()
                    .with(new Callers()
                            .with(new Token(
                                    "bot", EnumSet.allOf(Scope.class), Optional.of("support"), Trust.TRUSTED))));
    private String heuristic = "";
    private String suggestion = "";
    private String evaluation = "";

    @BeforeEach
    void two_agents_know_something() {
        TrainingLoop loop = server.loop();
        for (String agent : List.of("support", "other")) {
            heuristic = loop.heuristics().set(agent, "key", "Of " + agent).id();
            loop.settings()
                    .change(agent, new ConfigureAgent.Request(Map.of("heuristic_update", "propose"), null, null, null));
            evaluation = loop.train()
                    .train(Json.read(
                            bytes(evaluation(agent)), 0, evaluation(agent).length(), EvaluationBody.class))
                    .response()
                    .evaluationId();
            suggestion = loop.suggestions()
                    .list(agent, "pending", "heuristic_update", "", 1)
                    .items()
                    .get(0)
                    .id();
        }
    }

    private static String evaluation(String agent) {
        return "{\"agent\":\"" + agent + "\",\"task_id\":\"t1\",\"suggestions\":[\"Suggested to " + agent + "\"]}";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void another_agent_is_refused_at_every_route_and_stays_as_it_was() throws IOException {
        String before = state();

        for (Route route : RunningServer.routes()) {
            String name = route.method() + " " + route.path();
            if (OF_NO_AGENT.contains(name)) {
                continue;
            }
            for (String agent : List.of("other", "default", "Support", "nobody")) {
                assertThat(server.ask(naming(route, agent)).status())
                        .as(name + " of " + agent)
                        .isEqualTo(403);
            }
        }

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void without_an_agent_it_is_the_usual_one_which_is_another() throws IOException {
        for (Route route : RunningServer.routes()) {
            String name = route.method() + " " + route.path();
            if (!OF_NO_AGENT.contains(name)) {
                byte[] request = server.request(
                        route.method(),
                        path(route),
                        SECRET,
                        body(route, "A").replace("\"agent\":\"A\",", "").replace("\"agent\":\"A\"", ""));
                assertThat(server.ask(request).status()).as(name).isEqualTo(403);
            }
        }
    }

    @Test
    void ids_of_another_agent_lead_nowhere_within_its_own() throws IOException {
        String before = state();
        for (Route route : RunningServer.routes()) {
            if (route.path().contains("{id}")) {
                assertThat(server.ask(naming(route, "support")).status())
                        .as(route.path())
                        .isEqualTo(404);
            }
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void its_own_agent_is_served_at_every_route_that_is_about_one() throws IOException {
        heuristic =
                server.loop().heuristics().set("support", "key", "Of support").id();
        evaluation = server.loop()
                .evaluations()
                .list("support", BrowseEvaluations.Filter.NONE, "", 1)
                .items()
                .get(0)
                .id();
        suggestion = server.loop()
                .suggestions()
                .list("support", "pending", "heuristic_update", "", 1)
                .items()
                .get(0)
                .id();
        for (Route route : RunningServer.routes()) {
            if (!route.access().everyAgent() && !route.path().endsWith("/merge")) {
                assertThat(server.ask(naming(route, "support")).status())
                        .as(route.path())
                        .isIn(200, 201, 409);
            }
        }
    }

    @Test
    void of_agents_it_sees_its_own_alone() throws IOException {
        RawAnswer answer = server.ask(server.request("GET", "/v1/agents", SECRET, ""));

        assertThat(answer.problem().path("items")).hasSize(1);
        assertThat(answer.problem().at("/items/0/agent").asText()).isEqualTo("support");
        assertThat(answer.problem().path("next").isNull()).isTrue();
    }

    @Test
    void of_a_batch_the_lines_of_its_agent_are_recorded_and_the_others_refused() throws IOException {
        String lines = evaluation("support").replace("t1", "t2") + "\n"
                + evaluation("other").replace("t1", "t2") + "\n";
        byte[] request = bytes("POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + SECRET
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + lines.length() + "\r\n\r\n" + lines);

        List<String> answers = server.ask(request).body().lines().toList();

        assertThat(answers.get(0)).startsWith("{\"line\":1,\"status\":201");
        assertThat(answers.get(1)).startsWith("{\"line\":2,\"status\":403").contains("problem:forbidden");
    }

    /** A request about an agent, with the ids of the other one. */
    private byte[] naming(Route route, String agent) {
        String query =
                BODIES.containsKey(route.method() + " " + route.path()) || isOfAll(route) ? "" : "?agent=" + agent;
        return server.request(route.method(), path(route) + query, SECRET, body(route, agent));
    }

    private static boolean isOfAll(Route route) {
        return OF_NO_AGENT.contains(route.method() + " " + route.path())
                || route.access().everyAgent();
    }

    private String path(Route route) {
        return route.path().replace("{format}", "targets").replace("{id}", id(route.path()));
    }

    private String id(String path) {
        return path.contains("evaluations") ? evaluation : path.contains("suggestions") ? suggestion : heuristic;
    }

    private String body(Route route, String agent) {
        String body = BODIES.get(route.method() + " " + route.path());
        if (body != null) {
            return body.replace("\"A\"", "\"" + agent + "\"");
        }
        if (route.path().endsWith("/merge")) {
            return "{\"into\":\"" + heuristic + "\"}";
        }
        return route.mediaTypes().isEmpty() ? "" : "{}";
    }

    private String state() {
        return server.loop().agents().list("", 10) + " "
                + server.loop().maintenance().check(facts -> {}).stateHash();
    }
}
