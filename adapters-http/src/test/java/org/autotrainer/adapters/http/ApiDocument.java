package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document of the interface, as a test asks it. */
final class ApiDocument {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Fields of the head that say something about an answer: they come only where the document says so. */
    private static final List<String> TELLING =
            List.of("ETag", "Idempotent-Replayed", "WWW-Authenticate", "Allow", "Retry-After");

    private final JsonNode document;
    /** The same, in which the schemas of answers allow no further fields: what an answer holds must be documented. */
    private final JsonNode closed;

    private final Map<String, Schema> schemas = new HashMap<>();

    ApiDocument() {
        document = read();
        closed = read();
        closed.at("/components/schemas").forEach(ApiDocument::close);
    }

    /** A kind of request that the document describes. */
    record Operation(String method, String path, JsonNode description) {
        /** Its name, as people write it. */
        String name() {
            return method + " " + path;
        }

        /** An address of this kind; nothing needs to be there. */
        String example() {
            return example("0123456789abcdef");
        }

        /** An address of this kind, about the thing of an id. */
        String example(String id) {
            return path.replace("{format}", "targets").replace("{id}", id);
        }

        boolean usesStore() {
            return documents(507);
        }

        /** Whether it takes a field of the head, as the document says. */
        boolean takes(String parameter) {
            return description
                    .path("parameters")
                    .findValuesAsText("$ref")
                    .contains("#/components/parameters/" + parameter);
        }

        boolean documents(int status) {
            return description.path("responses").has(Integer.toString(status));
        }

        /** The kinds of body that it takes; the first is the usual one. */
        List<String> mediaTypes() {
            List<String> types = new ArrayList<>();
            description.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
            return types;
        }

        JsonNode examples(String mediaType) {
            return description
                    .path("requestBody")
                    .path("content")
                    .path(mediaType)
                    .path("examples");
        }
    }

    JsonNode root() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** The operation of that name. */
    Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document lacks " + name));
    }

    /** Checks that the document says of an answer: its status, its head, its kind, and what is in it. */
    void describes(Operation operation, Exchange.Reply reply) {
        String name = operation.name() + " " + reply.status();
        JsonNode response = resolve(operation.description().path("responses").path(Integer.toString(reply.status())));
        assertThat(response.isObject())
                .as("%s stands in the document: %s", name, reply.body())
                .isTrue();
        response.path("headers").properties().forEach(header -> {
            JsonNode described = resolve(header.getValue());
            String value = reply.headers().get(header.getKey().toLowerCase(Locale.ROOT));
            if (described.path("required").asBoolean()) {
                assertThat(value).as("%s of %s", header.getKey(), name).isNotNull();
            }
            if (value != null) {
                assertThat(problems(
                                described.path("schema"), JSON.getNodeFactory().textNode(value)))
                        .as("%s of %s", header.getKey(), name)
                        .isEmpty();
            }
        });
        for (String header : TELLING) {
            if (reply.headers().containsKey(header.toLowerCase(Locale.ROOT))) {
                assertThat(response.path("headers").has(header))
                        .as("%s of %s stands in the document", header, name)
                        .isTrue();
            }
        }
        if (!response.has("content")) {
            assertThat(reply.body()).as("%s has no body", name).isEmpty();
            return;
        }
        JsonNode content = response.path("content").path(reply.mediaType());
        assertThat(content.isObject())
                .as("%s may be %s", name, reply.mediaType())
                .isTrue();
        if (content.has("x-line")) {
            reply.body()
                    .lines()
                    .forEach(line -> assertThat(problemsOfAnswer(content.path("x-line"), parse(line)))
                            .as("%s %s", name, line)
                            .isEmpty());
        } else {
            JsonNode body = reply.mediaType().endsWith("json")
                    ? parse(reply.body())
                    : JSON.getNodeFactory().textNode(reply.body());
            assertThat(problemsOfAnswer(content.path("schema"), body))
                    .as("%s %s", name, reply.body())
                    .isEmpty();
        }
    }

    /** What a schema of the document finds wrong with a value. */
    List<String> problems(JsonNode schema, JsonNode value) {
        return problems("open", document, schema, value);
    }

    private List<String> problemsOfAnswer(JsonNode schema, JsonNode value) {
        return problems("closed", closed, schema, value);
    }

    private List<String> problems(String kind, JsonNode within, JsonNode schema, JsonNode value) {
        Schema compiled = schemas.computeIfAbsent(kind + schema, any -> {
            ObjectNode whole = JSON.createObjectNode();
            whole.putArray("allOf").add(schema);
            whole.set("components", within.path("components"));
            return SCHEMAS.getSchema(whole);
        });
        return compiled.validate(value).stream().map(String::valueOf).toList();
    }

    /** What a reference stands for; anything else stands for itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException wrong) {
            throw new AssertionError("no JSON: " + text, wrong);
        }
    }

    private static void close(JsonNode schema) {
        if (schema.path("properties").isObject() && !schema.has("additionalProperties") && !schema.has("allOf")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(ApiDocument::close);
    }

    private static JsonNode read() {
        try (InputStream file = Endpoints.class.getResourceAsStream("openapi.json")) {
            return JSON.readTree(file);
        } catch (IOException failed) {
            throw new AssertionError("openapi.json is no JSON", failed);
        }
    }
}
