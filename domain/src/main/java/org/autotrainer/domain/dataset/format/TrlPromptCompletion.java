package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for supervised fine-tuning with TRL in which only the completion is learned: {@code prompt}, {@code completion}
 * and {@code tools}.
 */
final class TrlPromptCompletion implements DatasetFormat.OfExamples {
    @Override
    public String name() {
        return "trl-prompt-completion";
    }

    @Override
    public String summary() {
        return "successful conversations of which the last answer is learned, with TRL";
    }

    @Override
    public Checked<Row> row(Example example) {
        Cut cut = Cut.of(example);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("prompt", TrlMessages.of(cut.prompt()));
        row.put("completion", TrlMessages.of(cut.completion()));
        TrlMessages.putTools(row, example.conversation().tools());
        return Row.of(row);
    }
}
