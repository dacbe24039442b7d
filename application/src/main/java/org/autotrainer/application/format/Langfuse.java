package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Scores of Langfuse: an export of scores, or of traces with their scores, as JSON or JSONL. Exports come in files of one kind,
 * and scores are not joined with traces of other files.
 *
 * <p>A task is the {@code task_id} of the metadata, the item of a data set, or else the trace; each trace is an attempt, and
 * the name of a score is its critic. A truth counts as it is; a number from 0 to 1 is a score, and 1 a success; a word counts
 * by its meaning, never by its number, and what means neither success nor failure was not measured. Texts and corrections are
 * no verdicts and left out. Advice are the {@linkplain CriticAdvice sentences that say what to do} in the comments on what
 * failed.
 */
public final class Langfuse implements EvaluationFormat {
    private static final Set<String> GOOD = Set.of("pass", "passed", "correct", "true", "yes", "success", "good");
    private static final Set<String> BAD = Set.of("fail", "failed", "incorrect", "false", "no", "failure", "bad");
    private static final int EXCERPT = 1_000;
    private static final int KEY = 16;

    @Override
    public String name() {
        return "langfuse";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean scores = beginning.isObjectWith("traceId", "name", "dataType", "value")
                || beginning.isObjectWith("traceId", "name", "dataType", "stringValue");
        boolean traces = beginning.isObjectWith("id", "scores")
                && beginning.first().get("scores") instanceof List
                && (beginning.first().containsKey("sessionId")
                        || beginning.first().containsKey("observations"));
        return scores || traces ? Optional.of(new Cut.Objects()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        Attempts attempts = new Attempts(source);
        return record -> {
            JsonFields trace = new JsonFields(record);
            List<JsonFields> scores = record.containsKey("scores") ? trace.objects("scores") : List.of(trace);
            List<Evaluation> evaluations = new ArrayList<>();
            for (JsonFields score : scores) {
                String type = score.textOrNothing("dataType");
                if (!type.equals("TEXT") && !type.equals("CORRECTION")) {
                    evaluations.add(evaluation(trace, score, attempts));
                }
            }
            return evaluations;
        };
    }

    private Evaluation evaluation(JsonFields trace, JsonFields score, Attempts attempts) {
        OptionalDouble value = value(score);
        boolean measured = value.isPresent();
        boolean success = measured && value.getAsDouble() == 1;
        Map<String, Object> metadata = new LinkedHashMap<>();
        score.finite("value").ifPresent(raw -> metadata.put("value", raw));
        if (!score.textOrNothing("stringValue").isEmpty()) {
            metadata.put("string_value", Clean.prose(score.textOrNothing("stringValue"), EXCERPT));
        }
        if (!score.textOrNothing("comment").isEmpty()) {
            metadata.put("comment", Clean.prose(score.textOrNothing("comment"), EXCERPT));
        }
        String critic = Clean.name(score.textOrNothing("name"));
        EvaluationBuilder evaluation = Evaluation.of(attempts.of(task(trace, score), trace(trace, score)))
                .id(Clean.name(score.textOrNothing("id")))
                .critic(critic.isEmpty() ? name() : critic, "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(success)
                .context(Clean.prose(trace.textOrNothing("input"), EXCERPT))
                .metadata(metadata);
        Clean.time(score.textOrNothing("timestamp")).ifPresent(evaluation::occurredAt);
        if (measured) {
            evaluation.score(value.getAsDouble());
            if (!success) {
                evaluation.suggest(CriticAdvice.suggestions(score.textOrNothing("comment")));
            }
        }
        return evaluation.build();
    }

    /** Traces of one task are runs of their own, or have their numbers in the run that the user names. Not thread-safe. */
    private static final class Attempts {
        private final Source source;
        private final Tries tries;
        private final Map<String, Integer> numbers = new HashMap<>();

        Attempts(Source source) {
            this.source = source;
            this.tries = new Tries(source, "");
        }

        Attempt of(String task, String trace) {
            if (source.run().isEmpty()) {
                return new Attempt(source.agent(), Clean.name(trace), Clean.name(task), 0);
            }
            String key = Clean.hash(List.of(task, trace)).substring(0, KEY);
            return tries.numbered(
                    task, numbers.computeIfAbsent(key, any -> tries.next(task).number()));
        }
    }

    /** The trace that was judged, or the session; empty when neither is known. */
    private static String trace(JsonFields trace, JsonFields score) {
        boolean within = trace.object().containsKey("scores");
        String id = within ? trace.textOrNothing("id") : score.textOrNothing("traceId");
        return id.isBlank() ? score.textOrNothing("sessionId") : id;
    }

    private static OptionalDouble value(JsonFields score) {
        String word = score.textOrNothing("stringValue").toLowerCase(Locale.ROOT);
        if (!score.textOrNothing("dataType").equals("NUMERIC")) {
            if (GOOD.contains(word) || BAD.contains(word)) {
                return OptionalDouble.of(GOOD.contains(word) ? 1 : 0);
            }
            if (score.textOrNothing("dataType").equals("CATEGORICAL")) {
                return OptionalDouble.empty();
            }
        }
        OptionalDouble number = score.finite("value");
        return number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= 1
                ? number
                : OptionalDouble.empty();
    }

    private static String task(JsonFields trace, JsonFields score) {
        for (JsonFields place : List.of(score, trace)) {
            if (place.object().get("metadata") instanceof Map<?, ?> map
                    && !new JsonFields(map).textOrNothing("task_id").isBlank()) {
                return new JsonFields(map).textOrNothing("task_id");
            }
        }
        for (String field : List.of("experimentItemId", "datasetItemId", "traceId")) {
            for (JsonFields place : List.of(score, trace)) {
                if (!place.textOrNothing(field).isBlank()) {
                    return place.textOrNothing(field);
                }
            }
        }
        return trace.textOrNothing("id");
    }
}
