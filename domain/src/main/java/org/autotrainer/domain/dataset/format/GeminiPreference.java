package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Pair;
import org.autotrainer.domain.dataset.Row;
import org.autotrainer.domain.evaluation.Message;

/**
 * Rows for preference tuning of Gemini: {@code system_instruction}, {@code contents} that end with the user, and two
 * {@code completions} with the scores 1 and 0.
 *
 * <p>Texts only: where a tool was called before, or in a turn, the pair is left out.
 */
final class GeminiPreference implements DatasetFormat.OfPairs {
    @Override
    public String name() {
        return "gemini-preference";
    }

    @Override
    public String summary() {
        return "pairs of turns at one task for preference tuning of Gemini";
    }

    @Override
    public Checked<Row> row(Pair pair) {
        if (pair.prompt().stream().anyMatch(message -> !message.toolCalls().isEmpty())) {
            return Checked.rejected(
                    "prompt_calls_tool", "a tool is called in the prompt; this trainer wants texts only");
        }
        return TextPairs.endingWithUser(pair)
                .then(text -> Turns.ofPrompt(text.prompt()))
                .then(turns -> encode(turns, pair));
    }

    private static Checked<Row> encode(Turns turns, Pair pair) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (!turns.instructions().isEmpty()) {
            row.put(
                    "system_instruction",
                    GeminiContents.content("", List.of(GeminiContents.text(turns.instructions()))));
        }
        row.put("contents", turns.turns().stream().map(GeminiContents::content).toList());
        row.put("completions", List.of(completion(1, pair.chosen()), completion(0, pair.rejected())));
        return Row.of(row, turns.mends());
    }

    private static Map<String, Object> completion(int score, Message turn) {
        Map<String, Object> completion = new LinkedHashMap<>();
        completion.put("score", score);
        completion.put("completion", GeminiContents.content("model", List.of(GeminiContents.text(turn.content()))));
        return completion;
    }
}
