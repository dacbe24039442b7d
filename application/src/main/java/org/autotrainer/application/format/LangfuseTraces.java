package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.spi.EvaluationFormat.Source;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Role;

/**
 * The traces of Langfuse that scores may be about. About {@link #HELD} characters of them are kept, the latest ones; a score
 * of another is read without its trace. Not thread-safe.
 */
final class LangfuseTraces {
    private static final long HELD = 64L << 20;
    private static final JsonFields NONE = new JsonFields(Map.of());
    private static final int KEY = 16;

    private record Kept(JsonFields trace, long size) {}

    private final Source source;
    private final Tries tries;
    private final Map<String, Kept> byId = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private long size;

    LangfuseTraces(Source source) {
        this.source = source;
        this.tries = new Tries(source, "");
    }

    /** A text under either of two names; empty when there is none. */
    static String either(JsonFields fields, String name, String other) {
        String text = fields.textOrNothing(name);
        return text.isEmpty() ? fields.textOrNothing(other) : text;
    }

    /** The trace, or else the session, that a score is about. */
    static String idOf(JsonFields score) {
        String trace = either(score, "traceId", "trace_id");
        return trace.isBlank() ? either(score, "sessionId", "session_id") : trace;
    }

    void keep(JsonFields trace) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String part : List.of("id", "input", "output", "metadata")) {
            Object value = trace.object().get(part);
            if (value != null) {
                parts.put(part, value);
            }
        }
        Kept kept = new Kept(new JsonFields(parts), 200 + characters(parts));
        Kept before = byId.put(trace.id("id"), kept);
        size += kept.size() - (before == null ? 0 : before.size());
        Iterator<Kept> oldest = byId.values().iterator();
        while (size > HELD && oldest.hasNext()) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }

    private static long characters(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(each -> 50 + characters(each.getKey()) + characters(each.getValue()))
                    .sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(each -> 20 + characters(each)).sum();
        }
        return value instanceof String text ? text.length() : 8;
    }

    /** The trace of an id; one without any fields when it is not known. */
    JsonFields of(String id) {
        Kept kept = byId.get(id);
        return kept == null ? NONE : kept.trace();
    }

    /** Traces of one task are runs of their own, or have their numbers in the run that the user names. */
    Attempt attempt(String task, JsonFields trace, JsonFields score) {
        String own = trace.textOrNothing("id");
        String id = own.isBlank() ? idOf(score) : own;
        if (source.run().isEmpty()) {
            return new Attempt(source.agent(), Clean.name(id), Clean.name(task), 0);
        }
        String key = Clean.hash(List.of(task, id)).substring(0, KEY);
        return tries.numbered(
                task, numbers.computeIfAbsent(key, any -> tries.next(task).number()));
    }

    /** What the user says, or else what went in as a text. */
    String words(JsonFields trace) {
        return conversation(trace).messages().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(message -> message.content())
                .orElse(trace.textOrNothing("input"));
    }

    /** What went in and what came out, if both are texts or messages. */
    Conversation conversation(JsonFields trace) {
        List<Object> messages = messages(parsed(trace, "input"), Role.USER);
        List<Object> answers = messages(parsed(trace, "output"), Role.ASSISTANT);
        if (messages.isEmpty() || answers.isEmpty()) {
            return Conversation.NONE;
        }
        messages.addAll(answers);
        return new ChatMessages(source.parseJson()).conversation(messages);
    }

    /** The messages in a value, as a list, under that name, as a single one, or as a text; none if it holds anything else. */
    private static List<Object> messages(Object value, Role speaker) {
        Object given = value instanceof Map<?, ?> map && map.get("messages") instanceof List<?> inner ? inner : value;
        if (given instanceof String text && !text.isBlank()) {
            return new ArrayList<>(List.of(Map.of("role", speaker.word(), "content", text)));
        }
        List<Object> messages = new ArrayList<>(given instanceof List<?> list ? list : List.of(given));
        return messages.stream().allMatch(LangfuseTraces::isMessage) ? messages : new ArrayList<>();
    }

    private static boolean isMessage(Object value) {
        return value instanceof Map<?, ?> map
                && map.get("role") instanceof String role
                && List.of("system", "user", "assistant", "tool").contains(role)
                && map.containsKey("content");
    }

    /** In exports, JSON stands in texts. */
    private Object parsed(JsonFields trace, String name) {
        Object value = trace.object().get(name);
        if (!(value instanceof String text) || !(text.startsWith("{") || text.startsWith("["))) {
            return value == null ? "" : value;
        }
        try {
            Object parsed = source.parseJson().apply(text);
            return parsed == null ? "" : parsed;
        } catch (IllegalArgumentException noJson) {
            return text;
        }
    }
}
