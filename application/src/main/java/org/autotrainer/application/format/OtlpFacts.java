package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.autotrainer.domain.evaluation.Limits;

/**
 * Looks facts up where they may stand: at the judgement, at the span that was judged, at the spans around it and those
 * within it, in this order.
 *
 * @param places the attributes of each place, nearest first
 * @param parseJson parses what some instrumentations write as a text
 */
record OtlpFacts(List<Map<String, Object>> places, Function<String, Object> parseJson) {
    /** Where the agent's name stands. */
    static final List<String> AGENT = List.of("gen_ai.agent.name", "agent.name");
    /** Where the task's id stands. */
    static final List<String> TASK = List.of("autotrainer.task_id", "task.id", "task_id");
    /** What stands for a task where none is named. */
    static final List<String> CONVERSATION = List.of("gen_ai.conversation.id", "session.id");

    private static final String REQUEST = "gen_ai.request.";
    private static final String PARAMETER = "autotrainer.parameter.";
    private static final List<String> NO_PARAMETERS = List.of("model", "encoding_formats", "stream");
    private static final int LONGEST_PARAMETER = 1_000;

    /** The first text or whole number under one of some names, in the nearest place that has it. */
    Optional<String> name(List<String> names, int max) {
        for (Map<String, Object> place : places) {
            for (String name : names) {
                Object value = place.get(name);
                if (value instanceof String || value instanceof Long || value instanceof Integer) {
                    String line = OtlpText.line(value.toString(), max);
                    if (!line.isEmpty()) {
                        return Optional.of(line);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first text or whole number under a name. */
    Optional<String> name(String name) {
        return name(List.of(name), Limits.NAME);
    }

    /** The agent: ours if it is named so, else the one of the nearest span that names its own. */
    Optional<String> agent() {
        return name(List.of("autotrainer.agent"), Limits.AGENT).or(() -> name(AGENT, Limits.AGENT));
    }

    /** The task that was judged, if it is named anywhere. */
    Optional<String> task() {
        return name(TASK, Limits.TASK_ID).or(() -> metadata(List.of("task_id"), Limits.TASK_ID));
    }

    /** Which try at the task it was, if that is named anywhere. */
    Optional<Integer> attempt() {
        return name("autotrainer.attempt")
                .or(() -> metadata(List.of("attempt", "trial"), Limits.NAME))
                .flatMap(OtlpFacts::count);
    }

    private static Optional<Integer> count(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Optional<String> metadata(List<String> names, int max) {
        for (Map<String, Object> place : places) {
            Object object = parsed(place.getOrDefault("metadata", ""));
            if (object instanceof Map<?, ?> map) {
                Map<String, Object> texts = new LinkedHashMap<>();
                map.forEach((name, value) -> texts.put(String.valueOf(name), value));
                Optional<String> found = new OtlpFacts(List.of(texts), parseJson).name(names, max);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Object parsed(Object value) {
        if (value instanceof String text && !text.isBlank()) {
            try {
                return parseJson.apply(text);
            } catch (IllegalArgumentException none) {
                return text; // a text that only looks like an object
            }
        }
        return value;
    }

    /** The first list of texts under a name, as tags. */
    List<String> tags() {
        for (Map<String, Object> place : places) {
            Object value = parsed(place.getOrDefault("autotrainer.tags", place.getOrDefault("tag.tags", "")));
            if (value instanceof List<?> list) {
                return list.stream()
                        .filter(String.class::isInstance)
                        .map(tag -> OtlpText.line((String) tag, Limits.TAG))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .limit(Limits.TAGS)
                        .toList();
            }
        }
        return List.of();
    }

    /** The advice that is given as such: one text, or a list of them. */
    List<String> suggestions() {
        for (Map<String, Object> place : places) {
            Object value = place.get("autotrainer.suggestions");
            List<Object> given = new ArrayList<>();
            if (value instanceof List<?> list) {
                given.addAll(list);
            } else if (value instanceof String text) {
                given.add(text);
            }
            List<String> texts = given.stream()
                    .filter(String.class::isInstance)
                    .map(text -> JsonFields.excerpt(OtlpText.clean((String) text), Limits.SUGGESTION))
                    .filter(text -> !text.isBlank())
                    .limit(Limits.SUGGESTIONS)
                    .toList();
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return List.of();
    }

    /** The settings that are named as ours, and those with which a model was asked. */
    Map<String, Object> parameters(Map<String, Object> call) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        places.forEach(place -> put(parameters, PARAMETER, place));
        put(parameters, REQUEST, call);
        if (parsed(call.getOrDefault("llm.invocation_parameters", "")) instanceof Map<?, ?> settings) {
            settings.forEach((name, value) -> put(parameters, String.valueOf(name), value));
        }
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String prefix, Map<String, Object> place) {
        place.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                put(parameters, name.substring(prefix.length()), value);
            }
        });
    }

    private static void put(Map<String, Object> parameters, String name, Object value) {
        boolean scalar = value instanceof Integer
                || value instanceof Long
                || (value instanceof Double number && Double.isFinite(number))
                || value instanceof Boolean
                || value instanceof String;
        if (scalar && !NO_PARAMETERS.contains(name) && parameters.size() < Limits.PARAMETERS) {
            Object kept =
                    value instanceof String text ? JsonFields.excerpt(OtlpText.clean(text), LONGEST_PARAMETER) : value;
            parameters.putIfAbsent(OtlpText.line(name, Limits.NAME), kept);
        }
    }
}
