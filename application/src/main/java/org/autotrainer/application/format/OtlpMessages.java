package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.evaluation.Tool;

/**
 * Reads the conversation of a span: as OpenTelemetry has it ({@code gen_ai.input.messages}, as a list or as a text of
 * JSON), as older instrumentations spread it ({@code gen_ai.prompt.0.content}), and as OpenInference spreads it ({@code
 * llm.input_messages.0.message.content}).
 *
 * <p>What a model thought, and what is no text, is left out.
 *
 * @param parseJson parses what is a text of JSON
 */
record OtlpMessages(Function<String, Object> parseJson) {
    private static final String INPUT = "gen_ai.input.messages";
    private static final String OUTPUT = "gen_ai.output.messages";
    private static final String SYSTEM = "gen_ai.system_instructions";
    private static final String TOOLS = "gen_ai.tool.definitions";
    private static final List<String> SPREAD = List.of("llm.input_messages.", "gen_ai.prompt.");
    private static final List<String> SPREAD_OUTPUT = List.of("llm.output_messages.", "gen_ai.completion.");
    private static final Map<String, String> ROLES =
            Map.of("human", "user", "ai", "assistant", "model", "assistant", "function", "tool", "developer", "system");

    /** Whether a span with these attributes tells what was said. */
    static boolean areIn(Map<String, Object> attributes) {
        return attributes.containsKey(INPUT)
                || attributes.containsKey(OUTPUT)
                || attributes.containsKey("llm.input_messages.0.message.role")
                || attributes.containsKey("gen_ai.prompt.0.role")
                || attributes.containsKey("gen_ai.prompt.0.content");
    }

    /** About how many messages a span has; cheaper than to read them. */
    static int count(Map<String, Object> attributes) {
        int count = 0;
        for (Map.Entry<String, Object> entry : attributes.entrySet()) {
            String name = entry.getKey();
            if (name.equals(INPUT) || name.equals(OUTPUT)) {
                count += entry.getValue() instanceof List<?> list ? list.size() : roles(entry.getValue());
            } else if (name.endsWith(".message.role") || (name.startsWith("gen_ai.") && name.endsWith(".role"))) {
                count++;
            }
        }
        return count;
    }

    private static int roles(Object text) {
        int count = 0;
        String all = String.valueOf(text);
        for (int at = all.indexOf("\"role\""); at >= 0; at = all.indexOf("\"role\"", at + 1)) {
            count++;
        }
        return count;
    }

    /**
     * The conversation of a span; none when it has no messages.
     *
     * @throws InvalidValueException if they are of no known form, or more than a conversation may have
     */
    Conversation of(Map<String, Object> attributes) {
        List<Map<String, Object>> messages = new ArrayList<>();
        String system = texts(list(OtlpText.at(attributes, SYSTEM)));
        if (!system.isEmpty()) {
            messages.add(message("system", system));
        }
        OtlpSpread.addTo(messages, attributes, SPREAD);
        list(OtlpText.at(attributes, INPUT)).forEach(given -> add(given, messages));
        list(OtlpText.at(attributes, OUTPUT)).forEach(given -> add(given, messages));
        OtlpSpread.addTo(messages, attributes, SPREAD_OUTPUT);
        Conversation read = new ChatMessages(parseJson).conversation(messages);
        return new Conversation(read.messages(), tools(attributes));
    }

    static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    /** A list that may be written as a text. */
    private List<?> list(Object value) {
        Object read = value;
        if (value instanceof String text) {
            try {
                read = text.isBlank() ? List.of() : parseJson.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new InvalidValueException("the messages are a text that is no JSON");
            }
        }
        return read instanceof List<?> list ? list : List.of();
    }

    /** Adds a message of parts: what tools answered becomes a message each. */
    private void add(Object given, List<Map<String, Object>> messages) {
        JsonFields fields = new JsonFields(OtlpValues.map("a message", given));
        Map<String, Object> message = message(role(fields.text("role").orElse("assistant")), "");
        List<Map<String, Object>> calls = new ArrayList<>();
        List<Map<String, Object>> answers = new ArrayList<>();
        List<?> parts = fields.list("parts");
        for (Object part : parts) {
            JsonFields of = new JsonFields(OtlpValues.map("a part of a message", part));
            switch (of.text("type").orElse("")) {
                case "tool_call" -> calls.add(call(of));
                case "tool_call_response" -> answers.add(answer(of));
                default -> {}
            }
        }
        String content = parts.isEmpty() ? OtlpText.text(OtlpText.at(fields.object(), "content")) : texts(parts);
        message.put("content", content);
        if (!calls.isEmpty()) {
            message.put("tool_calls", calls);
        }
        fields.text("name").ifPresent(name -> message.put("name", OtlpText.line(name, Limits.NAME)));
        if (answers.isEmpty() || !calls.isEmpty() || !content.isEmpty()) {
            messages.add(message);
        }
        messages.addAll(answers);
    }

    private static Map<String, Object> call(JsonFields part) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", OtlpText.line(part.object(), "name"));
        function.put("arguments", OtlpText.cleaned(OtlpText.at(part.object(), "arguments")));
        return Map.of("id", OtlpText.line(part.object(), "id"), "function", function);
    }

    private static Map<String, Object> answer(JsonFields part) {
        String name = part.object().containsKey("response") ? "response" : "result";
        Map<String, Object> answer = message("tool", OtlpText.text(OtlpText.at(part.object(), name)));
        answer.put("tool_call_id", OtlpText.line(part.object(), "id"));
        return answer;
    }

    /** The texts among parts, joined by line ends. */
    private static String texts(List<?> parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof String text) {
                texts.add(OtlpText.clean(text));
            } else if (part instanceof Map<?, ?> map
                    && "text".equals(map.containsKey("type") ? map.get("type") : "text")) {
                texts.add(OtlpText.text(OtlpText.at(map, map.containsKey("content") ? "content" : "text")));
            }
        }
        return String.join("\n", texts);
    }

    static String role(String given) {
        String word = given.toLowerCase(Locale.ROOT);
        return ROLES.getOrDefault(word, word);
    }

    /** The tools that a model could call, as far as they are told. */
    private List<Tool> tools(Map<String, Object> attributes) {
        List<Tool> tools = new ArrayList<>();
        List<Object> given = new ArrayList<>(list(OtlpText.at(attributes, TOOLS)));
        for (int i = 0; attributes.get("llm.tools." + i + ".tool.json_schema") instanceof String schema; i++) {
            try {
                given.add(parseJson.apply(schema));
            } catch (IllegalArgumentException wrong) {
                throw new InvalidValueException("llm.tools." + i + ".tool.json_schema is a text that is no JSON");
            }
        }
        for (Object one : given) {
            JsonFields outer = new JsonFields(OtlpValues.map("a tool", one));
            JsonFields tool = outer.object("function").orElse(outer);
            String name = OtlpText.line(tool.object(), "name");
            if (!name.isEmpty()) {
                String description = OtlpText.text(OtlpText.at(tool.object(), "description"));
                tools.add(new Tool(name, description, schema(OtlpText.at(tool.object(), "parameters"))));
            }
        }
        return tools;
    }

    @SuppressWarnings("unchecked") // what was cleaned has texts as names
    private static Map<String, Object> schema(Object parameters) {
        return parameters instanceof Map<?, ?> map ? (Map<String, Object>) OtlpText.cleaned(map) : Map.of();
    }
}
