package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.autotrainer.adapters.http.ApiDocument.Operation;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.FactKind;
import org.junit.jupiter.api.Test;

/** The document of the interface is whole, and it is the one that the server gives. */
class OpenApiTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();

    @Test
    void every_route_stands_in_the_document_and_the_other_way_round() {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            List<String> routes = new Endpoints(loop)
                    .routes().stream()
                            .map(route -> route.method() + " " + route.path())
                            .toList();
            assertThat(DOCUMENT.operations().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(routes);
        }
    }

    @Test
    void the_scope_of_every_route_stands_in_the_document() {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            for (Route route : new Endpoints(loop).routes()) {
                JsonNode security = DOCUMENT.operation(route.method() + " " + route.path())
                        .description()
                        .path("security");
                JsonNode documented = security.isMissingNode() ? DOCUMENT.root().path("security") : security;
                assertThat(documented.at("/0/token/0").asText())
                        .as(route.path())
                        .isEqualTo(route.access().scope().map(Scope::word).orElse(""));
            }
        }
    }

    @Test
    void bodies_are_documented_in_every_kind_that_a_route_takes() {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            for (Route route : new Endpoints(loop).routes()) {
                assertThat(DOCUMENT.operation(route.method() + " " + route.path())
                                .mediaTypes())
                        .as(route.path())
                        .containsExactlyInAnyOrderElementsOf(route.mediaTypes());
            }
        }
    }

    @Test
    void variables_of_an_address_are_documented_as_parameters() {
        for (Operation operation : DOCUMENT.operations()) {
            TreeSet<String> named = new TreeSet<>();
            for (JsonNode parameter : operation.description().path("parameters")) {
                JsonNode resolved = DOCUMENT.resolve(parameter);
                if (resolved.path("in").asText().equals("path")) {
                    named.add("{" + resolved.path("name").asText() + "}");
                }
            }
            assertThat(List.of(operation.path().split("/")).stream().filter(part -> part.startsWith("{")))
                    .as(operation.name())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void every_reference_leads_somewhere_and_every_component_is_used() {
        List<String> references = DOCUMENT.root().findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        List<String> components = new ArrayList<>();
        DOCUMENT.root().path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> components.add("#/components/" + kind.getKey() + "/" + name));
            }
        });
        assertThat(references).containsAll(components);
    }

    @Test
    void every_schema_and_every_field_says_what_it_is() {
        DOCUMENT.root().at("/components/schemas").properties().forEach(schema -> {
            assertThat(schema.getValue().has("description")).as(schema.getKey()).isTrue();
            schema.getValue().path("properties").properties().forEach(field -> {
                boolean told = field.getValue().has("description")
                        || field.getValue().has("$ref")
                        || schema.getValue().has("allOf");
                assertThat(told).as("%s.%s", schema.getKey(), field.getKey()).isTrue();
            });
        });
    }

    @Test
    void every_kind_of_fact_is_documented() {
        List<String> documented = new ArrayList<>();
        DOCUMENT.root()
                .at("/components/schemas/Fact/properties/kind/enum")
                .forEach(kind -> documented.add(kind.asText()));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FactKind.values()).map(FactKind::word).toList());
    }

    @Test
    void operations_have_names_of_their_own() {
        assertThat(DOCUMENT.operations().stream()
                        .map(operation ->
                                operation.description().path("operationId").asText()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void every_example_of_a_request_is_valid_and_accepted() throws IOException, InterruptedException {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore());
                Exchange server = Exchange.with(loop)) {
            loop.train(Evaluation.of("support", "t1").critic("judge-2", "").build()); // what is retracted
            String id = loop.heuristics().set("default", "one", "Look first").id();
            String into =
                    loop.heuristics().set("default", "other", "Ask politely").id();
            for (Operation operation : DOCUMENT.operations()) {
                for (String mediaType : operation.mediaTypes()) {
                    JsonNode examples = operation.examples(mediaType);
                    assertThat(examples).as("examples of %s", operation.name()).isNotEmpty();
                    for (JsonNode example : examples) {
                        accepts(server, operation, mediaType, example.path("value"), id, into);
                    }
                }
            }
        }
    }

    /** Two heuristics that are there stand in for those that the examples name. */
    private static void accepts(
            Exchange server, Operation operation, String mediaType, JsonNode value, String id, String into)
            throws IOException, InterruptedException {
        JsonNode content =
                operation.description().path("requestBody").path("content").path(mediaType);
        if (content.has("x-line")) {
            value.asText()
                    .lines()
                    .forEach(line -> assertThat(DOCUMENT.problems(content.path("x-line"), ApiDocument.parse(line)))
                            .isEmpty());
        } else {
            assertThat(DOCUMENT.problems(content.path("schema"), value))
                    .as("%s", value)
                    .isEmpty();
        }
        String body = value.isTextual() ? value.asText() : value.toString();
        Exchange.Reply reply = server.send(
                operation.method(), operation.example(id), mediaType, body.replace("fedcba9876543210", into));
        DOCUMENT.describes(operation, reply);
        assertThat(reply.status()).as("%s %s", value, reply.body()).isBetween(200, 201);
        assertThat(reply.body()).doesNotContain("\"problem\"");
    }

    @Test
    void the_server_gives_the_document() throws IOException {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore());
                Exchange server = Exchange.with(loop)) {
            Exchange.Reply reply = server.raw("GET /openapi.json", Map.of());
            assertThat(ApiDocument.parse(reply.body())).isEqualTo(DOCUMENT.root());
        }
    }
}
