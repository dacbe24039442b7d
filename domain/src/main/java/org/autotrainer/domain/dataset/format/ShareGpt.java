package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Finding;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Conversations as LLaMA-Factory reads them: human and observation take turns with gpt and function_call.
 *
 * <p>Keeps what it changed; made for one row.
 */
final class ShareGpt {
    private boolean dropped;
    private boolean joined;

    List<Finding> mends(Turns turns) {
        List<Finding> mends = new ArrayList<>(turns.mends());
        if (dropped) {
            mends.add(new Finding("content_dropped", "what the assistant said while it called a tool was left out"));
        }
        if (joined) {
            mends.add(
                    new Finding("answers_joined", "answers of tools and what the user said then are one observation"));
        }
        return mends;
    }

    List<Object> conversations(List<Turns.Turn> turns) {
        List<Object> conversations = new ArrayList<>();
        turns.forEach(turn -> conversations.add(turn.assistant() ? assistant(turn.messages()) : user(turn.messages())));
        return conversations;
    }

    /** What both columns hold in every row: texts, empty when there is nothing. */
    static void putColumns(Map<String, Object> row, Turns turns, List<Tool> tools) {
        row.put("system", turns.instructions());
        row.put("tools", tools.isEmpty() ? "" : JsonLine.of(Functions.whole(tools)));
    }

    Object assistant(List<Message> messages) {
        List<Map<String, Object>> calls = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Message message : messages) {
            if (!message.content().isBlank()) {
                said.add(message.content());
            }
            message.toolCalls().forEach(call -> calls.add(call(call)));
        }
        if (calls.isEmpty()) {
            return message("gpt", String.join("\n\n", said));
        }
        dropped |= !said.isEmpty();
        return message("function_call", calls.size() == 1 ? JsonLine.of(calls.get(0)) : JsonLine.of(calls));
    }

    private Object user(List<Message> messages) {
        boolean answers = messages.stream().anyMatch(message -> message.role() == Role.TOOL);
        joined |= answers && messages.size() > 1;
        return message(
                answers ? "observation" : "human",
                String.join("\n\n", messages.stream().map(Message::content).toList()));
    }

    private static Map<String, Object> call(ToolCall call) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", call.name());
        object.put("arguments", call.arguments());
        return object;
    }

    private static Map<String, Object> message(String from, String value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", from);
        object.put("value", value);
        return object;
    }
}
