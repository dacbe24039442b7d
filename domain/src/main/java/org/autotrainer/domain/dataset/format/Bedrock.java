package org.autotrainer.domain.dataset.format;

import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for supervised tuning on Amazon Bedrock, in the form of its conversations of 2024.
 *
 * <p>User and assistant take turns, the user first, the assistant last; all is text.
 */
final class Bedrock implements DatasetFormat.OfExamples {
    @Override
    public String name() {
        return "bedrock";
    }

    @Override
    public String summary() {
        return "successful conversations for supervised tuning on Amazon Bedrock";
    }

    @Override
    public Checked<Row> row(Example example) {
        return Turns.of(example.conversation().messages()).then(turns -> {
            BedrockText text = new BedrockText();
            Map<String, Object> row = text.head(turns, example.conversation().tools());
            row.put("messages", text.messages(turns.turns()));
            return Row.of(row, text.mends(turns));
        });
    }
}
