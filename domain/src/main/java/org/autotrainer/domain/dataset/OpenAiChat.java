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
 * Rows for chat fine-tuning as OpenAI introduced it and Azure, Fireworks, Together and Axolotl read it.
 *
 * <p>Arguments are texts of JSON. There is no key but {@code messages} and, where there are any, {@code tools}: strict
 * readers refuse others.
 */
final class OpenAiChat {
    static final DatasetFormat FORMAT = new DatasetFormat.OfExamples(
            "openai-chat", "successful conversations for chat fine-tuning in OpenAI's form", OpenAiChat::row);

    private OpenAiChat() {}

    static Map<String, Object> row(Example example) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "messages",
                example.conversation().messages().stream()
                        .map(OpenAiChat::message)
                        .toList());
        if (!example.conversation().tools().isEmpty()) {
            row.put(
                    "tools",
                    example.conversation().tools().stream()
                            .map(OpenAiChat::tool)
                            .toList());
        }
        return row;
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
            List<Object> calls = new ArrayList<>();
            message.toolCalls().forEach(call -> calls.add(call(call)));
            object.put("tool_calls", calls);
        }
        return object;
    }

    private static Map<String, Object> call(ToolCall call) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", call.name());
        function.put("arguments", JsonLine.of(call.arguments()));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", call.id());
        object.putAll(TrlSft.function(function));
        return object;
    }

    private static Map<String, Object> tool(Tool tool) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", tool.name());
        if (!tool.description().isEmpty()) {
            function.put("description", tool.description());
        }
        function.put("parameters", TrlSft.schema(tool));
        return TrlSft.function(function);
    }
}
