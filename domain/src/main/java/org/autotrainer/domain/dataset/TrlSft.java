package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Rows for supervised fine-tuning with TRL of Hugging Face: {@code messages} and {@code tools}.
 *
 * <p>Arguments are objects, a content is always a text, and both columns are always there: without tools the column is
 * null, since an empty list makes some chat templates announce tools.
 */
final class TrlSft {
    static final DatasetFormat FORMAT = new DatasetFormat.OfExamples(
            "trl-sft", "successful conversations for supervised fine-tuning with TRL", TrlSft::row);

    private TrlSft() {}

    static Map<String, Object> row(Example example) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("messages", messages(example.conversation().messages()));
        putTools(row, example.conversation().tools());
        return row;
    }

    static List<Object> messages(List<Message> messages) {
        List<Object> list = new ArrayList<>();
        messages.forEach(message -> list.add(message(message)));
        return list;
    }

    static void putTools(Map<String, Object> row, List<Tool> tools) {
        List<Object> list = new ArrayList<>();
        for (Tool tool : tools) {
            Map<String, Object> function = new LinkedHashMap<>();
            function.put("name", tool.name());
            function.put("description", tool.description());
            function.put("parameters", schema(tool));
            list.add(function(function));
        }
        row.put("tools", list.isEmpty() ? null : list);
    }

    /** The parameters of a tool; a tool that tells nothing of them takes an object. */
    static Map<String, Object> schema(Tool tool) {
        return tool.parameters().isEmpty() ? Map.of("type", "object") : tool.parameters();
    }

    static Map<String, Object> function(Map<String, Object> function) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "function");
        object.put("function", function);
        return object;
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
                    "tool_calls", message.toolCalls().stream().map(TrlSft::call).toList());
        }
        return object;
    }

    private static Map<String, Object> call(ToolCall call) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", call.name());
        function.put("arguments", call.arguments());
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", call.id());
        object.putAll(function(function));
        return object;
    }
}
