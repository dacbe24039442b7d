package org.autotrainer.domain.dataset.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of Bedrock's conversations: user and assistant in turn, texts only, no reserved word. */
final class BedrockCheck {
    private static final List<String> RESERVED =
            List.of("User:", "Bot:", "Assistant:", "System:", "<image>", "<video>", "[EOS]");

    private BedrockCheck() {}

    static void sft(Map<String, Object> row, Problems problems) {
        turns(row, problems);
    }

    static void preference(Map<String, Object> row, Problems problems) {
        Map<String, Object> last = turns(row, problems);
        Set<Object> labels = new HashSet<>();
        Set<Object> contents = new HashSet<>();
        List<Map<String, Object>> candidates = problems.objects(last.get("candidates"));
        for (Map<String, Object> candidate : candidates) {
            problems.keys(candidate, "content", "preferenceLabel");
            texts(candidate.get("content"), problems);
            labels.add(candidate.get("preferenceLabel"));
            contents.add(candidate.get("content"));
        }
        problems.require(candidates.size() == 2, "candidates are " + candidates.size());
        problems.require(labels.equals(Set.of("preferred", "non-preferred")), "labels are " + labels);
        problems.require(contents.size() == 2, "both candidates are the same");
    }

    private static Map<String, Object> turns(Map<String, Object> row, Problems problems) {
        problems.keysAmong(row, Set.of("schemaVersion", "system", "messages"));
        problems.require("bedrock-conversation-2024".equals(row.get("schemaVersion")), "no version");
        if (row.containsKey("system")) {
            texts(row.get("system"), problems);
        }
        List<Map<String, Object>> messages = problems.objects(row.get("messages"));
        String expected = "user";
        for (Map<String, Object> message : messages) {
            problems.require(expected.equals(message.get("role")), "role " + message.get("role"));
            problems.require(message.size() == 2, "keys are " + message.keySet());
            if (!message.containsKey("candidates")) {
                texts(message.get("content"), problems);
            }
            expected = expected.equals("user") ? "assistant" : "user";
        }
        problems.require("assistant".equals(Problems.last(messages).get("role")), "it does not end with the assistant");
        return Problems.last(messages);
    }

    private static void texts(Object content, Problems problems) {
        List<Map<String, Object>> texts = problems.objects(content);
        problems.require(!texts.isEmpty(), "no content");
        for (Map<String, Object> text : texts) {
            problems.keys(text, "text");
            String said = String.valueOf(text.get("text"));
            problems.require(!said.isBlank(), "an empty text");
            RESERVED.forEach(word -> problems.require(!said.contains(word), "the reserved word " + word));
        }
    }
}
