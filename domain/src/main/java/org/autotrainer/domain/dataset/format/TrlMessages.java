package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Messages and tools as TRL of Hugging Face reads them: arguments are objects, a content is always a text, an answer
 * bears the name of its tool.
 */
final class TrlMessages {
    private TrlMessages() {}

    static List<Object> of(List<Message> messages) {
        List<Object> list = new ArrayList<>();
        messages.forEach(message -> list.add(message(message)));
        return list;
    }

    /** The column is always there: without tools it is null, since an empty list makes some templates announce tools. */
    static void putTools(Map<String, Object> row, List<Tool> tools) {
        row.put(
                "tools",
                tools.isEmpty()
                        ? null
                        : Functions.whole(tools).stream()
                                .map(Functions::function)
                                .toList());
    }

    private static Map<String, Object> message(Message message) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("role", message.role().word());
        object.put("content", message.content());
        if (message.role() == Role.TOOL) {
            object.put("name", message.name());
            object.put("tool_call_id", message.toolCallId());
        }
        if (!message.toolCalls().isEmpty()) {
            object.put(
                    "tool_calls",
                    message.toolCalls().stream().map(TrlMessages::call).toList());
        }
        return object;
    }

    private static Map<String, Object> call(ToolCall call) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", call.name());
        function.put("arguments", call.arguments());
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", call.id());
        object.putAll(Functions.function(function));
        return object;
    }
}
