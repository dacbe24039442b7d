package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.autotrainer.domain.dataset.Linter;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Reads messages in the form of OpenAI's chat completions, which most tools keep, or close to it.
 *
 * <p>Content may be a text, null or a list of parts, of which the texts are joined. Arguments that are not a JSON object
 * are kept as a text under {@link Linter#UNREAD_ARGUMENTS}: the transcript stays whole, and data sets leave it out.
 *
 * @param parseJson parses the arguments of tool calls
 */
record ChatMessages(Function<String, Object> parseJson) {
    /** A conversation of messages; no tools are named. */
    Conversation conversation(List<?> messages) {
        List<Message> read = new ArrayList<>();
        for (Object message : messages) {
            if (!(message instanceof Map<?, ?> object)) {
                throw new InvalidValueException("message " + (read.size() + 1) + " is not an object");
            }
            read.add(message(new JsonFields(object)));
        }
        return read.isEmpty() ? Conversation.NONE : new Conversation(read, List.of());
    }

    private Message message(JsonFields fields) {
        Role role = Role.of(fields.text("role").orElse(""));
        List<ToolCall> calls = new ArrayList<>();
        for (Object call : fields.list("tool_calls")) {
            if (!(call instanceof Map<?, ?> object)) {
                throw new InvalidValueException("a tool call is not an object");
            }
            calls.add(call(new JsonFields(object)));
        }
        return new Message(
                role,
                content(fields),
                calls,
                role == Role.TOOL ? fields.text("tool_call_id").orElse("") : "",
                fields.text("name").orElse(""));
    }

    /** A call as {@code {id, function: {name, arguments}}}, {@code {id, function, arguments}} or {@code {id, name, arguments}}. */
    private ToolCall call(JsonFields call) {
        Object named = call.object().get("function");
        String id = call.words("id");
        if (named instanceof String name) {
            return new ToolCall(id, name, arguments(call));
        }
        if (named == null && call.object().get("name") instanceof String name) {
            return new ToolCall(id, name, arguments(call));
        }
        JsonFields function =
                call.object("function").orElseThrow(() -> new InvalidValueException("a tool call names no function"));
        return new ToolCall(id, function.words("name"), arguments(function));
    }

    private Map<String, Object> arguments(JsonFields function) {
        Object given = function.object().get("arguments");
        Object value = given instanceof String text ? parsed(text) : given;
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            object.forEach((name, argument) -> arguments.put((String) name, argument));
            return arguments;
        }
        return given == null ? Map.of() : Map.of(Linter.UNREAD_ARGUMENTS, String.valueOf(given));
    }

    private Object parsed(String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        try {
            return parseJson.apply(text);
        } catch (IllegalArgumentException notJson) {
            return text;
        }
    }

    private static String content(JsonFields fields) {
        Object content = fields.object().get("content");
        if (!(content instanceof List<?> parts)) {
            return fields.text("content").orElse("");
        }
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof String text) {
                texts.add(text);
            } else if (part instanceof Map<?, ?> object) {
                new JsonFields(object).text("text").ifPresent(texts::add);
            }
        }
        return String.join("\n", texts);
    }
}
