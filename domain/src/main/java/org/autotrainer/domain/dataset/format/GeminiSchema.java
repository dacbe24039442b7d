package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Schemas of parameters as Gemini reads them: a part of OpenAPI's, in which an unknown key fails the job.
 *
 * <p>Its keys are those of {@code Schema} in Google's reference of Gemini. Types are told in capitals, one each: of several,
 * each is an alternative. A choice is among texts. What cannot be said is left out, which lets more through, never less.
 */
final class GeminiSchema {
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array", "object");
    private static final Set<String> NUMBERS = Set.of("minimum", "maximum");
    private static final Set<String> COUNTS =
            Set.of("minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties");
    private static final Set<String> TEXTS = Set.of("title", "description", "format", "pattern");

    private GeminiSchema() {}

    static Map<String, Object> of(Map<?, ?> schema) {
        Map<String, Object> known = new LinkedHashMap<>();
        schema.forEach((name, value) -> put((String) name, value, known));
        return known;
    }

    private static void put(String name, Object value, Map<String, Object> schema) {
        if (value instanceof Map<?, ?> object) {
            putObject(name, object, schema);
        } else if (value instanceof List<?> list) {
            putList(name, list, schema);
        } else if (value instanceof String text) {
            putText(name, text, schema);
        } else if (value instanceof Number && (NUMBERS.contains(name) || COUNTS.contains(name))) {
            schema.put(name, COUNTS.contains(name) ? value.toString() : value);
        } else if (value instanceof Boolean && name.equals("nullable")) {
            schema.put(name, value);
        }
    }

    private static void putObject(String name, Map<?, ?> object, Map<String, Object> schema) {
        if (name.equals("items")) {
            schema.put(name, of(object));
        } else if (name.equals("properties")) {
            Map<String, Object> properties = new LinkedHashMap<>();
            object.forEach((property, each) ->
                    properties.put((String) property, each instanceof Map<?, ?> known ? of(known) : Map.of()));
            schema.put(name, properties);
        }
    }

    private static void putText(String name, String text, Map<String, Object> schema) {
        if (name.equals("type") && TYPES.contains(text)) {
            schema.put(name, text.toUpperCase(Locale.ROOT));
        } else if (name.equals("const")) {
            schema.put("enum", List.of(text));
        } else if (TEXTS.contains(name)) {
            schema.put(name, text);
        }
    }

    private static void putList(String name, List<?> list, Map<String, Object> schema) {
        boolean texts = list.stream().allMatch(String.class::isInstance);
        switch (name) {
            case "type" -> putTypes(list, schema);
            case "anyOf", "oneOf" -> putAlternatives(list, schema);
            case "enum", "required" -> {
                if (texts && !list.isEmpty()) {
                    schema.put(name, list);
                }
            }
            default -> {}
        }
    }

    private static void putTypes(List<?> types, Map<String, Object> schema) {
        List<Map<?, ?>> alternatives = new ArrayList<>();
        types.forEach(type -> alternatives.add(Map.of("type", type)));
        putAlternatives(alternatives, schema);
    }

    /** Nothing is no type of its own: it makes the others nullable. */
    private static void putAlternatives(List<?> alternatives, Map<String, Object> schema) {
        List<Map<String, Object>> known = new ArrayList<>();
        for (Object alternative : alternatives) {
            if (!(alternative instanceof Map<?, ?> object)) {
                return;
            }
            if ("null".equals(object.get("type"))) {
                schema.put("nullable", true);
            } else {
                known.add(of(object));
            }
        }
        if (known.size() == 1) {
            known.get(0).forEach(schema::putIfAbsent);
        } else if (!known.isEmpty()) {
            schema.put("anyOf", known);
        }
    }
}
