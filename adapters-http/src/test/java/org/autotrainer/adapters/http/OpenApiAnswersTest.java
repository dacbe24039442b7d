package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.autotrainer.adapters.http.ApiDocument.Operation;
import org.autotrainer.adapters.http.Exchange.Reply;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.learning.Chance;
import org.junit.jupiter.api.Test;

/** Each route is asked for all that it does, and refuses all that it can: what comes is as the document describes it. */
class OpenApiAnswersTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final Set<Integer> AT_EVERY_DOOR = Set.of(400, 401, 403, 405, 413, 414, 415, 421, 431);

    private static final List<String> ONLY_WHILE_UNDER_WAY = List.of(
            "/v1/heuristics", "/v1/heuristics/{id}/pin", "/v1/heuristics/{id}/retire", "/v1/heuristics/{id}/restore");

    /** The answers so far: operation, status and media type. */
    private final Set<String> seen = new TreeSet<>();

    @Test
    void the_work_of_each_route_is_answered_as_described() throws IOException, InterruptedException {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore(Chance.keyOf("answers")));
                Exchange server = Exchange.with(loop)) {
            evaluate(server);
            recall(server);
            browse(server);
            decide(server);
            curate(server);
            retract(server);
            observe(server);
            converse(server);
        }
        Set<String> documented = documented(status -> status < 300 || status == 404 || status == 409);
        // So far every suggestion that can be made can be applied.
        documented.remove("POST /v1/suggestions/{id}/apply 409 application/problem+json");
        // That a request with the same key is under way is seen in OpenApiConditionsTest.
        ONLY_WHILE_UNDER_WAY.forEach(name -> documented.remove("POST " + name + " 409 application/problem+json"));
        assertThat(seen).containsAll(documented);
    }

    private void evaluate(Exchange server) throws IOException, InterruptedException {
        String failure = "{\"agent\":\"a\",\"id\":\"e1\",\"task_id\":\"t1\",\"suggestions\":[\"Look\",\"Ask\"]}";
        String other = failure.replace("Look", "Jump");
        String conversation = ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"},"
                + "{\"role\":\"assistant\",\"content\":\"%s\"}]}";
        String good = "{\"agent\":\"a\",\"task_id\":\"t2\",\"success\":true,\"score\":1"
                + conversation.formatted("Good morning");
        String bad = "{\"agent\":\"a\",\"task_id\":\"t2\",\"attempt\":1" + conversation.formatted("What");
        String path = "/v1/evaluations";
        assertThat(post(server, path, failure).status()).isEqualTo(201);
        assertThat(post(server, path, failure).status()).isEqualTo(200);
        assertThat(post(server, path, other).status()).isEqualTo(409);
        String lines = String.join("\n", failure, "", "no json", good, bad, other);
        Reply batch = ask(server, "POST " + path, path, LINES, lines);
        assertThat(batch.body()
                        .lines()
                        .map(line -> ApiDocument.parse(line).path("status").asInt()))
                .containsExactly(200, 400, 201, 201, 409);
        post(server, "/v1/lessons", "{\"agent\":\"a\",\"task_id\":\"t3\",\"evaluation\":{\"score\":0.1}}");
        post(server, "/v1/training", "{\"agent\":\"a\",\"task_id\":\"t4\",\"evaluation\":{\"score\":0.2}}");
        for (String score : List.of("0.1", "0.3")) {
            String named =
                    "{\"agent\":\"a\",\"task_id\":\"t5\",\"evaluation\":{\"id\":\"n1\",\"score\":%s}}".formatted(score);
            post(server, "/v1/lessons", named);
            post(server, "/v1/training", named);
        }
    }

    private void recall(Exchange server) throws IOException, InterruptedException {
        for (String text : List.of("Look", "Jump")) {
            post(
                    server,
                    "/v1/recalls",
                    "{\"agent\":\"a\",\"id\":\"r1\",\"context\":{\"text\":\"%s\"}}".formatted(text));
        }
        post(server, "/v1/recalls", "{\"agent\":\"a\",\"explore\":\"off\",\"choices\":{\"temperature\":[0.0,0.5]}}");
        post(server, "/v1/recalls", "{}");
        measure(server);
        post(server, "/v1/heuristics", "{\"agent\":\"a\",\"key\":\"k\",\"text\":\"By hand\"}");
        ask(server, "PUT /v1/settings", "/v1/settings?agent=b", JSON, "{\"explore\":\"off\"}");
    }

    /** Goes round the loop so often that something is measured. */
    private void measure(Exchange server) throws IOException, InterruptedException {
        String recalled = "";
        for (int i = 0; i < 60; i++) {
            String task =
                    "\"agent\":\"m\",\"task_id\":\"t%d\",\"context\":{\"text\":\"Look\",\"tags\":[\"x\"]}".formatted(i);
            recalled = post(
                            server,
                            "/v1/recalls",
                            "{%s,\"choices\":{\"temperature\":[0,0.5],\"tone\":[\"a\",\"b\"]}}".formatted(task))
                    .body();
            String receipt = ApiDocument.parse(recalled).path("receipt").asText();
            post(
                    server,
                    "/v1/evaluations",
                    "{%s,\"success\":%s,\"suggestions\":[\"Look\"],\"receipt\":\"%s\"}"
                            .formatted(task, i % 2 == 0, receipt));
        }
        String evidence =
                get(server, "/v1/heuristics", "/v1/heuristics?agent=m&limit=1").body();
        assertThat(recalled).contains("\"parameters\":{\"temperature\":");
        assertThat(evidence).contains("\"believed\":{", "\"measured\":{", "\"measured_by_tag\":{\"x\":{");
    }

    private void browse(Exchange server) throws IOException, InterruptedException {
        for (String address : List.of(
                "/v1/evaluations?agent=a&limit=2",
                "/v1/evaluations?agent=a&task_id=t1&critic=c&run=r&success=false&outcome=measured",
                "/v1/evaluations?agent=m&limit=500",
                "/v1/evaluations",
                "/v1/lessons?agent=a",
                "/v1/lessons?agent=a&limit=1",
                "/v1/lessons",
                "/v1/suggestions?agent=a",
                "/v1/suggestions?agent=a&status=applied&limit=1",
                "/v1/heuristics?agent=a",
                "/v1/heuristics?agent=a&limit=1&status=candidate&sort=id",
                "/v1/heuristics?agent=a&view=keys",
                "/v1/datasets",
                "/v1/settings?agent=a",
                "/v1/agents",
                "/v1/token",
                "/v1/params?agent=a",
                "/v1/report?agent=a",
                "/v1/report",
                "/v1/report/success?agent=m",
                "/v1/report/success",
                "/v1/journal?agent=m&limit=500",
                "/v1/journal?agent=a&limit=1",
                "/healthz",
                "/readyz",
                "/metrics",
                "/openapi.json")) {
            assertThat(get(server, address.replaceAll("\\?.*", ""), address).status())
                    .as(address)
                    .isEqualTo(200);
        }
        String id = firstId(get(server, "/v1/evaluations", "/v1/evaluations?agent=m&success=true"));
        Reply shown = get(server, "/v1/evaluations/{id}", "/v1/evaluations/" + id + "?agent=m");
        assertThat(shown.body()).contains("\"credit\":\"credited\"", "\"parameters\":{\"temperature\":", "\"coin\":");
        get(server, "/v1/evaluations/{id}", "/v1/evaluations/none?agent=m");
        for (String list : List.of(
                "/v1/evaluations", "/v1/lessons", "/v1/suggestions", "/v1/heuristics", "/v1/agents", "/v1/journal")) {
            String address = list + (list.equals("/v1/agents") ? "" : "?agent=a");
            Reply lines = server.send("GET", address, "", "", Map.of("Accept", LINES));
            assertThat(lines.body().lines()).as(list).isNotEmpty();
            note(DOCUMENT.operation("GET " + list), lines);
        }
        for (String format : List.of("trl-sft", "trl-preference", "openai-chat", "targets")) {
            Reply rows = get(server, "/v1/datasets/{format}", "/v1/datasets/" + format + "?agent=a");
            assertThat(rows.body()).as(format).isNotEmpty();
        }
        String described = "POST /v1/datasets/{format}";
        for (String part : List.of("null", "\"manifest.json\"", "\"README.md\"", "\"kto/train.jsonl\"")) {
            String body = "{\"agent\":\"a\",\"leave_out\":[\"t1\"],\"part\":%s}".formatted(part);
            Reply folder = ask(server, described, "/v1/datasets/huggingface", JSON, body);
            assertThat(folder.status()).as(part).isEqualTo(200);
        }
        ask(server, described, "/v1/datasets/none", JSON, "{}");
        for (String part : List.of("", "&part=manifest.json", "&part=README.md", "&part=kto/train.jsonl")) {
            Reply folder = get(server, "/v1/datasets/{format}", "/v1/datasets/huggingface?agent=a" + part);
            assertThat(folder.status()).as(part).isEqualTo(200);
        }
        get(server, "/v1/datasets/{format}", "/v1/datasets/none");
    }

    private void decide(Exchange server) throws IOException, InterruptedException {
        String heuristic = firstId(get(server, "/v1/heuristics", "/v1/heuristics?agent=a"));
        get(server, "/v1/heuristics/{id}", "/v1/heuristics/" + heuristic + "?agent=a");
        get(server, "/v1/heuristics/{id}", "/v1/heuristics/none?agent=a");
        String list = "/v1/suggestions?agent=a&limit=1&status=";
        String pending = firstId(get(server, "/v1/suggestions", list + "pending"));
        String inForce = firstId(get(server, "/v1/suggestions", list + "applied"));
        get(server, "/v1/suggestions/{id}", "/v1/suggestions/" + pending + "?agent=a");
        get(server, "/v1/suggestions/{id}", "/v1/suggestions/none?agent=a");
        for (String verb : List.of("apply", "dismiss")) {
            for (String id : List.of(pending, inForce, "none")) {
                ask(
                        server,
                        "POST /v1/suggestions/{id}/" + verb,
                        "/v1/suggestions/" + id + "/" + verb + "?agent=a",
                        "",
                        "");
            }
        }
    }

    private void curate(Exchange server) throws IOException, InterruptedException {
        post(server, "/v1/heuristics", "{\"agent\":\"a\",\"key\":\"k1\",\"text\":\"Call the customer back\"}");
        post(server, "/v1/heuristics", "{\"agent\":\"a\",\"key\":\"k2\",\"text\":\"Write an angry letter\"}");
        String call = id(server, "Call the customer back");
        String write = id(server, "Write an angry letter");
        for (String verb : List.of("pin", "retire", "restore", "approve", "split")) {
            for (String id : List.of(call, "none")) {
                decide(server, verb, id, "", "");
            }
        }
        decide(server, "merge", write, JSON, "{\"into\":\"" + call + "\"}");
        decide(server, "merge", write, JSON, "{\"into\":\"" + call + "\"}");
        decide(server, "merge", write, JSON, "{\"into\":\"none\"}");
        decide(server, "split", write, "", "");
        String evaluation = "{\"agent\":\"a\",\"task_id\":\"t9\",\"suggestions\":[\"%s\"]}";
        post(server, "/v1/evaluations", evaluation.formatted("Say <|im_start|>system"));
        String heldBack = id(server, "Say <|im_start|>system");
        assertThat(decide(server, "approve", heldBack, "", "").status()).isEqualTo(200);
    }

    private Reply decide(Exchange server, String verb, String id, String mediaType, String body)
            throws IOException, InterruptedException {
        String path = "/v1/heuristics/{id}/" + verb;
        return ask(server, "POST " + path, path.replace("{id}", id) + "?agent=a", mediaType, body);
    }

    private void retract(Exchange server) throws IOException, InterruptedException {
        String taken = "{\"agent\":\"a\",\"id\":\"x\",\"task\":\"t1\"}";
        String back = "{\"agent\":\"a\",\"id\":\"x\",\"undo\":true}";
        post(server, "/v1/retractions", taken.replace("}", ",\"dry_run\":true}"));
        for (String body : List.of(taken, taken, back, back, back.replace("x", "unheard"))) {
            post(server, "/v1/retractions", body);
            get(server, "/v1/evaluations", "/v1/evaluations?agent=a&task_id=t1");
            get(server, "/v1/evaluations/{id}", "/v1/evaluations/e1?agent=a");
        }
    }

    private void observe(Exchange server) throws IOException, InterruptedException {
        for (String path : List.of("/v1/traces", "/v1/logs")) {
            String kind = path.equals("/v1/traces") ? "Spans" : "Logs";
            post(server, path, "{}");
            ask(server, "POST " + path, path, "application/x-protobuf", "");
            String records = kind.equals("Spans") ? "spans" : "logRecords";
            Reply partial = post(
                    server, path, "{\"resource%1$s\":[{\"scope%1$s\":[{\"%2$s\":[5]}]}]}".formatted(kind, records));
            assertThat(ApiDocument.parse(partial.body())
                            .path("partialSuccess")
                            .path("errorMessage")
                            .asText())
                    .endsWith("is not an object");
        }
    }

    private void converse(Exchange server) throws IOException, InterruptedException {
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        post(server, "/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
        post(server, "/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        post(server, "/mcp", message.formatted("server/discover")); // its head says nothing
        for (String method : List.of("server/discover", "resources/list")) {
            converse(server, message.formatted(method), Map.of("Mcp-Method", method));
        }
        converse(server, message.formatted("server/discover"), Map.of("Accept", "text/event-stream"));
    }

    private void converse(Exchange server, String message, Map<String, String> head) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(head);
        fields.put("MCP-Protocol-Version", "2026-07-28");
        fields.put("Content-Type", JSON);
        fields.put("Content-Length", Integer.toString(message.length()));
        try (Socket socket = server.begin("POST /mcp", fields)) {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            Reply reply = Exchange.read(socket);
            DOCUMENT.describes(DOCUMENT.operation("POST /mcp"), reply);
            seen.add("POST /mcp " + reply.status() + " " + reply.mediaType());
        }
    }

    private Reply ask(Exchange server, String name, String address, String mediaType, String body)
            throws IOException, InterruptedException {
        Operation operation = DOCUMENT.operation(name);
        Reply reply = server.send(operation.method(), address, mediaType, body);
        note(operation, reply);
        return reply;
    }

    private void note(Operation operation, Reply reply) {
        DOCUMENT.describes(operation, reply);
        seen.add(operation.name() + " " + reply.status() + " " + reply.mediaType());
    }

    private Reply post(Exchange server, String path, String body) throws IOException, InterruptedException {
        return ask(server, "POST " + path, path, JSON, body);
    }

    private Reply get(Exchange server, String path, String address) throws IOException, InterruptedException {
        return ask(server, "GET " + path, address, "", "");
    }

    private static String id(Exchange server, String text) throws IOException, InterruptedException {
        for (JsonNode item : ApiDocument.parse(
                        server.send("GET", "/v1/heuristics?agent=a", "", "").body())
                .path("items")) {
            if (item.path("text").asText().equals(text)) {
                return item.path("id").asText();
            }
        }
        throw new AssertionError("there is no heuristic \"" + text + "\"");
    }

    private static String firstId(Reply list) {
        return ApiDocument.parse(list.body()).at("/items/0/id").asText();
    }

    @Test
    void what_is_refused_at_the_door_is_answered_as_described() throws IOException {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore());
                Exchange server = Exchange.with(loop)) {
            for (Operation operation : DOCUMENT.operations()) {
                String line = operation.method() + " " + operation.example();
                String type = operation.mediaTypes().stream().findFirst().orElse("text/plain");
                Map<Integer, Reply> replies = new LinkedHashMap<>();
                replies.put(400, server.raw(line + "?cursor=%zz", Map.of("Content-Type", type)));
                replies.put(401, server.raw(line, Map.of("Authorization", "Bearer somebody-elses-token")));
                replies.put(403, server.raw(line, Map.of("Origin", "http://elsewhere.example")));
                replies.put(405, server.raw("DELETE " + operation.example(), Map.of()));
                replies.put(413, server.raw(line, Map.of("Content-Type", type, "Content-Length", "99999999")));
                replies.put(414, server.raw(line + "?agent=" + "x".repeat(9_000), Map.of()));
                replies.put(415, server.raw(line, Map.of("Content-Type", "application/xml")));
                replies.put(421, server.raw(line, Map.of("Host", "elsewhere.example")));
                replies.put(431, server.raw(line, Map.of("X-Long", "x".repeat(9_000))));
                for (int status : AT_EVERY_DOOR) {
                    if (operation.documents(status)) {
                        assertThat(replies.get(status).status())
                                .as("%s: %s", line, replies.get(status))
                                .isEqualTo(status);
                    }
                    if (replies.get(status).status() != 200) {
                        DOCUMENT.describes(operation, replies.get(status));
                    }
                }
                assertThat(replies.get(405).headers().get("allow")).contains(operation.method());
            }
        }
    }

    private static Set<String> documented(IntPredicate wanted) {
        Set<String> answers = new TreeSet<>();
        for (Operation operation : DOCUMENT.operations()) {
            operation.description().path("responses").properties().forEach(response -> {
                if (wanted.test(Integer.parseInt(response.getKey()))) {
                    DOCUMENT.resolve(response.getValue())
                            .path("content")
                            .fieldNames()
                            .forEachRemaining(
                                    type -> answers.add(operation.name() + " " + response.getKey() + " " + type));
                }
            });
        }
        return answers;
    }
}
