package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.JudgedExample;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for training with labels with LLaMA-Factory: {@code conversations} and {@code kto_tag}, a boolean.
 */
final class LlamaFactoryKto implements DatasetFormat.OfVerdicts {
    @Override
    public String name() {
        return "llama-factory-kto";
    }

    @Override
    public String summary() {
        return "conversations of both outcomes, labelled, for KTO with LLaMA-Factory";
    }

    @Override
    public Checked<Row> row(JudgedExample judged) {
        return Turns.of(judged.example().conversation().messages()).then(turns -> {
            ShareGpt encoding = new ShareGpt();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("conversations", encoding.conversations(turns.turns()));
            row.put("kto_tag", judged.success());
            ShareGpt.putColumns(row, turns, judged.example().conversation().tools());
            return Row.of(row, encoding.mends(turns));
        });
    }
}
