package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schemas of parameters as Gemini reads them: a part of OpenAPI's, in which an unknown key fails the job.
 *
 * <p>There are no references, no closed objects, and one type each: of several, each is an alternative. Only texts are
 * listed as values.
 */
final class GeminiSchema {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "format",
            "title",
            "description",
            "nullable",
            "default",
            "example",
            "enum",
            "anyOf",
            "items",
            "minItems",
            "maxItems",
            "properties",
            "propertyOrdering",
            "required",
            "minProperties",
            "maxProperties",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern");

    private GeminiSchema() {}

    static Map<String, Object> of(Map<?, ?> schema) {
        Map<String, Object> known = new LinkedHashMap<>();
        schema.forEach((name, value) -> put((String) name, value, known));
        return known;
    }

    private static void put(String name, Object value, Map<String, Object> schema) {
        if (name.equals("oneOf") || name.equals("const")) {
            put(name.equals("oneOf") ? "anyOf" : "enum", name.equals("oneOf") ? value : List.of(value), schema);
            return;
        }
        if (!KNOWN.contains(name) || (name.equals("enum") && !areTexts(value))) {
            return;
        }
        if (name.equals("default") || name.equals("example")) {
            schema.put(name, value);
        } else if (name.equals("anyOf") && value instanceof List<?> alternatives) {
            putAlternatives(alternatives, schema);
        } else if (name.equals("type") && value instanceof List<?> types) {
            putTypes(types, schema);
        } else if (name.equals("properties") && value instanceof Map<?, ?> properties) {
            Map<String, Object> known = new LinkedHashMap<>();
            properties.forEach((property, each) ->
                    known.put((String) property, each instanceof Map<?, ?> of ? of(of) : each));
            schema.put(name, known);
        } else if (value instanceof Map<?, ?> object) {
            schema.put(name, of(object));
        } else if (value instanceof List<?> list) {
            schema.put(
                    name,
                    list.stream()
                            .map(each -> each instanceof Map<?, ?> of ? (Object) of(of) : each)
                            .toList());
        } else {
            schema.put(name, value);
        }
    }

    /** An alternative of nothing makes it nullable. */
    private static void putAlternatives(List<?> alternatives, Map<String, Object> schema) {
        List<Object> others = new ArrayList<>();
        for (Object each : alternatives) {
            if (each instanceof Map<?, ?> of && !"null".equals(of.get("type"))) {
                others.add(of(of));
            }
        }
        if (!others.isEmpty()) {
            schema.put("anyOf", others);
        }
        if (others.size() < alternatives.size()) {
            schema.put("nullable", true);
        }
    }

    private static boolean areTexts(Object values) {
        return values instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private static void putTypes(List<?> types, Map<String, Object> schema) {
        List<Object> alternatives = new ArrayList<>();
        for (Object type : types) {
            if (!"null".equals(type)) {
                alternatives.add(Map.of("type", type));
            }
        }
        if (alternatives.size() == 1) {
            schema.put("type", types.get(types.indexOf("null") == 0 ? 1 : 0));
        } else if (!alternatives.isEmpty()) {
            schema.put("anyOf", alternatives);
        }
        if (alternatives.size() < types.size()) {
            schema.put("nullable", true);
        }
    }
}
