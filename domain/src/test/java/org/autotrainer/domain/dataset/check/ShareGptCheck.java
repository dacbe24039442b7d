package org.autotrainer.domain.dataset.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of LLaMA-Factory: human and observation on odd places, gpt and function_call on even ones. */
final class ShareGptCheck {
    private ShareGptCheck() {}

    static void sft(Map<String, Object> row, Problems problems) {
        problems.keys(row, "conversations", "system", "tools");
        whole(row, problems);
    }

    static void kto(Map<String, Object> row, Problems problems) {
        problems.keys(row, "conversations", "kto_tag", "system", "tools");
        problems.require(row.get("kto_tag") instanceof Boolean, "the tag is no boolean");
        whole(row, problems);
    }

    private static void whole(Map<String, Object> row, Problems problems) {
        List<Map<String, Object>> messages = problems.objects(row.get("conversations"));
        places(messages, tools(row, problems), problems);
        problems.require(messages.size() % 2 == 0, "it does not end with the assistant");
        problems.require("gpt".equals(Problems.last(messages).get("from")), "it ends with a call");
    }

    static void preference(Map<String, Object> row, Problems problems) {
        problems.keys(row, "conversations", "chosen", "rejected", "system", "tools");
        Set<String> tools = tools(row, problems);
        List<Map<String, Object>> messages = problems.objects(row.get("conversations"));
        places(messages, tools, problems);
        problems.require(messages.size() % 2 == 1, "it does not end with the user");
        for (String side : List.of("chosen", "rejected")) {
            Map<String, Object> turn = problems.object(row.get(side));
            problems.require(Set.of("gpt", "function_call").contains(String.valueOf(turn.get("from"))), side);
            message(turn, tools, problems);
        }
        problems.require(!row.get("chosen").equals(row.get("rejected")), "both sides are the same");
    }

    private static void places(List<Map<String, Object>> messages, Set<String> tools, Problems problems) {
        problems.require(
                "human".equals(messages.isEmpty() ? "" : messages.get(0).get("from")), "no human begins");
        for (int i = 0; i < messages.size(); i++) {
            String from = String.valueOf(messages.get(i).get("from"));
            Set<String> there = i % 2 == 0 ? Set.of("human", "observation") : Set.of("gpt", "function_call");
            problems.require(there.contains(from), from + " at place " + (i + 1));
            boolean called = i > 0 && "function_call".equals(messages.get(i - 1).get("from"));
            problems.require(called == from.equals("observation"), "a call without an observation after it");
            message(messages.get(i), tools, problems);
        }
    }

    private static void message(Map<String, Object> message, Set<String> tools, Problems problems) {
        problems.keys(message, "from", "value");
        problems.require(message.get("value") instanceof String, "a value that is no text");
        if ("function_call".equals(message.get("from"))) {
            Object value = StrictJson.parse(String.valueOf(message.get("value")));
            for (Map<String, Object> call :
                    value instanceof List ? problems.objects(value) : List.of(problems.object(value))) {
                problems.keys(call, "name", "arguments");
                problems.require(tools.contains(String.valueOf(call.get("name"))), "unknown tool " + call.get("name"));
                problems.object(call.get("arguments"));
            }
        } else if (!"observation".equals(message.get("from"))) {
            problems.require(!String.valueOf(message.get("value")).isBlank(), "an empty turn");
        }
    }

    private static Set<String> tools(Map<String, Object> row, Problems problems) {
        problems.require(row.get("system") instanceof String, "the system is no text");
        problems.require(row.get("tools") instanceof String, "the tools are no text");
        String tools = String.valueOf(row.get("tools"));
        return tools.isEmpty() ? Set.of() : problems.functions(problems.objects(StrictJson.parse(tools)), false);
    }
}
