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
 * <p>References are replaced by what they stand for, since many hosts of agents follow none. Immutable.
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

    /** The schema of that name. */
    ObjectNode of(String name) {
        return (ObjectNode) whole(document.at("/components/schemas/" + name));
    }

    /** The schema of an object with parameters of addresses as its fields. */
    ObjectNode ofParameters(String... names) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (String name : names) {
            JsonNode parameter = document.at("/components/parameters/" + name);
            ObjectNode field = (ObjectNode) whole(parameter.path("schema"));
            field.set("description", parameter.path("description"));
            properties.set(parameter.path("name").asText(), field);
            if (parameter.path("required").asBoolean()) {
                required.add(parameter.path("name"));
            }
        }
        return schema.put("additionalProperties", false);
    }

    /** The same schema without some of its fields. */
    static ObjectNode without(ObjectNode schema, String... names) {
        ((ObjectNode) schema.path("properties")).remove(List.of(names));
        if (schema.path("required") instanceof ArrayNode required) {
            required.removeIf(name -> List.of(names).contains(name.asText()));
        }
        return schema;
    }

    /** A copy in which nothing refers to anything. */
    private JsonNode whole(JsonNode node) {
        if (node.has(REFERENCE)) {
            return whole(document.at(node.path(REFERENCE).asText().substring(1)));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(field -> copy.set(field.getKey(), whole(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(whole(element)));
            return copy;
        }
        return node;
    }
}
