package org.autotrainer.domain.evaluation;

import java.util.Map;

/**
 * A call of a tool by the assistant.
 *
 * @param id what the answer quotes; empty when the source gives none
 * @param name the tool's name
 * @param arguments the arguments as a free-form object
 */
public record ToolCall(String id, String name, Map<String, Object> arguments) {
    /** Checks each part; see {@link FreeForm}. */
    public ToolCall {
        CleanText.name("tool_calls.id", id, Limits.NAME);
        CleanText.required("tool_calls.name", name, Limits.NAME);
        arguments = FreeForm.copyOf("tool_calls.arguments", arguments);
    }
}
