package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for supervised fine-tuning with LLaMA-Factory: {@code conversations}, {@code system} and {@code tools}.
 */
final class LlamaFactorySft implements DatasetFormat.OfExamples {
    @Override
    public String name() {
        return "llama-factory-sft";
    }

    @Override
    public String summary() {
        return "successful conversations for supervised fine-tuning with LLaMA-Factory";
    }

    @Override
    public Checked<Row> row(Example example) {
        return Turns.of(example.conversation().messages()).then(turns -> {
            ShareGpt encoding = new ShareGpt();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("conversations", encoding.conversations(turns.turns()));
            ShareGpt.putColumns(row, turns, example.conversation().tools());
            return Row.of(row, encoding.mends(turns));
        });
    }
}
