package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a line of a data set as its trainer would, knowing nothing of how it was written. */
final class RowCheck {
    private final List<String> problems = new ArrayList<>();
    private final boolean argumentsAreText;

    private RowCheck(boolean argumentsAreText) {
        this.argumentsAreText = argumentsAreText;
    }

    /** What is wrong with a line; empty when nothing is. */
    static List<String> problems(String format, String line) {
        RowCheck check = new RowCheck(format.equals("openai-chat"));
        check.require(line.indexOf('\n') < 0 && line.indexOf('\r') < 0, "more than one line");
        Map<String, Object> row = StrictJson.object(line);
        switch (format) {
            case "trl-sft" -> check.sft(row, List.of("messages", "tools"));
            case "openai-chat" ->
                check.sft(row, row.containsKey("tools") ? List.of("messages", "tools") : List.of("messages"));
            case "trl-preference" -> check.preference(row);
            case "targets" -> check.target(row);
            default -> throw new AssertionError(format);
        }
        return check.problems;
    }

    private void sft(Map<String, Object> row, List<String> keys) {
        require(List.copyOf(row.keySet()).equals(keys), "keys are " + row.keySet());
        List<Map<String, Object>> messages = objects(row.get("messages"));
        Set<String> tools = tools(row.get("tools"));
        require(messages.stream().anyMatch(message -> "user".equals(message.get("role"))), "no user");
        require("assistant".equals(last(messages).get("role")), "it does not end with the assistant");
        require(!last(messages).containsKey("tool_calls"), "it ends with a call");
        Set<String> open = messages(messages, tools, new HashSet<>());
        require(open.isEmpty(), "a call is not answered");
    }

    private void preference(Map<String, Object> row) {
        require(
                List.copyOf(row.keySet()).equals(List.of("prompt", "chosen", "rejected", "tools")),
                "keys are " + row.keySet());
        List<Map<String, Object>> prompt = objects(row.get("prompt"));
        Set<String> tools = tools(row.get("tools"));
        Set<String> ids = new HashSet<>();
        require(messages(prompt, tools, ids).isEmpty(), "a call of the prompt is not answered");
        require(Set.of("user", "tool").contains(String.valueOf(last(prompt).get("role"))), "the prompt is no question");
        require(prompt.stream().anyMatch(message -> "user".equals(message.get("role"))), "no user");
        for (String side : List.of("chosen", "rejected")) {
            List<Map<String, Object>> turn = objects(row.get(side));
            require(turn.size() == 1 && "assistant".equals(turn.get(0).get("role")), side + " is no single turn");
            messages(turn, tools, new HashSet<>(ids));
        }
        require(!row.get("chosen").equals(row.get("rejected")), "both sides are the same");
    }

    private void target(Map<String, Object> row) {
        require(
                List.copyOf(row.keySet()).equals(List.of("task_id", "outcome", "score", "suggestions")),
                "keys are " + row.keySet());
        require(!String.valueOf(row.get("task_id")).isEmpty(), "no task");
        require(Set.of("failed", "low_score").contains(String.valueOf(row.get("outcome"))), "unknown outcome");
        require(row.get("score") instanceof Double score && score >= 0 && score <= 1, "no score");
        require(row.get("suggestions") instanceof List, "no suggestions");
    }

    /** Checks messages and returns the ids of the calls that are open at their end. */
    private Set<String> messages(List<Map<String, Object>> messages, Set<String> tools, Set<String> ids) {
        Set<String> open = new HashSet<>();
        for (Map<String, Object> message : messages) {
            String role = String.valueOf(message.get("role"));
            require(Set.of("system", "user", "assistant", "tool").contains(role), "role " + role);
            require(message.containsKey("content"), "no content");
            boolean calls = message.containsKey("tool_calls");
            boolean mayBeNull = argumentsAreText && calls;
            require(message.get("content") instanceof String || mayBeNull, "content of " + role + " is no text");
            if (role.equals("tool")) {
                require(open.remove(message.get("tool_call_id")), "an answer without a call");
                require(argumentsAreText || !String.valueOf(message.get("name")).isEmpty(), "an answer without a name");
                continue;
            }
            require(open.isEmpty(), "a call is not answered before " + role);
            require(!calls || role.equals("assistant"), role + " calls a tool");
            if (role.equals("assistant") && !calls) {
                require(!String.valueOf(message.get("content")).isBlank(), "an empty turn");
            }
            if (calls) {
                objects(message.get("tool_calls")).forEach(call -> open.add(call(call, tools, ids)));
            }
        }
        return open;
    }

    @SuppressWarnings("unchecked")
    private String call(Map<String, Object> call, Set<String> tools, Set<String> ids) {
        String id = String.valueOf(call.get("id"));
        Map<String, Object> function = (Map<String, Object>) call.get("function");
        require(!id.isEmpty() && ids.add(id), "the id " + id + " is not unique");
        require("function".equals(call.get("type")), "type of a call");
        require(tools.contains(function.get("name")), "unknown tool " + function.get("name"));
        Object arguments = function.get("arguments");
        if (argumentsAreText) {
            require(StrictJson.parse((String) arguments) instanceof Map, "arguments are no object");
        } else {
            require(arguments instanceof Map, "arguments are no object");
        }
        return id;
    }

    @SuppressWarnings("unchecked")
    private Set<String> tools(Object tools) {
        Set<String> names = new HashSet<>();
        if (tools == null) {
            return names;
        }
        List<Map<String, Object>> list = objects(tools);
        require(!list.isEmpty() && list.size() <= 128, "number of tools is " + list.size());
        for (Map<String, Object> tool : list) {
            Map<String, Object> function = (Map<String, Object>) tool.get("function");
            String name = String.valueOf(function.get("name"));
            require("function".equals(tool.get("type")), "type of a tool");
            require(name.matches("[A-Za-z0-9_-]{1,64}"), "name of a tool is " + name);
            require(names.add(name), "two tools are called " + name);
            require(function.get("parameters") instanceof Map<?, ?> schema && schema.containsKey("type"), "parameters");
        }
        return names;
    }

    private static Map<String, Object> last(List<Map<String, Object>> list) {
        return list.isEmpty() ? Map.of() : list.get(list.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object list) {
        return (List<Map<String, Object>>) list;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise);
        }
    }
}
