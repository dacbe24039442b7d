package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Row;
import org.autotrainer.domain.evaluation.Tool;

/**
 * Rows for supervised tuning of Gemini: {@code systemInstruction}, {@code contents} and {@code tools}.
 *
 * <p>User and model take turns, the user first, the model last.
 */
final class Gemini implements DatasetFormat.OfExamples {
    @Override
    public String name() {
        return "gemini";
    }

    @Override
    public String summary() {
        return "successful conversations for supervised tuning of Gemini";
    }

    @Override
    public Checked<Row> row(Example example) {
        return Turns.of(example.conversation().messages())
                .then(turns -> encode(turns, example.conversation().tools()));
    }

    private static Checked<Row> encode(Turns turns, List<Tool> tools) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (!turns.instructions().isEmpty()) {
            row.put(
                    "systemInstruction",
                    GeminiContents.content("", List.of(GeminiContents.text(turns.instructions()))));
        }
        row.put("contents", turns.turns().stream().map(GeminiContents::content).toList());
        GeminiContents.putTools(row, tools);
        return Row.of(row, turns.mends());
    }
}
