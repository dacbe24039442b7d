package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for supervised fine-tuning with TRL of Hugging Face: {@code messages} and {@code tools}.
 */
final class TrlSft implements DatasetFormat.OfExamples {
    @Override
    public String name() {
        return "trl-sft";
    }

    @Override
    public String summary() {
        return "successful conversations for supervised fine-tuning with TRL";
    }

    @Override
    public Checked<Row> row(Example example) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("messages", TrlMessages.of(example.conversation().messages()));
        TrlMessages.putTools(row, example.conversation().tools());
        return Row.of(row);
    }
}
