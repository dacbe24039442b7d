package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Results of MedAgentBench: a file for each task, or the folder of {@code SUMMARY.json} and {@code tasks/}.
 *
 * <p>The folder that a file says it was written to names the run. {@code infra_fail} was not measured. It gives no advice: its reasons say what was wrong, not what to do.
 */
public final class MedAgentBench implements EvaluationFormat {
    private static final String SUMMARY = "SUMMARY.json";
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "medagentbench";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("task_id", "correct", "infra_fail", "grade")) {
            return Optional.of(new Cut.Objects());
        }
        boolean folder = beginning.kind() == Beginning.Kind.ARCHIVE
                && beginning.first().get("entries") instanceof List<?> entries
                && entries.contains(SUMMARY)
                && entries.stream().anyMatch(entry -> String.valueOf(entry).startsWith("tasks/"));
        return folder ? Optional.of(new Cut.Entries("tasks/", List.of())) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        return record -> List.of(evaluation(new JsonFields(record), source));
    }

    private Evaluation evaluation(JsonFields result, Source source) {
        JsonFields run = result.part("diagnostics").part("provenance");
        int attempt = Math.max(0, result.count("attempt") - 1);
        boolean measured = !result.truth("infra_fail").orElse(false);
        boolean correct = measured && result.needed("correct");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("status", Clean.prose(result.textOrNothing("status"), EXCERPT));
        metadata.put("reason", Clean.prose(reason(result, measured), EXCERPT));
        String category = Clean.name(result.textOrNothing("category"));
        EvaluationBuilder evaluation = Evaluation.of(
                        new Tries(source, run.textOrNothing("run_dir")).numbered(result.id("task_id"), attempt))
                .critic(name(), "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(correct)
                .context(
                        Clean.prose(result.textOrNothing("instruction"), EXCERPT),
                        category.isEmpty() ? new String[0] : new String[] {category})
                .model(Clean.name(run.textOrNothing("model")))
                .parameters(parameters(run))
                .conversation(new ChatMessages(source.parseJson()).conversation(history(result)))
                .metadata(metadata);
        if (measured) {
            evaluation.score(correct ? 1 : 0);
        }
        return evaluation.build();
    }

    private static Map<String, Object> parameters(JsonFields run) {
        Map<String, Object> parameters = Clean.scalars(run.object());
        parameters.keySet().retainAll(List.of("max_round", "system_mode"));
        return parameters;
    }

    private static String reason(JsonFields result, boolean measured) {
        return measured ? result.part("grade").textOrNothing("reason") : result.textOrNothing("infra_reason");
    }

    /** The assistant is called agent. */
    private static List<Map<?, ?>> history(JsonFields result) {
        List<Map<?, ?>> history = new ArrayList<>();
        for (JsonFields message : result.objects("history")) {
            Map<Object, Object> said = new LinkedHashMap<>(message.object());
            said.computeIfPresent("role", (key, role) -> role.equals("agent") ? "assistant" : role);
            history.add(said);
        }
        return history;
    }
}
