package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.Test;

/**
 * Says things in MCP that are wrong in some way, from a seed: {@code -Dfuzz.requests=20000} for more of them, and
 * {@code -Dfuzz.seed=S} for others.
 */
class McpMutationsTest {
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final List<String> MESSAGES = List.of(
            McpPeer.legacy("initialize", "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"roots\":{}}}"),
            McpPeer.legacy("tools/list", "{}"),
            McpPeer.modern("server/discover", "{}"),
            McpPeer.legacy("tools/call", call("recall_heuristics", "{\"context\":{\"text\":\"a cup\"},\"attempt\":1}")),
            McpPeer.legacy("tools/call", call("explain_heuristic", "{\"id\":\"0123456789abcdef\"}")),
            McpPeer.legacy("tools/call", call("review_suggestion", "{\"id\":\"0123\",\"decision\":\"apply\"}")),
            McpPeer.modern("tools/call", call("list_heuristics", "{\"agent\":\"shop\",\"limit\":5}")),
            McpPeer.legacy(
                    "tools/call",
                    call(
                            "record_evaluation",
                            "{\"task_id\":\"t\",\"score\":0.5,\"suggestions\":[\"Be brief\",{\"text\":\"Be kind\",\"tags\":[\"a\"]}],"
                                    + "\"context\":{\"text\":\"a cup\"},\"parameters\":{\"temperature\":0.5},\"attempt\":1}")));

    private static final byte[] PING =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e300",
            "99999999999999999999999999",
            "\"\"",
            "\"x\"",
            "\"tools/call\"",
            "\"2026-07-28\"",
            "\"2025-11-25\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":{\"b\":[1]}}");

    private static String call(String tool, String arguments) {
        return "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "," + META + "}";
    }

    private final int requests = Integer.getInteger("fuzz.requests", 600);
    private final long seed = Long.getLong("fuzz.seed", 20_261_103);

    /** A message with another value somewhere, which is JSON still, or with other letters, which hardly ever is. */
    private static byte[] mutated(Random random) {
        String message = one(MESSAGES, random);
        if (random.nextInt(3) > 0) {
            JsonNode changed = ApiDocument.parse(message);
            for (int i = 0; i <= random.nextInt(2); i++) {
                change(changed, random);
            }
            return changed.toString().getBytes(StandardCharsets.UTF_8);
        }
        Route anywhere =
                new Route("POST", "/mcp", Set.of("application/json"), 1, Access.READ, call -> Answer.empty(200));
        Draft draft = Draft.of(anywhere, 0, random);
        draft.text(message);
        new BodyMutations(random).mutate(draft);
        return draft.body;
    }

    /** Takes a field somewhere away, gives it another value, or puts one in. */
    private static void change(JsonNode message, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(message, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(List.of("path", "agent", "cursor"));
        object.fieldNames().forEachRemaining(names::add);
        String name = one(names, random);
        if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(name, ApiDocument.parse(one(VALUES, random)));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    @Test
    void whatever_a_line_holds_it_is_answered_by_at_most_a_line_and_the_next_is_served() {
        Map<String, Integer> kinds = new TreeMap<>();
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            ServerProvider.Dialogue dialogue =
                    new McpServerProvider().dialogue(loop).orElseThrow();
            for (int i = 0; i < requests; i++) {
                byte[] line = mutated(new Random((seed + i) * 0x9E3779B97F4A7C15L));
                String message = "-Dfuzz.seed=" + (seed + i) + ": " + new String(line, StandardCharsets.UTF_8);
                String answer = new String(dialogue.answer(line), StandardCharsets.UTF_8);
                assertThat(answer).as(message).doesNotContain("\n", "\r");
                kinds.merge(answer.isEmpty() ? "unanswered" : kind(answer, message), 1, Integer::sum);
                assertThat(new String(dialogue.answer(PING), StandardCharsets.UTF_8))
                        .as("after %s", message)
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{}}");
            }
        }
        System.out.println("mutated messages: " + requests + " from seed " + seed + ": " + kinds);
        assertThat(kinds).containsKeys("result", "isError", "-32700", "-32600", "-32602");
    }

    @Test
    void whatever_head_and_body_say_they_are_answered_in_json() {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            McpServer server = new McpServer(loop);
            Random random = new Random(seed);
            List<String> said =
                    List.of("", "2026-07-28", "2025-11-25", "1", "tools/call", "tools/list", "=?base64?eA?=");
            for (int i = 0; i < requests; i++) {
                byte[] body = mutated(random);
                McpHead head = new McpHead(one(said, random), one(said, random), one(said, random));

                McpServer.Reply reply = server.answer(body, Optional.of(head));

                assertThat(reply.status()).isIn(200, 202, 400, 404);
                reply.body().ifPresent(answer -> kind(Json.text(answer), new String(body, StandardCharsets.UTF_8)));
            }
        }
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** What kind of answer it is; it is one that a client can understand, and gives nothing away. */
    private static String kind(String text, String message) {
        JsonNode answer = ApiDocument.parse(text);
        assertThat(answer.path("jsonrpc").asText()).as(message).isEqualTo("2.0");
        assertThat(answer.has("result") ^ answer.has("error")).as(message).isTrue();
        assertThat(text)
                .as(message)
                .doesNotContainPattern("(?i)exception|jackson|jetty|java\\.|org\\.autotrainer|\\bat \\w+\\(");
        if (answer.has("error")) {
            assertThat(answer.at("/error/message").asText()).as(message).isNotBlank();
            assertThat(answer.at("/error/code").asInt()).as(message).isNotEqualTo(-32_603);
            return answer.at("/error/code").asText();
        }
        return answer.at("/result/isError").asBoolean() ? "isError" : "result";
    }
}
