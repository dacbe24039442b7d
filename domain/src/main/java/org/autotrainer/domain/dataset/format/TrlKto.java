package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.JudgedExample;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for training with labels (KTO, BCO) with TRL of Hugging Face: {@code prompt}, {@code completion}, {@code label}
 * and {@code tools}.
 *
 * <p>The label is a boolean. Training wants both of them; how many there are of each is for its weights.
 */
final class TrlKto implements DatasetFormat.OfVerdicts {
    @Override
    public String name() {
        return "trl-kto";
    }

    @Override
    public String summary() {
        return "conversations of both outcomes, labelled, for KTO and BCO with TRL";
    }

    @Override
    public Checked<Row> row(JudgedExample judged) {
        Cut cut = Cut.of(judged.example());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("prompt", TrlMessages.of(cut.prompt()));
        row.put("completion", TrlMessages.of(cut.completion()));
        row.put("label", judged.success());
        TrlMessages.putTools(row, judged.example().conversation().tools());
        return Row.of(row);
    }
}
