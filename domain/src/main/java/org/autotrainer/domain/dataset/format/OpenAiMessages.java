package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/** Messages and tools as OpenAI introduced them: arguments are texts of JSON, and a turn that only calls has no content. */
final class OpenAiMessages {
    private OpenAiMessages() {}

    static List<Object> of(List<Message> messages) {
        List<Object> list = new ArrayList<>();
        messages.forEach(message -> list.add(message(message)));
        return list;
    }

    /** There is no key without tools: strict readers refuse an empty list. */
    static void putTools(Map<String, Object> row, List<Tool> tools) {
        if (!tools.isEmpty()) {
            row.put("tools", tools.stream().map(OpenAiMessages::tool).toList());
        }
    }

    private static Map<String, Object> message(Message message) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("role", message.role().word());
        if (message.role() == Role.TOOL) {
            object.put("tool_call_id", message.toolCallId());
        }
        boolean callsOnly = !message.toolCalls().isEmpty() && message.content().isEmpty();
        object.put("content", callsOnly ? null : message.content());
        if (!message.toolCalls().isEmpty()) {
            object.put(
                    "tool_calls",
                    message.toolCalls().stream().map(OpenAiMessages::call).toList());
        }
        return object;
    }

    static Map<String, Object> call(ToolCall call) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", call.name());
        function.put("arguments", JsonLine.of(call.arguments()));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", call.id());
        object.putAll(Functions.function(function));
        return object;
    }

    private static Map<String, Object> tool(Tool tool) {
        Map<String, Object> function = Functions.whole(tool);
        if (tool.description().isEmpty()) {
            function.remove("description");
        }
        return Functions.function(function);
    }
}
