package org.autotrainer.domain.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows for preference training (DPO, CPO, ORPO) with TRL of Hugging Face: {@code prompt}, {@code chosen},
 * {@code rejected} and {@code tools}.
 *
 * <p>The prompt is explicit and ends with a user or a tool; {@code chosen} and {@code rejected} hold one turn of the
 * assistant each.
 */
final class TrlPreference {
    static final DatasetFormat FORMAT = new DatasetFormat.OfPairs(
            "trl-preference", "pairs of turns at one task for preference training with TRL", TrlPreference::row);

    private TrlPreference() {}

    static Map<String, Object> row(Pair pair) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("prompt", TrlSft.messages(pair.prompt()));
        row.put("chosen", TrlSft.messages(List.of(pair.chosen())));
        row.put("rejected", TrlSft.messages(List.of(pair.rejected())));
        TrlSft.putTools(row, pair.tools());
        return row;
    }
}
