package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.http.ApiDocument.Operation;
import org.autotrainer.adapters.http.Exchange.Reply;
import org.autotrainer.application.BrowseEvaluations;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entity tags and keys work where the document says so, and nowhere else; what they lead to is as described. */
class OpenApiConditionsTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();
    private static final String KEY = "Idempotency-Key";

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final Exchange server = Exchange.with(loop);
    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeEach
    void learn() {
        loop.train(Evaluation.of("default", "t1").suggest("Look first").build());
        loop.train(Evaluation.of("default", "t2")
                .critic("judge-2", "") // whose evaluation the example of a retraction is about
                .success(true)
                .score(0.9)
                .build());
        ids.put(
                "evaluations",
                loop.evaluations()
                        .list("default", BrowseEvaluations.Filter.NONE, "", 1)
                        .items()
                        .get(0)
                        .id());
        ids.put(
                "suggestions",
                loop.suggestions()
                        .list("default", "pending", "", "", 1)
                        .items()
                        .get(0)
                        .id());
        ids.put(
                "heuristics",
                loop.heuristics().list("default", "", 1).items().get(0).id());
        ids.put("into", loop.heuristics().set("default", "k", "Ask politely").id());
    }

    @AfterEach
    void stop() {
        server.close();
        loop.close();
    }

    @Test
    void what_has_a_tag_is_not_sent_to_who_has_it() throws IOException, InterruptedException {
        for (Operation operation : DOCUMENT.operations()) {
            Reply first = ask(operation, Map.of());
            String tag = first.headers().getOrDefault("etag", "");
            boolean isNew = operation.path().equals("/metrics"); // at each look
            boolean isRead = operation.method().equals("GET") && !isNew;
            assertThat(operation.takes("ifNoneMatch")).as(operation.name()).isEqualTo(isRead);
            assertThat(operation.documents(304)).as(operation.name()).isEqualTo(isRead);
            if (isRead) {
                assertThat(tag).as(operation.name()).isNotEmpty();
                for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
                    Reply again = ask(operation, Map.of("If-None-Match", known));
                    assertThat(again.status())
                            .as("%s %s", operation.name(), known)
                            .isEqualTo(304);
                    assertThat(again.headers().get("etag")).isEqualTo(tag);
                    DOCUMENT.describes(operation, again);
                }
                assertThat(ask(operation, Map.of("If-None-Match", "\"x\"")).status())
                        .as(operation.name())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void what_was_changed_since_it_was_read_is_not_changed() throws IOException, InterruptedException {
        for (Operation operation : DOCUMENT.operations()) {
            Reply stale = ask(operation, Map.of("If-Match", "\"0123\""));
            DOCUMENT.describes(operation, stale);
            assertThat(operation.documents(412)).as(operation.name()).isEqualTo(operation.takes("ifMatch"));
            assertThat(stale.status() == 412)
                    .as("%s: %s", operation.name(), stale)
                    .isEqualTo(operation.documents(412));
            for (String nonsense :
                    operation.takes("ifMatch") ? List.of("0123", "W/\"0123\"", "\"") : List.<String>of()) {
                assertThat(ask(operation, Map.of("If-Match", nonsense)).status())
                        .as("%s %s", operation.name(), nonsense)
                        .isEqualTo(412);
            }
        }
    }

    @Test
    void a_key_has_a_request_carried_out_once() throws IOException, InterruptedException {
        for (Operation operation : DOCUMENT.operations()) {
            boolean takes = operation.takes("idempotencyKey");
            assertThat(operation.documents(422)).as(operation.name()).isEqualTo(takes);
            if (takes
                    && !operation.name().endsWith("/approve")
                    && !operation.name().endsWith("/split")) {
                Map<String, String> key = keyOf(operation);
                Reply first = ask(operation, key);
                assertThat(first.status()).as("%s: %s", operation.name(), first).isBetween(200, 201);
                Reply again = ask(operation, key);
                assertThat(again.status()).as(operation.name()).isEqualTo(first.status());
                assertThat(again.body()).as(operation.name()).isEqualTo(first.body());
                assertThat(again.headers()).as(operation.name()).containsEntry("idempotent-replayed", "true");
                DOCUMENT.describes(operation, again);
                Reply reused = ask(operation, operation.mediaTypes().isEmpty() ? "?agent=default" : " ", key);
                assertThat(reused.status())
                        .as("%s: %s", operation.name(), reused)
                        .isEqualTo(422);
                DOCUMENT.describes(operation, reused);
            }
        }
    }

    @Test
    void while_a_request_with_a_key_is_under_way_another_is_told_so() throws Exception {
        List<Operation> operations = DOCUMENT.operations().stream()
                .filter(operation -> operation.takes("idempotencyKey"))
                .toList();
        HeldStore held = new HeldStore(operations.size());
        try (TrainingLoop slow = TrainingLoop.over(held);
                Exchange other = Exchange.with(slow)) {
            List<Thread> all = operations.stream()
                    .map(operation -> new Thread(() -> send(other, operation, "", keyOf(operation))))
                    .toList();
            all.forEach(Thread::start);
            held.awaitReaders();
            for (Operation operation : operations) {
                Reply second = send(other, operation, "", keyOf(operation));
                assertThat(second.status())
                        .as("%s: %s", operation.name(), second)
                        .isEqualTo(409);
                DOCUMENT.describes(operation, second);
            }
            held.letGo();
            for (Thread first : all) {
                first.join();
            }
        }
    }

    private static Map<String, String> keyOf(Operation operation) {
        return Map.of(KEY, '"' + operation.name() + '"');
    }

    @Test
    void keys_that_are_not_well_formed_are_told_so() throws IOException, InterruptedException {
        Operation operation = DOCUMENT.operation("POST /v1/lessons");
        List<String> wrong = new ArrayList<>(List.of("\"\"", "\"a", "a\"", "a b", "a,b", "\"\\x\"", "\"a\";b=1"));
        wrong.add("x".repeat(256));
        for (String key : wrong) {
            Reply reply = ask(operation, Map.of(KEY, key));
            assertThat(reply.status()).as("%s: %s", key, reply).isEqualTo(400);
            assertThat(reply.body()).contains(KEY);
        }
        assertThat(ask(operation, Map.of(KEY, "\"a \\\" b\"")).status()).isEqualTo(201);
        Reply bare = ask(operation, Map.of(KEY, "8e03978e-40d5"));
        Reply quoted = ask(operation, Map.of(KEY, "\"8e03978e-40d5\""));
        assertThat(quoted.body()).as("with and without quotes it is one key").isEqualTo(bare.body());
    }

    @Test
    void what_is_recorded_once_by_itself_takes_no_key() throws IOException, InterruptedException {
        Map<String, String> key = Map.of(KEY, "k");
        for (String path : List.of("/v1/traces", "/v1/logs")) {
            assertThat(server.send("POST", path, "application/json", "{}", key).status())
                    .isEqualTo(400);
        }
        Reply message = server.send("POST", "/mcp", "application/json", McpPeer.call("recall_heuristics", "{}"), key);
        assertThat(message.status()).isEqualTo(400);
        Reply batch = server.send("POST", "/v1/evaluations", "application/x-ndjson", "{\"task_id\":\"t\"}", key);
        assertThat(batch.status()).isEqualTo(400);
        assertThat(batch.body()).contains("batches take no Idempotency-Key");
    }

    private Reply ask(Operation operation, Map<String, String> fields) {
        return ask(operation, "", fields);
    }

    private Reply ask(Operation operation, String query, Map<String, String> fields) {
        String kind = List.of("evaluations", "suggestions").stream()
                .filter(several -> operation.path().startsWith("/v1/" + several))
                .findFirst()
                .orElse("heuristics");
        return send(server, operation, ids.getOrDefault(kind, "") + "|" + query, fields);
    }

    /** Sends the usual request of an operation; {@code about} is an id and what else is said, with a bar between them. */
    private Reply send(Exchange to, Operation operation, String about, Map<String, String> fields) {
        String id = about.isEmpty() ? "0123456789abcdef" : about.substring(0, about.indexOf('|'));
        String more = about.isEmpty() ? "" : about.substring(about.indexOf('|') + 1);
        String type = operation.mediaTypes().stream().findFirst().orElse("");
        String body = operation.examples(type).at("/usual/value").toString();
        try {
            return to.send(
                    operation.method(),
                    operation.example(id) + more.strip(),
                    type,
                    body.replace("support", "default").replace("fedcba9876543210", ids.getOrDefault("into", ""))
                            + (more.isBlank() ? more : ""),
                    fields);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
