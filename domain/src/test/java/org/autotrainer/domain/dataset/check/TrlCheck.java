package org.autotrainer.domain.dataset.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of TRL: the same columns in every row, arguments as objects. */
final class TrlCheck {
    private TrlCheck() {}

    private static ChatCheck chat(Problems problems) {
        return new ChatCheck(false, true, false, "(?s).+", problems);
    }

    private static Set<String> tools(Map<String, Object> row, Problems problems) {
        return row.get("tools") == null ? Set.of() : chat(problems).tools(row.get("tools"), false);
    }

    static void sft(Map<String, Object> row, Problems problems) {
        problems.keys(row, "messages", "tools");
        whole(problems.objects(row.get("messages")), tools(row, problems), problems);
    }

    static void promptCompletion(Map<String, Object> row, Problems problems) {
        problems.keys(row, "prompt", "completion", "tools");
        cut(row, problems);
    }

    static void kto(Map<String, Object> row, Problems problems) {
        problems.keys(row, "prompt", "completion", "label", "tools");
        problems.require(row.get("label") instanceof Boolean, "the label is no boolean");
        cut(row, problems);
    }

    private static void cut(Map<String, Object> row, Problems problems) {
        List<Map<String, Object>> prompt = problems.objects(row.get("prompt"));
        List<Map<String, Object>> completion = problems.objects(row.get("completion"));
        problems.require("user".equals(Problems.last(prompt).get("role")), "the prompt does not end with the user");
        problems.require(!completion.isEmpty(), "no completion");
        problems.require(
                completion.stream().noneMatch(message -> "user".equals(message.get("role"))), "a user completes");
        List<Map<String, Object>> all = new ArrayList<>(prompt);
        all.addAll(completion);
        whole(all, tools(row, problems), problems);
    }

    private static void whole(List<Map<String, Object>> messages, Set<String> tools, Problems problems) {
        problems.require(messages.stream().anyMatch(message -> "user".equals(message.get("role"))), "no user");
        problems.require("assistant".equals(Problems.last(messages).get("role")), "it does not end with the assistant");
        problems.require(!Problems.last(messages).containsKey("tool_calls"), "it ends with a call");
        problems.require(
                chat(problems).messages(messages, tools, new HashSet<>()).isEmpty(), "a call is not answered");
    }

    static void preference(Map<String, Object> row, Problems problems) {
        problems.keys(row, "prompt", "chosen", "rejected", "tools");
        ChatCheck chat = chat(problems);
        Set<String> tools = tools(row, problems);
        List<Map<String, Object>> prompt = problems.objects(row.get("prompt"));
        Set<String> ids = new HashSet<>();
        problems.require(chat.messages(prompt, tools, ids).isEmpty(), "a call of the prompt is not answered");
        problems.require(
                Set.of("user", "tool")
                        .contains(String.valueOf(Problems.last(prompt).get("role"))),
                "the prompt is no question");
        problems.require(prompt.stream().anyMatch(message -> "user".equals(message.get("role"))), "no user");
        for (String side : List.of("chosen", "rejected")) {
            List<Map<String, Object>> turn = problems.objects(row.get(side));
            problems.require(
                    turn.size() == 1 && "assistant".equals(turn.get(0).get("role")), side + " is no single turn");
            chat.messages(turn, tools, new HashSet<>(ids));
        }
        problems.require(!row.get("chosen").equals(row.get("rejected")), "both sides are the same");
    }
}
