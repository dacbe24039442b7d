package org.autotrainer.domain.dataset.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a line of a data set as its trainer would, knowing nothing of how it was written. */
public final class RowCheck {
    private RowCheck() {}

    /** What is wrong with a line; empty when nothing is. */
    public static List<String> problems(String format, String line) {
        Problems problems = new Problems();
        line(line, problems);
        Map<String, Object> row = StrictJson.object(line);
        switch (format) {
            case "trl-sft" -> TrlCheck.sft(row, problems);
            case "trl-prompt-completion" -> TrlCheck.promptCompletion(row, problems);
            case "trl-preference" -> TrlCheck.preference(row, problems);
            case "trl-kto" -> TrlCheck.kto(row, problems);
            case "openai-chat" -> OpenAiCheck.chat(row, problems);
            case "openai-preference" -> OpenAiCheck.preference(row, problems);
            case "openai-rft" -> OpenAiCheck.rft(row, problems);
            case "mistral" -> OpenAiCheck.mistral(row, problems);
            case "gemini" -> GeminiCheck.sft(row, problems);
            case "gemini-preference" -> GeminiCheck.preference(row, problems);
            case "bedrock" -> BedrockCheck.sft(row, problems);
            case "bedrock-preference" -> BedrockCheck.preference(row, problems);
            case "llama-factory/sft" -> ShareGptCheck.sft(row, problems);
            case "llama-factory/preference" -> ShareGptCheck.preference(row, problems);
            case "llama-factory/kto" -> ShareGptCheck.kto(row, problems);
            case "huggingface/sft" -> TrlCheck.sft(row, problems);
            case "huggingface/preference" -> TrlCheck.preference(row, problems);
            case "huggingface/kto" -> TrlCheck.kto(row, problems);
            case "targets" -> target(row, problems);
            default -> throw new AssertionError(format);
        }
        return problems.all();
    }

    /** One line of UTF-8 that every reader of lines takes for one. */
    private static void line(String line, Problems problems) {
        problems.require(line.codePoints().noneMatch(RowCheck::endsLines), "more than one line");
        problems.require(
                line.codePoints().noneMatch(point -> point >= 0xd800 && point < 0xe000), "an unpaired surrogate");
        problems.require(line.startsWith("{") && line.endsWith("}"), "something beside the object");
    }

    private static boolean endsLines(int point) {
        return Set.of(0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029).contains(point);
    }

    private static void target(Map<String, Object> row, Problems problems) {
        problems.keys(row, "task_id", "outcome", "score", "suggestions");
        problems.require(!String.valueOf(row.get("task_id")).isEmpty(), "no task");
        problems.require(Set.of("failed", "low_score").contains(String.valueOf(row.get("outcome"))), "unknown outcome");
        problems.require(row.get("score") instanceof Double score && score >= 0 && score <= 1, "no score");
        problems.require(row.get("suggestions") instanceof List, "no suggestions");
    }
}
