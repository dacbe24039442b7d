package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Pair;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for preference training with LLaMA-Factory: {@code conversations} that end with the user or a tool, {@code chosen}
 * and {@code rejected}.
 */
final class LlamaFactoryPreference implements DatasetFormat.OfPairs {
    @Override
    public String name() {
        return "llama-factory-preference";
    }

    @Override
    public String summary() {
        return "pairs of turns at one task for preference training with LLaMA-Factory";
    }

    @Override
    public Checked<Row> row(Pair pair) {
        return Turns.ofPrompt(pair.prompt()).then(turns -> {
            ShareGpt encoding = new ShareGpt();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("conversations", encoding.conversations(turns.turns()));
            Object chosen = encoding.assistant(List.of(pair.chosen()));
            Object rejected = encoding.assistant(List.of(pair.rejected()));
            if (chosen.equals(rejected)) {
                return Checked.rejected("same_turn", "the turns differ only in what this trainer does not read");
            }
            row.put("chosen", chosen);
            row.put("rejected", rejected);
            ShareGpt.putColumns(row, turns, pair.tools());
            return Row.of(row, encoding.mends(turns));
        });
    }
}
