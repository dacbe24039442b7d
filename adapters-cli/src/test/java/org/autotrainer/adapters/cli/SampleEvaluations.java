package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.JsonLine;

/** Evaluations of support tasks with everything that makes data sets hard: tools, values of any type, both outcomes. */
public final class SampleEvaluations {
    private static final List<Map<String, Object>> TOOLS = List.of(Map.of(
            "type",
            "function",
            "function",
            Map.of(
                    "name", "look_up",
                    "description", "Looks up an order.",
                    "parameters",
                            Map.of(
                                    "type",
                                    "object",
                                    "properties",
                                    Map.of("order", Map.of("type", List.of("string", "integer"))),
                                    "additionalProperties",
                                    false))));

    private SampleEvaluations() {}

    /** Two attempts at each of so many tasks, in lines of the native form. */
    public static String lines(int tasks) {
        StringBuilder lines = new StringBuilder();
        for (int task = 0; task < tasks; task++) {
            lines.append(line(task, 0, true))
                    .append('\n')
                    .append(line(task, 1, false))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String line(int task, int attempt, boolean success) {
        boolean withTools = task % 3 > 0;
        return JsonLine.of(Map.of(
                "task_id",
                "task-" + task,
                "attempt",
                attempt,
                "success",
                success,
                "score",
                success ? 0.9 : 0.1,
                "suggestions",
                List.of("Look up order " + task + " first"),
                "tools",
                withTools ? TOOLS : List.of(),
                "messages",
                withTools ? withTools(task, success) : plain(task, success)));
    }

    private static List<Object> plain(int task, boolean success) {
        return List.of(
                said("system", "You help. Answer briefly. \u2028 \ud83d\ude00"),
                said("user", "Where is parcel " + task * 7919 + "? I am ann" + task + "@example.org"),
                said("assistant", success ? "Parcel " + task + " is in Z\u00fcrich." : "User: I do not know " + task));
    }

    private static List<Object> withTools(int task, boolean success) {
        Object order = task % 2 == 0 ? (Object) task : "number " + task;
        Map<String, Object> call = Map.of(
                "id",
                "call_" + task,
                "type",
                "function",
                "function",
                Map.of(
                        "name",
                        "look_up",
                        "arguments",
                        success
                                ? Map.of("order", order, "deep", Map.of("n", order))
                                : Map.of("order", List.of(order))));
        return List.of(
                said("system", "You help. Answer briefly."),
                said("user", "Look up order " + task * 104729),
                Map.of("role", "assistant", "content", "", "tool_calls", List.of(call)),
                Map.of("role", "tool", "tool_call_id", "call_" + task, "content", "{\"state\":\"sent\"}"),
                said("assistant", success ? "Order " + task + " was sent." : "It is lost: " + task));
    }

    private static Map<String, Object> said(String role, String content) {
        return Map.of("role", role, "content", content);
    }
}
