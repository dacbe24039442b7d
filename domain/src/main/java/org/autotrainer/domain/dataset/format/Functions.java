package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Tool;

/** Tools and calls in the form that OpenAI introduced and most trainers read. */
final class Functions {
    private Functions() {}

    /** A tool, or a call, of the one type there is. */
    static Map<String, Object> function(Map<String, Object> function) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "function");
        object.put("function", function);
        return object;
    }

    /** Tools with a name, a description, even if it is empty, and parameters. */
    static List<Map<String, Object>> whole(List<Tool> tools) {
        return tools.stream().map(Functions::whole).toList();
    }

    /** A tool with a name, a description, even if it is empty, and parameters. */
    static Map<String, Object> whole(Tool tool) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", tool.name());
        function.put("description", tool.description());
        function.put("parameters", schema(tool));
        return function;
    }

    /** The parameters of a tool; a tool that tells nothing of them takes an object. */
    static Map<String, Object> schema(Tool tool) {
        return tool.parameters().isEmpty() ? Map.of("type", "object") : tool.parameters();
    }
}
