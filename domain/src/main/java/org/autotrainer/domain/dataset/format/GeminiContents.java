package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/** Contents and tools as Gemini reads them: the roles are user and model, arguments and answers are objects. */
final class GeminiContents {
    private GeminiContents() {}

    static Map<String, Object> content(String role, List<Object> parts) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (!role.isEmpty()) {
            content.put("role", role);
        }
        content.put("parts", parts);
        return content;
    }

    static Map<String, Object> content(Turns.Turn turn) {
        List<Object> parts = new ArrayList<>();
        turn.messages().forEach(message -> addParts(message, parts));
        return content(turn.assistant() ? "model" : "user", parts);
    }

    static Object text(String text) {
        return Map.of("text", text);
    }

    private static void addParts(Message message, List<Object> parts) {
        if (message.role() == Role.TOOL) {
            Map<String, Object> response = new LinkedHashMap<>();
            response.put("name", message.name());
            response.put("response", Map.of("result", message.content()));
            parts.add(Map.of("functionResponse", response));
            return;
        }
        if (!message.content().isBlank()) {
            parts.add(text(message.content()));
        }
        for (ToolCall call : message.toolCalls()) {
            Map<String, Object> function = new LinkedHashMap<>();
            function.put("name", call.name());
            function.put("args", call.arguments());
            parts.add(Map.of("functionCall", function));
        }
    }

    static void putTools(Map<String, Object> row, List<Tool> tools) {
        if (!tools.isEmpty()) {
            row.put(
                    "tools",
                    List.of(Map.of(
                            "functionDeclarations",
                            tools.stream().map(GeminiContents::declaration).toList())));
        }
    }

    /** Parameters that name no property are refused: such a tool is declared without. */
    private static Map<String, Object> declaration(Tool tool) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("name", tool.name());
        declaration.put("description", tool.description().isEmpty() ? tool.name() : tool.description());
        if (tool.parameters().get("properties") instanceof Map<?, ?> properties && !properties.isEmpty()) {
            declaration.put("parameters", GeminiSchema.of(tool.parameters()));
        }
        return declaration;
    }
}
