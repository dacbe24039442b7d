package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * One operation of a trace, with what is of use for evaluations.
 *
 * <p>Instrumentations may send the messages of a span apart from it, as an event: that is a part of a span, which is put
 * together with it once both are there.
 *
 * @param trace id of the trace, 32 hexadecimal digits
 * @param id id of the span, 16 hexadecimal digits
 * @param parent id of the span in which it happened; empty for the root of the trace
 * @param start when it began, in nanoseconds since 1970
 * @param end when it ended
 * @param whole whether it is the span itself, and not only a part of it
 * @param failed whether it ended with an error
 * @param attributes those that are of use, in plain JDK types
 */
public record OtlpSpan(
        String trace,
        String id,
        String parent,
        long start,
        long end,
        boolean whole,
        boolean failed,
        Map<String, Object> attributes) {
    private static final List<String> OF_USE = List.of(
            "gen_ai.", "llm.", "openinference.", "autotrainer.", "input.", "output.", "session.", "agent.", "tag.");
    private static final List<String> NAMES_OF_USE = List.of("error.type", "metadata", "task.id", "task_id");
    private static final List<String> MODEL_CALLS = List.of("chat", "text_completion", "generate_content");
    private static final int STATUS_ERROR = 2;

    /** A span as it stands in OTLP, in a resource with attributes of its own. */
    static OtlpSpan of(Map<?, ?> span, Map<String, Object> resource) {
        Map<String, Object> attributes = ofUse(OtlpValues.attributes(span), resource);
        exception(span).ifPresent(type -> attributes.putIfAbsent("error.type", type));
        return new OtlpSpan(
                required(span, "traceId", 32),
                required(span, "spanId", 16),
                OtlpValues.id(span, "parentSpanId", 16),
                OtlpValues.nanos(span, "startTimeUnixNano"),
                OtlpValues.nanos(span, "endTimeUnixNano"),
                true,
                hasFailed(span),
                attributes);
    }

    /** The part of a span that an event tells, or nothing if it belongs to none. */
    static Optional<OtlpSpan> partOf(Map<?, ?> logRecord, Map<String, Object> attributes) {
        String trace = OtlpValues.id(logRecord, "traceId", 32);
        String id = OtlpValues.id(logRecord, "spanId", 16);
        return trace.isEmpty() || id.isEmpty()
                ? Optional.empty()
                : Optional.of(new OtlpSpan(trace, id, "", 0, 0, false, false, ofUse(attributes, Map.of())));
    }

    private static String required(Map<?, ?> span, String name, int digits) {
        String id = OtlpValues.id(span, name, digits);
        if (id.isEmpty()) {
            throw new InvalidValueException(name + " is missing; a span has " + digits + " hexadecimal digits there");
        }
        return id;
    }

    /** Those attributes that are of use, with what the resource says where they say nothing. */
    static Map<String, Object> ofUse(Map<String, Object> all, Map<String, Object> resource) {
        Map<String, Object> kept = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (NAMES_OF_USE.contains(name) || OF_USE.stream().anyMatch(name::startsWith)) {
                kept.put(name, value);
            }
        });
        if (!kept.isEmpty()) {
            resource.forEach(kept::putIfAbsent);
        }
        return kept;
    }

    private static boolean hasFailed(Map<?, ?> span) {
        Object status = span.get("status");
        Object code = status instanceof Map<?, ?> map ? map.get("code") : null;
        return (code instanceof Number number && number.intValue() == STATUS_ERROR) || "STATUS_CODE_ERROR".equals(code);
    }

    private static Optional<String> exception(Map<?, ?> span) {
        Optional<String> type = Optional.empty();
        for (Map<?, ?> event : events(span)) {
            if ("exception".equals(event.get("name"))) {
                Object named = OtlpValues.attributes(event).get("exception.type");
                type = named instanceof String text ? Optional.of(text) : type;
            }
        }
        return type;
    }

    /** The events of a span as it stands in OTLP. */
    static List<Map<?, ?>> events(Map<?, ?> span) {
        List<Map<?, ?>> events = new ArrayList<>();
        for (Object event : new JsonFields(span).list("events")) {
            events.add(OtlpValues.map("an event", event));
        }
        return events;
    }

    /** The span with what an event of the same id adds to it. */
    OtlpSpan with(OtlpSpan other) {
        if (whole == other.whole && whole) {
            return this;
        }
        OtlpSpan main = whole ? this : other;
        Map<String, Object> both = new LinkedHashMap<>(main.attributes);
        (whole ? other : this).attributes.forEach(both::putIfAbsent);
        return both.equals(attributes) && whole == main.whole
                ? this
                : new OtlpSpan(main.trace, main.id, main.parent, main.start, main.end, main.whole, main.failed, both);
    }

    /** A text among the attributes; empty when there is none. */
    String text(String name) {
        return attributes.get(name) instanceof String text ? text : "";
    }

    /** Whether a model was asked here. */
    boolean isModelCall() {
        return MODEL_CALLS.contains(text("gen_ai.operation.name"))
                || text("openinference.span.kind").equals("LLM")
                || OtlpMessages.areIn(attributes);
    }

    /** Whether a critic was at work here: what it asked a model is no part of the attempt. */
    boolean isEvaluator() {
        return text("openinference.span.kind").equals("EVALUATOR");
    }

    /** About how many characters it takes. */
    long size() {
        return OtlpValues.OVERHEAD + OtlpValues.length(attributes);
    }

    /** The span as an object of JSON, from which {@link #ofObject} makes an equal one. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("trace", trace);
        object.put("id", id);
        object.put("parent", parent);
        object.put("start", start);
        object.put("end", end);
        object.put("whole", whole);
        object.put("failed", failed);
        object.put("attributes", attributes);
        return object;
    }

    /**
     * The span of an object that {@link #toObject} made.
     *
     * @throws InvalidValueException if it is none
     */
    public static OtlpSpan ofObject(Map<String, Object> object) {
        JsonFields fields = new JsonFields(object);
        return new OtlpSpan(
                fields.text("trace").orElse(""),
                fields.text("id").orElse(""),
                fields.text("parent").orElse(""),
                OtlpValues.nanos(object, "start"),
                OtlpValues.nanos(object, "end"),
                Boolean.TRUE.equals(object.get("whole")),
                Boolean.TRUE.equals(object.get("failed")),
                OtlpJudgement.attributes(fields));
    }
}
