package org.autotrainer.domain.dataset.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows in OpenAI's form and in Mistral's: arguments as texts, no key that is not known. */
final class OpenAiCheck {
    private OpenAiCheck() {}

    private static ChatCheck check(Problems problems) {
        return new ChatCheck(true, false, true, "(?s).+", problems);
    }

    private static Set<String> tools(Map<String, Object> row, ChatCheck check, boolean described) {
        return row.containsKey("tools") ? check.tools(row.get("tools"), described) : Set.of();
    }

    static void chat(Map<String, Object> row, Problems problems) {
        problems.keysAmong(row, Set.of("messages", "tools", "parallel_tool_calls"));
        ChatCheck check = check(problems);
        conversation(row, check, tools(row, check, false));
    }

    private static void conversation(Map<String, Object> row, ChatCheck check, Set<String> tools) {
        Problems problems = check.problems();
        List<Map<String, Object>> messages = problems.objects(row.get("messages"));
        problems.require(messages.stream().anyMatch(message -> "user".equals(message.get("role"))), "no user");
        problems.require("assistant".equals(Problems.last(messages).get("role")), "it does not end with the assistant");
        problems.require(!Problems.last(messages).containsKey("tool_calls"), "it ends with a call");
        problems.require(check.messages(messages, tools, new HashSet<>()).isEmpty(), "a call is not answered");
    }

    static void preference(Map<String, Object> row, Problems problems) {
        problems.keys(row, "input", "preferred_output", "non_preferred_output");
        ChatCheck check = check(problems);
        Map<String, Object> input = problems.object(row.get("input"));
        problems.keysAmong(input, Set.of("messages", "tools", "parallel_tool_calls"));
        question(input, check, tools(input, check, false), "system");
        for (String side : List.of("preferred_output", "non_preferred_output")) {
            List<Map<String, Object>> output = problems.objects(row.get(side));
            problems.require(
                    output.size() == 1 && "assistant".equals(output.get(0).get("role")), side + " is no single turn");
            problems.require(!Problems.last(output).containsKey("tool_calls"), side + " is no text");
            check.messages(output, Set.of(), new HashSet<>());
        }
        problems.require(
                !String.valueOf(row.get("preferred_output"))
                        .strip()
                        .equals(String.valueOf(row.get("non_preferred_output")).strip()),
                "both sides are the same");
    }

    private static void question(Map<String, Object> input, ChatCheck check, Set<String> tools, String instructor) {
        Problems problems = check.problems();
        List<Map<String, Object>> messages = problems.objects(input.get("messages"));
        problems.require("user".equals(Problems.last(messages).get("role")), "it does not end with the user");
        problems.require(check.messages(messages, tools, new HashSet<>()).isEmpty(), "a call is not answered");
        for (Map<String, Object> message : messages) {
            String role = String.valueOf(message.get("role"));
            problems.require(Set.of(instructor, "user", "assistant", "tool").contains(role), "role " + role + " here");
        }
    }

    static void rft(Map<String, Object> row, Problems problems) {
        ChatCheck check = check(problems);
        question(row, check, tools(row, check, false), "developer");
        problems.require(row.get("reward") instanceof Double reward && reward >= 0 && reward <= 1, "no reward");
        problems.require(row.get("task_id") instanceof String, "no task");
        problems.require(row.containsKey("reference_answer"), "no reference answer");
        if (row.get("reference_answer") != null) {
            problems.require(
                    problems.object(row.get("reference_answer")).get("text") instanceof String,
                    "no text of the answer");
        }
        problems.require(
                row.get("attempts") instanceof Number attempts
                        && row.get("successes") instanceof Number successes
                        && successes.longValue() <= attempts.longValue()
                        && (successes.longValue() > 0) == (row.get("reference_answer") != null),
                "the counts do not fit");
    }

    static void mistral(Map<String, Object> row, Problems problems) {
        problems.keysAmong(row, Set.of("messages", "tools"));
        ChatCheck check = new ChatCheck(true, true, true, "[A-Za-z0-9]{9}", problems);
        conversation(row, check, tools(row, check, true));
        String before = "";
        int systems = 0;
        for (Map<String, Object> message : problems.objects(row.get("messages"))) {
            String role = String.valueOf(message.get("role"));
            systems += role.equals("system") ? 1 : 0;
            problems.require(
                    !before.equals("tool") || Set.of("tool", "assistant").contains(role), role + " after tool");
            problems.require(
                    !(message.containsKey("tool_calls") && message.containsKey("content")), "content beside calls");
            before = role;
        }
        problems.require(systems <= 1, "system messages are " + systems);
    }
}
