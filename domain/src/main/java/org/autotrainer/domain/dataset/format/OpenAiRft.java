package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.JudgedExample;
import org.autotrainer.domain.dataset.Row;

/**
 * Rows for reinforcement fine-tuning as OpenAI introduced it and Azure and Bedrock read it.
 *
 * <p>Beside {@code messages}, which end with a user, and {@code tools}, all keys reach the grader as {@code item.KEY}:
 * the reference answer is what a successful attempt answered, null when none succeeded; the reward is the score of that
 * attempt; the counts say how hard the task was.
 */
final class OpenAiRft implements DatasetFormat.OfTasks {
    @Override
    public String name() {
        return "openai-rft";
    }

    @Override
    public String summary() {
        return "tasks with a reference answer and the rewards so far, for RFT in OpenAI's form";
    }

    @Override
    public Checked<Row> row(JudgedExample judged, long attempts, long successes) {
        Cut cut = Cut.of(judged.example());
        List<Object> messages = OpenAiMessages.of(cut.prompt());
        messages.forEach(OpenAiRft::instructByDeveloper);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("messages", messages);
        OpenAiMessages.putTools(row, judged.example().conversation().tools());
        row.put("task_id", judged.taskId());
        row.put("reference_answer", judged.success() ? Map.of("text", cut.answer()) : null);
        row.put("reward", judged.score());
        row.put("attempts", attempts);
        row.put("successes", successes);
        return Row.of(row);
    }

    /** What is the system elsewhere is the developer here. */
    @SuppressWarnings("unchecked")
    private static void instructByDeveloper(Object message) {
        ((Map<String, Object>) message).replace("role", "system", "developer");
    }
}
