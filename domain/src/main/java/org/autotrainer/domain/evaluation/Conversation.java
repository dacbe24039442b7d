package org.autotrainer.domain.evaluation;

import java.util.List;

/**
 * The transcript of an attempt: the canonical form from which every data set is encoded.
 *
 * <p>It is kept as it was given; whether it can be trained on is for the data set to say.
 *
 * @param messages in the order in which they were said; may be empty
 * @param tools the tools that the agent could call; empty when the source names none
 */
public record Conversation(List<Message> messages, List<Tool> tools) {
    /** No conversation. */
    public static final Conversation NONE = new Conversation(List.of(), List.of());

    /** Checks the numbers and the total length; see {@link Limits}. */
    public Conversation {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        limit("messages", messages.size(), Limits.MESSAGES);
        limit("tools", tools.size(), Limits.TOOLS);
        long calls = 0;
        long characters = 0;
        for (Message message : messages) {
            calls += message.toolCalls().size();
            characters += FreeForm.length(message.content());
            for (ToolCall call : message.toolCalls()) {
                characters += FreeForm.length(call.arguments());
            }
        }
        for (Tool tool : tools) {
            characters += FreeForm.length(tool.description()) + FreeForm.length(tool.parameters());
        }
        limit("messages.tool_calls", calls, Limits.TOOL_CALLS);
        limit("messages and tools in characters", characters, Limits.CONVERSATION);
    }

    /** Whether nothing was said. */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    private static void limit(String what, long size, int max) {
        if (size > max) {
            throw new InvalidValueException(what + " are " + size + "; allowed are up to " + max);
        }
    }
}
