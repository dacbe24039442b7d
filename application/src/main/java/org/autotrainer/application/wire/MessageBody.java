package org.autotrainer.application.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * A message of a conversation, in the form that chat interfaces share.
 *
 * @param content a text, null, or a list of parts {@code {"type": "text", "text"}}
 */
@SuppressWarnings("NullAway") // absent is null on the wire
public record MessageBody(String role, Object content, List<ToolCallBody> toolCalls, String toolCallId, String name) {

    /**
     * A call of a tool: flat, or nested under {@code function} as chat interfaces have it.
     *
     * @param type {@code function} or absent
     */
    public record ToolCallBody(
            String id, String type, String name, Map<String, Object> arguments, FunctionBody function) {
        ToolCall toDomain() {
            return function == null
                    ? new ToolCall(Wire.text(id), Wire.text(name), Wire.map(arguments))
                    : new ToolCall(Wire.text(id), Wire.text(function.name), Wire.map(function.arguments));
        }
    }

    /** The name and the arguments of a nested call. */
    public record FunctionBody(String name, Map<String, Object> arguments) {}

    Message toDomain() {
        if (role == null) {
            throw new InvalidValueException("messages.role is missing; allowed are system, user, assistant and tool");
        }
        return new Message(
                Role.of(role),
                said(),
                Wire.list(toolCalls).stream().map(ToolCallBody::toDomain).toList(),
                Wire.text(toolCallId),
                Wire.text(name));
    }

    static MessageBody of(Message message) {
        return new MessageBody(
                message.role().word(),
                Wire.orNull(message.content()),
                Wire.orNull(message.toolCalls().stream()
                        .map(call ->
                                new ToolCallBody(Wire.orNull(call.id()), null, call.name(), call.arguments(), null))
                        .toList()),
                Wire.orNull(message.toolCallId()),
                Wire.orNull(message.name()));
    }

    private String said() {
        if (content == null) {
            return "";
        }
        if (content instanceof String text) {
            return text;
        }
        if (content instanceof List<?> parts && parts.stream().allMatch(MessageBody::isText)) {
            return parts.stream()
                    .map(part -> (String) ((Map<?, ?>) part).get("text"))
                    .collect(Collectors.joining("\n"));
        }
        throw new InvalidValueException(
                "messages.content is neither a text nor a list of parts {\"type\": \"text\", \"text\": …}");
    }

    private static boolean isText(Object part) {
        return part instanceof Map<?, ?> map && "text".equals(map.get("type")) && map.get("text") instanceof String;
    }
}
