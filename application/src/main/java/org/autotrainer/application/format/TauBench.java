package org.autotrainer.application.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;

/**
 * Results of tau-bench: an array of {@code {task_id, reward, info, traj, trial}}.
 *
 * <p>The number of a task counts within its domain and split, so both become part of the task's id: {@code airline-3},
 * {@code retail-train-3}, or {@code tau-bench-3} where the domain is unknown. The attempt is the trial; the task was
 * solved if the reward is 1; the context is what the user says first. tau-bench gives no advice. Where it caught an
 * exception it writes a reward of 0 and {@code info.error}: such an attempt was not measured.
 */
public final class TauBench implements EvaluationFormat {
    /** What tau-bench itself takes for 1. */
    private static final double TOLERANCE = 1e-6;
    /** How much of what the user says first, or of an error, is kept beside the conversation. */
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "tau-bench";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean known = beginning.isObjectWith("task_id", "reward", "traj", "trial")
                && beginning.first().get("reward") instanceof Number
                && beginning.first().get("traj") instanceof List;
        return known ? Optional.of(new Cut.Objects()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        return record -> List.of(evaluation(record, source));
    }

    private Evaluation evaluation(Map<String, Object> record, Source source) {
        JsonFields fields = new JsonFields(record);
        double reward = fields.number("reward");
        Conversation conversation = new ChatMessages(source.parseJson()).conversation(fields.list("traj"));
        TauBenchFile file = TauBenchFile.named(source.fileName());
        String domain = file.domain().isEmpty() ? TauBenchFile.domainOf(conversation) : file.domain();
        String task = file.prefix(domain) + fields.id("task_id");
        EvaluationBuilder evaluation = Evaluation.of(
                        new Attempt(source.agent(), source.run(), task, fields.count("trial")))
                .critic(name(), "")
                .success(Math.abs(reward - 1) <= TOLERANCE)
                .score(Math.max(0, Math.min(1, reward)))
                .context(firstWords(conversation), domain.isEmpty() ? new String[0] : new String[] {domain})
                .model(file.model())
                .parameters(file.parameters())
                .conversation(conversation);
        error(fields)
                .ifPresent(text -> evaluation
                        .outcome(Outcome.ERROR)
                        .success(false)
                        .metadata(Map.of("error", JsonFields.excerpt(text, EXCERPT))));
        return evaluation.build();
    }

    private static Optional<String> error(JsonFields fields) {
        return fields.object("info").flatMap(info -> info.text("error"));
    }

    private static String firstWords(Conversation conversation) {
        return conversation.messages().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(Message::content)
                .map(text -> JsonFields.excerpt(text, EXCERPT))
                .orElse("");
    }
}
