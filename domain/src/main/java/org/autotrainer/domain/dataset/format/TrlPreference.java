package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Pair;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for preference training (DPO, CPO, ORPO) with TRL of Hugging Face: {@code prompt}, {@code chosen},
 * {@code rejected} and {@code tools}.
 *
 * <p>The prompt is explicit and ends with a user or a tool; {@code chosen} and {@code rejected} hold one turn of the
 * assistant each.
 */
final class TrlPreference implements DatasetFormat.OfPairs {
    @Override
    public String name() {
        return "trl-preference";
    }

    @Override
    public String summary() {
        return "pairs of turns at one task for preference training with TRL";
    }

    @Override
    public Checked<Row> row(Pair pair) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("prompt", TrlMessages.of(pair.prompt()));
        row.put("chosen", TrlMessages.of(List.of(pair.chosen())));
        row.put("rejected", TrlMessages.of(List.of(pair.rejected())));
        TrlMessages.putTools(row, pair.tools());
        return Row.of(row);
    }
}
