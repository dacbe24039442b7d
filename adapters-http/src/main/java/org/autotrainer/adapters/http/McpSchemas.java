package org.autotrainer.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The JSON Schemas of what tools take and give, made of those of the HTTP interface, so that both say the same.
 *
 * <p>They keep to what all hosts of agents understand: no references, and one type at a place. Arguments may be left out
 * instead of null, which is taken all the same. Immutable.
 */
final class McpSchemas {
    private static final String REFERENCE = "$ref";

    private final JsonNode document;

    private McpSchemas(JsonNode document) {
        this.document = document;
    }

    static McpSchemas load() {
        try (InputStream file = McpSchemas.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its openapi.json");
            }
            byte[] bytes = file.readAllBytes();
            return new McpSchemas(Json.read(bytes, 0, bytes.length, ObjectNode.class));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The version of the interface. */
    String version() {
        return document.at("/info/version").asText();
    }

    /** The schema of what is given. */
    ObjectNode given(String name) {
        return (ObjectNode) copy(document.at("/components/schemas/" + name), true);
    }

    /** The schema of what is taken, without some of its fields. */
    ObjectNode taken(String name, String... without) {
        ObjectNode schema = (ObjectNode) copy(document.at("/components/schemas/" + name), false);
        ((ObjectNode) schema.path("properties")).remove(List.of(without));
        return schema;
    }

    /** The schema of an object with parameters of addresses as its fields. */
    ObjectNode ofParameters(String... names) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (String name : names) {
            JsonNode parameter = document.at("/components/parameters/" + name);
            ObjectNode field = (ObjectNode) copy(parameter.path("schema"), false);
            field.set("description", parameter.path("description"));
            properties.set(parameter.path("name").asText(), field);
            if (parameter.path("required").asBoolean()) {
                required.add(parameter.path("name"));
            }
        }
        return schema.put("additionalProperties", false);
    }

    private JsonNode copy(JsonNode node, boolean nullable) {
        if (node.has(REFERENCE)) {
            return copy(document.at(node.path(REFERENCE).asText().substring(1)), nullable);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(field -> copy.set(field.getKey(), copy(field.getValue(), nullable)));
            return oneType(copy, nullable);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(copy(element, nullable)));
            return copy;
        }
        return node;
    }

    /** Says each of several types at a place of its own. */
    private static ObjectNode oneType(ObjectNode schema, boolean nullable) {
        if (!(schema.path("type") instanceof ArrayNode types)) {
            return schema;
        }
        if (!nullable) {
            types.removeIf(type -> type.asText().equals("null"));
            if (schema.path("enum") instanceof ArrayNode values) {
                values.removeIf(JsonNode::isNull);
            }
        }
        if (types.size() == 1) {
            return schema.put("type", types.path(0).asText());
        }
        schema.remove("type");
        ArrayNode each = schema.putArray("anyOf");
        types.forEach(type -> each.addObject().set("type", type));
        return schema;
    }
}
