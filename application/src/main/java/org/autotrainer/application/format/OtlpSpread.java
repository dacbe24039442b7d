package org.autotrainer.application.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers messages that are spread over attributes, such as {@code llm.input_messages.0.message.content}: each message,
 * and each call of a tool in it, has a number, and the numbers are their order.
 */
final class OtlpSpread {
    private static final int PARTS = 8;
    private static final int MOST_DIGITS = 6;

    private OtlpSpread() {}

    /** Adds the messages under some prefixes, in the form of chat completions. */
    static void addTo(List<Map<String, Object>> messages, Map<String, Object> attributes, List<String> prefixes) {
        for (String prefix : prefixes) {
            TreeMap<Integer, Map<String, Object>> numbered = new TreeMap<>();
            attributes.forEach((name, value) -> {
                int dot = name.startsWith(prefix) ? name.indexOf('.', prefix.length()) : -1;
                int number = dot < 0 ? -1 : number(name.substring(prefix.length(), dot));
                if (number >= 0) {
                    String field = name.substring(dot + 1);
                    numbered.computeIfAbsent(number, any -> new LinkedHashMap<>())
                            .put(field.startsWith("message.") ? field.substring("message.".length()) : field, value);
                }
            });
            numbered.values().forEach(fields -> messages.add(message(fields)));
        }
    }

    private static int number(String digits) {
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return isNumber ? Integer.parseInt(digits) : -1;
    }

    private static Map<String, Object> message(Map<String, Object> fields) {
        String role = OtlpMessages.role(fields.containsKey("role") ? OtlpText.line(fields, "role") : "assistant");
        TreeMap<Integer, String> parts = new TreeMap<>();
        TreeMap<Integer, Map<String, Object>> calls = new TreeMap<>();
        fields.forEach((name, value) -> {
            String[] path = name.split("\\.", PARTS);
            int number = path.length > 2 ? number(path[1]) : -1;
            String last = path[path.length - 1];
            if (number >= 0 && path[0].equals("tool_calls")) {
                calls.computeIfAbsent(number, any -> new LinkedHashMap<>()).put(last, value);
            } else if (number >= 0 && path[0].equals("contents") && last.equals("text")) {
                parts.put(number, OtlpText.text(value));
            }
        });
        String content = OtlpText.text(OtlpText.at(fields, "content"));
        Map<String, Object> message =
                OtlpMessages.message(role, content.isEmpty() ? String.join("\n", parts.values()) : content);
        if (!calls.isEmpty() && role.equals("assistant")) {
            message.put(
                    "tool_calls", calls.values().stream().map(OtlpSpread::call).toList());
        }
        if (role.equals("tool")) {
            message.put("tool_call_id", OtlpText.line(fields, "tool_call_id"));
        }
        message.put("name", OtlpText.line(fields, "name"));
        return message;
    }

    private static Map<String, Object> call(Map<String, Object> fields) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", OtlpText.line(fields, "name"));
        function.put("arguments", OtlpText.cleaned(OtlpText.at(fields, "arguments")));
        return Map.of("id", OtlpText.line(fields, "id"), "function", function);
    }
}
