package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small requests of OTLP, as instrumentations make them. */
public final class Telemetry {
    public static final String TRACE = "66637b3500706e510503fcc6867f6b06";
    public static final String AGENT = "b22ac8504e94d4f5";
    public static final String CALL = "243fcd4ee757f68a";

    private Telemetry() {}

    /** A request with spans. */
    public static Map<String, Object> traces(Map<?, ?>... spans) {
        return Map.of("resourceSpans", List.of(Map.of("scopeSpans", List.of(Map.of("spans", List.of(spans))))));
    }

    /** A request with log records. */
    public static Map<String, Object> logs(Map<?, ?>... records) {
        return Map.of("resourceLogs", List.of(Map.of("scopeLogs", List.of(Map.of("logRecords", List.of(records))))));
    }

    /** A span. */
    public static Map<String, Object> span(String id, String parent, Object... attributes) {
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("traceId", TRACE);
        span.put("spanId", id);
        span.put("parentSpanId", parent);
        span.put("startTimeUnixNano", "1795385241376000000");
        span.put("endTimeUnixNano", "1795385241380000000");
        span.put("attributes", attributes(attributes));
        return span;
    }

    /** An object with more fields. */
    public static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        more.put(name, value);
        return more;
    }

    /** The span of an agent at work on a task. */
    public static Map<String, Object> agent(Object... more) {
        return span(
                AGENT,
                "",
                concat(
                        new Object[] {
                            "gen_ai.operation.name",
                            "invoke_agent",
                            "gen_ai.agent.name",
                            "support",
                            "gen_ai.conversation.id",
                            "talk-9",
                            "task.id",
                            "refund-7"
                        },
                        more));
    }

    /** The span of a model that was asked by that agent. */
    public static Map<String, Object> call(Object... more) {
        return span(
                CALL,
                AGENT,
                concat(
                        new Object[] {
                            "gen_ai.operation.name",
                            "chat",
                            "gen_ai.request.model",
                            "small-1",
                            "gen_ai.response.id",
                            "answer-1",
                            "gen_ai.request.temperature",
                            0.5,
                            "gen_ai.system_instructions",
                            "[{\"type\":\"text\",\"content\":\"Be kind.\"}]",
                            "gen_ai.input.messages",
                            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"My cup is broken.\"}]}]",
                            "gen_ai.output.messages",
                            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Sorry!\"}]}]"
                        },
                        more));
    }

    /** A judgement as a log record about a span. */
    public static Map<String, Object> judgement(String span, Object... attributes) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("timeUnixNano", "1795385241390000000");
        record.put("eventName", "gen_ai.evaluation.result");
        record.put("traceId", TRACE);
        record.put("spanId", span);
        record.put("attributes", attributes(attributes));
        return record;
    }

    /** A judgement of a judge that says fail. */
    public static Map<String, Object> failure(String explanation) {
        return judgement(
                AGENT,
                "gen_ai.evaluation.name",
                "judge",
                "gen_ai.evaluation.score.value",
                0,
                "gen_ai.evaluation.score.label",
                "fail",
                "gen_ai.evaluation.explanation",
                explanation);
    }

    /** Names and values as OTLP has them. */
    public static List<Map<String, Object>> attributes(Object... pairs) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.add(Map.of("key", pairs[i], "value", typed(pairs[i + 1])));
        }
        return attributes;
    }

    private static Map<String, Object> typed(Object value) {
        if (value instanceof Map<?, ?> already) {
            Map<String, Object> typed = new LinkedHashMap<>();
            already.forEach((name, inner) -> typed.put((String) name, inner));
            return typed;
        }
        if (value instanceof List<?> list) {
            return Map.of(
                    "arrayValue",
                    Map.of("values", list.stream().map(Telemetry::typed).toList()));
        }
        String kind = value instanceof String
                ? "stringValue"
                : value instanceof Boolean ? "boolValue" : value instanceof Double ? "doubleValue" : "intValue";
        return Map.of(kind, value);
    }

    private static Object[] concat(Object[] first, Object[] second) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray();
    }
}
