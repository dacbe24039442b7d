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
 * Rows for preference tuning (DPO) of Nova on Amazon Bedrock: the last message has two {@code candidates} in the place
 * of its content.
 */
final class BedrockPreference implements DatasetFormat.OfPairs {
    @Override
    public String name() {
        return "bedrock-preference";
    }

    @Override
    public String summary() {
        return "pairs of turns at one task for preference tuning on Amazon Bedrock";
    }

    @Override
    public Checked<Row> row(Pair pair) {
        return Turns.ofPrompt(pair.prompt()).then(turns -> encode(turns, pair));
    }

    private static Checked<Row> encode(Turns turns, Pair pair) {
        BedrockText text = new BedrockText();
        Map<String, Object> row = text.head(turns, pair.tools());
        List<Object> messages = text.messages(turns.turns());
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("role", "assistant");
        last.put(
                "candidates",
                List.of(
                        candidate(text, pair.chosen(), "preferred"),
                        candidate(text, pair.rejected(), "non-preferred")));
        messages.add(last);
        row.put("messages", messages);
        return Row.of(row, text.mends(turns));
    }

    private static Map<String, Object> candidate(BedrockText text, Message turn, String label) {
        Map<String, Object> candidate = new LinkedHashMap<>();
        candidate.put("content", text.content(List.of(turn)));
        candidate.put("preferenceLabel", label);
        return candidate;
    }
}
