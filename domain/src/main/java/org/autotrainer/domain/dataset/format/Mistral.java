package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Finding;
import org.autotrainer.domain.dataset.Row;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Rows for fine-tuning of Mistral's models: {@code messages} and {@code tools}.
 *
 * <p>Ids of calls have exactly nine letters and digits, one system message at most stands first, a message either says
 * something or calls tools, and after a tool's answer the assistant speaks.
 */
final class Mistral implements DatasetFormat.OfExamples {
    private static final int ID = 9;

    @Override
    public String name() {
        return "mistral";
    }

    @Override
    public String summary() {
        return "successful conversations for fine-tuning of Mistral's models";
    }

    @Override
    public Checked<Row> row(Example example) {
        List<Message> messages = example.conversation().messages();
        Set<Finding> mends = new LinkedHashSet<>();
        List<Object> written = new ArrayList<>();
        String instructions = Turns.instructions(messages);
        if (!instructions.isEmpty()) {
            written.add(message("system", instructions));
        }
        Role before = Role.SYSTEM;
        for (Message message : messages) {
            if (before == Role.TOOL && message.role() == Role.USER) {
                return Checked.rejected("user_after_tool", "the user speaks right after a tool's answer");
            }
            if (message.role() != Role.SYSTEM) {
                written.add(encode(message, mends));
            }
            before = message.role();
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("messages", written);
        if (!example.conversation().tools().isEmpty()) {
            row.put(
                    "tools",
                    example.conversation().tools().stream().map(Mistral::tool).toList());
        }
        return Row.of(row, List.copyOf(mends));
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("role", role);
        object.put("content", content);
        return object;
    }

    private static Map<String, Object> encode(Message message, Set<Finding> mends) {
        if (message.toolCalls().isEmpty()) {
            Map<String, Object> object = message(message.role().word(), message.content());
            if (message.role() == Role.TOOL) {
                object.put("name", message.name());
                object.put("tool_call_id", id(message.toolCallId()));
            }
            return object;
        }
        if (!message.content().isBlank()) {
            mends.add(new Finding("content_dropped", "what the assistant said while it called a tool was left out"));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("role", message.role().word());
        object.put("tool_calls", message.toolCalls().stream().map(Mistral::call).toList());
        return object;
    }

    private static Map<String, Object> call(ToolCall call) {
        return OpenAiMessages.call(new ToolCall(id(call.id()), call.name(), call.arguments()));
    }

    /** Nine letters and digits that follow from the id. */
    private static String id(String given) {
        return Identity.of("call").text(given).id().substring(0, ID);
    }

    private static Map<String, Object> tool(Tool tool) {
        Map<String, Object> function = Functions.whole(tool);
        function.replace("description", "", tool.name());
        return Functions.function(function);
    }
}
