package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.autotrainer.adapters.http.ApiDocument.Operation;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document refuses the server refuses, too: each field is given values that are not allowed. */
class OpenApiRefusalsTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();
    private static final String JSON = "application/json";

    private static TrainingLoop loop;
    private static Exchange server;

    @BeforeAll
    static void start() {
        loop = TrainingLoop.over(new MemoryStore());
        server = Exchange.with(loop);
    }

    @AfterAll
    static void stop() {
        server.close();
        loop.close();
    }

    /** A value that was changed at one place. */
    private record Wrong(String place, JsonNode value) {}

    static List<String> operations_with_a_body() {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.mediaTypes().contains(JSON))
                .map(Operation::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations_with_a_body")
    void what_the_schema_of_a_body_refuses_the_server_refuses(String name) throws IOException, InterruptedException {
        Operation operation = DOCUMENT.operation(name);
        JsonNode schema = operation.description().at("/requestBody/content/application~1json/schema");
        List<Wrong> wrongs = new ArrayList<>();
        change(example(operation), "", wrongs);
        Set<String> refused = new TreeSet<>();
        for (Wrong wrong : wrongs) {
            if (!DOCUMENT.problems(schema, wrong.value()).isEmpty()) {
                Exchange.Reply reply = server.send(
                        operation.method(),
                        operation.example(),
                        JSON,
                        wrong.value().toString());
                assertThat(reply.status())
                        .as("%s with %s: %s", name, wrong, reply.body())
                        .isEqualTo(400);
                refused.add(wrong.place().replaceAll(".*/", ""));
            }
        }
        assertThat(refused)
                .as("fields of %s that were given wrong values", name)
                .containsAll(fields(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sucess':true}|unknown field sucess; did you mean success? allowed are agent, attempt, ",
                "{'critic':{'versoin':'1'}}|unknown field critic.versoin; did you mean version? allowed are ",
                "{'zebra':1}|unknown field zebra; allowed are agent, "
            })
    void a_field_that_is_not_known_is_told_with_the_one_that_may_be_meant(String body, String detail)
            throws IOException, InterruptedException {
        Exchange.Reply reply = server.send("POST", "/v1/evaluations", JSON, body.replace('\'', '"'));

        assertThat(ApiDocument.parse(reply.body()).path("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/evaluations?agnet=a|there is no parameter \"agnet\"; did you mean agent? there are agent, task_id, ",
                "/v1/evaluations?taskid=a|there is no parameter \"taskid\"; did you mean task_id? there are ",
                "/v1/evaluations?zebra=a|there is no parameter \"zebra\"; there are agent, task_id, ",
                "/healthz?verbose=1|there is no parameter \"verbose\"; there are none here"
            })
    void a_parameter_that_is_not_known_is_told_with_the_one_that_may_be_meant(String address, String detail)
            throws IOException, InterruptedException {
        Exchange.Reply reply = server.send("GET", address, "", "");

        assertThat(ApiDocument.parse(reply.body()).path("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/heuristics?limit=0",
                "/v1/heuristics?limit=501",
                "/v1/lessons?limit=1.5",
                "/v1/evaluations?success=yes",
                "/v1/evaluations?success=",
                "/v1/evaluations?outcome=crashed",
                "/v1/evaluations?critic=",
                "/v1/evaluations?run=%07",
                "/v1/evaluations?cursor=first",
                "/v1/evaluations/?agent=a",
                "/v1/evaluations/a%00?agent=a",
                "/v1/evaluations/x?limit=1",
                "/v1/agents?limit=many",
                "/v1/heuristics?view=values",
                "/v1/heuristics?view=",
                "/v1/heuristics?view=keys&limit=5",
                "/v1/heuristics?status=asleep",
                "/v1/heuristics?status=",
                "/v1/heuristics?sort=text",
                "/v1/heuristics?cursor=1",
                "/v1/lessons?limit=",
                "/v1/lessons?limit=%D9%A1",
                "/v1/lessons?limit=+5",
                "/v1/agents?cursor=a",
                "/v1/suggestions/x?limit=1",
                "/v1/datasets/targets?validation=0x1p-2",
                "/v1/datasets/targets?validation=NaN",
                "/v1/datasets/targets?personal=",
                "/v1/datasets/targets?leave_out=t1",
                "/healthz?verbose=1",
                "/openapi.json?v=1",
                "/v1/suggestions?status=observed",
                "/v1/suggestions?kind=heuristic",
                "/v1/lessons?cursor=first",
                "/v1/suggestions?cursor=first",
                "/v1/heuristics?agent=a&agent=b",
                "/v1/params?limit=5",
                "/v1/report?agents=a",
                "/v1/report?agent=%07"
            })
    void what_the_schema_of_a_parameter_refuses_the_server_refuses(String address)
            throws IOException, InterruptedException {
        assertThat(server.send("GET", address, "", "").status()).isEqualTo(400);
    }

    /** A blank alone is no name, whichever it is; within a name it may stand. */
    @ParameterizedTest
    @CsvSource({
        "a%20b, 200",
        "a%E2%80%89b, 200",
        "%C2%A0, 200",
        "%20, 400",
        "%E2%80%89, 400",
        "%E3%80%80%20, 400",
        "%07a, 400",
        "a%C2%85, 400",
        "%EF%B7%90, 400"
    })
    void an_agent_is_refused_where_its_schema_refuses_it(String escaped, int status)
            throws IOException, InterruptedException {
        JsonNode agent = ApiDocument.JSON.getNodeFactory().textNode(URLDecoder.decode(escaped, StandardCharsets.UTF_8));

        assertThat(DOCUMENT.problems(DOCUMENT.root().at("/components/parameters/agent/schema"), agent)
                        .isEmpty())
                .isEqualTo(status == 200);
        assertThat(server.send("GET", "/v1/settings?agent=" + escaped, "", "").status())
                .isEqualTo(status);
    }

    /** All examples of an operation as one, with as many fields as they have together. */
    private static JsonNode example(Operation operation) {
        ObjectNode whole = ApiDocument.JSON.createObjectNode();
        operation.examples(JSON).forEach(example -> whole.setAll((ObjectNode) example.path("value")));
        if (whole.has("evaluation")) {
            ObjectNode evaluation = (ObjectNode) example(DOCUMENT.operation("POST /v1/evaluations"));
            // The run around it names them; those within are passed over.
            whole.set("evaluation", evaluation.without(List.of("agent", "task_id")));
        }
        return whole;
    }

    /** Changes a value at each place of it, in many ways. */
    private static void change(JsonNode root, String place, List<Wrong> wrongs) {
        JsonNode here = root.at(place);
        if (!place.isEmpty()) {
            for (JsonNode other : others(here)) {
                JsonNode copy = root.deepCopy();
                put(copy, place, other);
                wrongs.add(new Wrong(place, copy));
            }
        }
        if (here.isObject()) {
            ObjectNode more = root.deepCopy();
            ((ObjectNode) more.at(place)).put("unheard_of", 1);
            wrongs.add(new Wrong(place + "/unheard_of", more));
            here.fieldNames().forEachRemaining(name -> {
                ObjectNode less = root.deepCopy();
                ((ObjectNode) less.at(place)).remove(name);
                wrongs.add(new Wrong(place + "/" + name, less));
                change(root, place + "/" + name, wrongs);
            });
        }
        for (int i = 0; here.isArray() && i < here.size(); i++) {
            change(root, place + "/" + i, wrongs);
        }
    }

    private static void put(JsonNode root, String place, JsonNode value) {
        int slash = place.lastIndexOf('/');
        JsonNode parent = root.at(place.substring(0, slash));
        String name = place.substring(slash + 1);
        if (parent.isObject()) {
            ((ObjectNode) parent).set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
    }

    /** Values of all types, and some that are too long, too small or too large. */
    private static List<JsonNode> others(JsonNode here) {
        List<JsonNode> values = new ArrayList<>();
        for (String json :
                List.of("5", "-1", "1.5", "1000000001", "\"x\"", "\"\"", "true", "null", "[]", "[null]", "{}", "[1]")) {
            values.add(ApiDocument.parse(json));
        }
        for (int length : here.isTextual() ? List.of(101, 201, 2_001, 20_001) : List.<Integer>of()) {
            values.add(ApiDocument.JSON.getNodeFactory().textNode("x".repeat(length)));
        }
        for (int size : here.isArray() ? List.of(51, 201, 501) : List.<Integer>of()) {
            ArrayNode many = ApiDocument.JSON.createArrayNode();
            for (int i = 0; i < size; i++) {
                many.add("x");
            }
            values.add(many);
        }
        return values;
    }

    /** The names of all fields that a schema speaks of, those within others included. */
    private static Set<String> fields(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        collect(schema, names, new TreeSet<>());
        return names;
    }

    private static void collect(JsonNode schema, Set<String> names, Set<String> seen) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty() && seen.add(reference)) {
            collect(DOCUMENT.resolve(schema), names, seen);
        }
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.forEach(child -> collect(child, names, seen));
    }
}
