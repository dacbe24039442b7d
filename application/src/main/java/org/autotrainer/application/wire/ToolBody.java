package org.autotrainer.application.wire;

import java.util.Map;
import org.autotrainer.domain.evaluation.Tool;

/**
 * A tool that the agent could call: flat, or nested under {@code function} as chat interfaces have it.
 *
 * @param type {@code function} or absent
 */
@SuppressWarnings("NullAway") // absent is null on the wire
public record ToolBody(
        String type, String name, String description, Map<String, Object> parameters, FunctionBody function) {

    /** The parts of a nested tool. */
    public record FunctionBody(String name, String description, Map<String, Object> parameters, Boolean strict) {}

    Tool toDomain() {
        return function == null
                ? new Tool(Wire.text(name), Wire.text(description), Wire.map(parameters))
                : new Tool(Wire.text(function.name), Wire.text(function.description), Wire.map(function.parameters));
    }

    static ToolBody of(Tool tool) {
        return new ToolBody(null, tool.name(), Wire.orNull(tool.description()), Wire.orNull(tool.parameters()), null);
    }
}
