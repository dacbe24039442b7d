package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Pair;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for preference training (DPO) as OpenAI introduced it and Azure, Fireworks and Together read it.
 *
 * <p>The input ends with a user and each output is one message of text: a pair of calls, or one after a tool's answer,
 * is refused by the services, and left out.
 */
final class OpenAiPreference implements DatasetFormat.OfPairs {
    @Override
    public String name() {
        return "openai-preference";
    }

    @Override
    public String summary() {
        return "pairs of turns at one task for preference training in OpenAI's form";
    }

    @Override
    public Checked<Row> row(Pair pair) {
        return TextPairs.endingWithUser(pair).then(OpenAiPreference::encode);
    }

    private static Checked<Row> encode(Pair pair) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("messages", OpenAiMessages.of(pair.prompt()));
        OpenAiMessages.putTools(input, pair.tools());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("input", input);
        row.put("preferred_output", OpenAiMessages.of(List.of(pair.chosen())));
        row.put("non_preferred_output", OpenAiMessages.of(List.of(pair.rejected())));
        return Row.of(row);
    }
}
