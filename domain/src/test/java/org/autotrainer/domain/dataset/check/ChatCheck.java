package org.autotrainer.domain.dataset.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks messages in roles: every call answered once before anybody else speaks, ids of their own, known tools.
 *
 * @param textArguments whether arguments are texts of JSON, not objects
 * @param namedAnswers whether an answer bears the name of its tool
 * @param silentCalls whether a turn that calls may lack its content, or have null for it
 * @param idPattern what an id looks like
 */
record ChatCheck(
        boolean textArguments, boolean namedAnswers, boolean silentCalls, String idPattern, Problems problems) {
    /** Checks messages and returns the ids of the calls that are open at their end. */
    Set<String> messages(List<Map<String, Object>> messages, Set<String> tools, Set<String> ids) {
        Set<String> open = new HashSet<>();
        boolean begun = false;
        for (Map<String, Object> message : messages) {
            String role = String.valueOf(message.get("role"));
            problems.require(
                    Set.of("system", "developer", "user", "assistant", "tool").contains(role), "role " + role);
            boolean instructs = role.equals("system") || role.equals("developer");
            problems.require(!instructs || !begun, "a system message stands late");
            begun |= !instructs;
            content(message, role);
            if (role.equals("tool")) {
                problems.keysAmong(message, Set.of("role", "content", "name", "tool_call_id"));
                problems.require(open.remove(message.get("tool_call_id")), "an answer without a call");
                problems.require(
                        !namedAnswers || !String.valueOf(message.get("name")).isEmpty(), "an answer without a name");
                continue;
            }
            problems.keysAmong(message, Set.of("role", "content", "tool_calls", "weight"));
            problems.require(open.isEmpty(), "a call is not answered before " + role);
            if (message.containsKey("tool_calls")) {
                problems.require(role.equals("assistant"), role + " calls a tool");
                problems.objects(message.get("tool_calls")).forEach(call -> open.add(call(call, tools, ids)));
                problems.require(!open.isEmpty(), "an empty list of calls");
            }
        }
        return open;
    }

    private void content(Map<String, Object> message, String role) {
        boolean calls = message.containsKey("tool_calls");
        Object content = message.get("content");
        problems.require(
                content instanceof String || calls && silentCalls && content == null,
                "content of " + role + " is no text");
        if (role.equals("assistant") && !calls) {
            problems.require(!String.valueOf(content).isBlank(), "an empty turn");
        }
    }

    private String call(Map<String, Object> call, Set<String> tools, Set<String> ids) {
        problems.keysAmong(call, Set.of("id", "type", "function"));
        String id = String.valueOf(call.get("id"));
        Map<String, Object> function = problems.object(call.get("function"));
        problems.keysAmong(function, Set.of("name", "arguments"));
        problems.require(id.matches(idPattern) && ids.add(id), "the id " + id + " is not unique");
        problems.require("function".equals(call.get("type")), "type of a call");
        problems.require(tools.contains(String.valueOf(function.get("name"))), "unknown tool " + function.get("name"));
        Object arguments = function.get("arguments");
        problems.require(arguments instanceof String == textArguments, "arguments are of the wrong kind");
        Object read = arguments instanceof String text ? StrictJson.parse(text) : arguments;
        problems.require(read instanceof Map, "arguments are no object");
        return id;
    }

    /** The names of tools that are functions, each of a type. */
    Set<String> tools(Object tools, boolean described) {
        List<Map<String, Object>> list = problems.objects(tools);
        list.forEach(tool -> problems.require("function".equals(tool.get("type")), "type of a tool"));
        List<Map<String, Object>> functions =
                list.stream().map(tool -> problems.object(tool.get("function"))).toList();
        functions.forEach(function -> problems.require(
                function.get("parameters") instanceof Map<?, ?> schema && schema.containsKey("type"), "parameters"));
        return problems.functions(functions, described);
    }
}
