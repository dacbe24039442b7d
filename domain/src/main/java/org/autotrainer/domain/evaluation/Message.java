package org.autotrainer.domain.evaluation;

import java.util.List;

/**
 * One message of a conversation.
 *
 * @param role who speaks
 * @param content what is said; empty when the message only calls tools
 * @param toolCalls the calls of an assistant's message; empty for all others
 * @param toolCallId which call a tool's message answers; empty for all others
 * @param name name of the speaker or of the tool; may be empty
 */
public record Message(Role role, String content, List<ToolCall> toolCalls, String toolCallId, String name) {
    /** Checks each part; only an assistant calls tools. */
    public Message {
        CleanText.transcript("messages.content", content);
        CleanText.name("messages.tool_call_id", toolCallId, Limits.NAME);
        CleanText.name("messages.name", name, Limits.NAME);
        toolCalls = List.copyOf(toolCalls);
        if (!toolCalls.isEmpty() && role != Role.ASSISTANT) {
            throw new InvalidValueException("messages.tool_calls stands at a message of role " + role.word()
                    + "; only an assistant calls tools");
        }
    }

    /** A message that only says something. */
    public static Message of(Role role, String content) {
        return new Message(role, content, List.of(), "", "");
    }
}
