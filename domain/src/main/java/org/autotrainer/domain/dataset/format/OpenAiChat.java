package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for chat fine-tuning as OpenAI introduced it and Azure, Fireworks, Together and Axolotl read it.
 *
 * <p>There is no key but {@code messages} and, where there are any, {@code tools}: strict readers refuse others.
 */
final class OpenAiChat implements DatasetFormat.OfExamples {
    @Override
    public String name() {
        return "openai-chat";
    }

    @Override
    public String summary() {
        return "successful conversations for chat fine-tuning in OpenAI's form";
    }

    @Override
    public Checked<Row> row(Example example) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("messages", OpenAiMessages.of(example.conversation().messages()));
        OpenAiMessages.putTools(row, example.conversation().tools());
        return Row.of(row);
    }
}
