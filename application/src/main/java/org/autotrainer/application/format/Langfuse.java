package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Scores of Langfuse, and the traces that they are about, as JSON or JSONL: in the names of its interface, such as {@code
 * traceId}, and of its exports, such as {@code trace_id}. Traces may hold their scores; others are joined with the scores that
 * come after them, in the same file or the next one.
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
    private static final Set<String> NO_VERDICT = Set.of("TEXT", "CORRECTION");
    private static final Pattern EXPORTED_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?");
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "langfuse";
    }

    @Override
    public boolean joinsFiles() {
        return true;
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean trace = beginning.isObjectWith("id", "scores")
                && beginning.first().get("scores") instanceof List
                && (beginning.first().containsKey("sessionId")
                        || beginning.first().containsKey("observations"));
        boolean known = trace
                || isScore(beginning, "traceId", "dataType", "stringValue")
                || isScore(beginning, "trace_id", "data_type", "string_value")
                || beginning.isObjectWith("id", "timestamp", "name", "input", "output", "user_id", "session_id")
                || beginning.isObjectWith("id", "timestamp", "name", "input", "output", "userId", "sessionId");
        return known ? Optional.of(new Cut.Objects()) : Optional.empty();
    }

    private static boolean isScore(Beginning beginning, String trace, String type, String word) {
        return beginning.isObjectWith(trace, "name", type, "value")
                || beginning.isObjectWith(trace, "name", type, word);
    }

    @Override
    public Reading reading(Source source) {
        LangfuseTraces traces = new LangfuseTraces(source);
        return record -> {
            JsonFields fields = new JsonFields(record);
            if (record.containsKey("scores")) {
                return evaluations(fields.objects("scores"), fields, traces);
            }
            boolean score = record.containsKey("value")
                    || !word(fields).isEmpty()
                    || !type(fields).isEmpty();
            if (score) {
                return evaluations(List.of(fields), traces.of(LangfuseTraces.idOf(fields)), traces);
            }
            traces.keep(fields);
            return List.of();
        };
    }

    private List<Evaluation> evaluations(List<JsonFields> scores, JsonFields trace, LangfuseTraces traces) {
        return scores.stream()
                .filter(score -> !NO_VERDICT.contains(type(score)))
                .map(score -> evaluation(trace, score, traces))
                .toList();
    }

    private Evaluation evaluation(JsonFields trace, JsonFields score, LangfuseTraces traces) {
        OptionalDouble value = value(score);
        boolean measured = value.isPresent();
        boolean success = measured && value.getAsDouble() == 1;
        String comment = score.textOrNothing("comment");
        String critic = Clean.name(score.textOrNothing("name"));
        EvaluationBuilder evaluation = Evaluation.of(traces.attempt(task(trace, score), trace, score))
                .id(Clean.name(score.textOrNothing("id")))
                .critic(critic.isEmpty() ? name() : critic, "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(success)
                .context(Clean.prose(traces.words(trace), EXCERPT))
                .conversation(traces.conversation(trace))
                .metadata(metadata(score, comment));
        Clean.time(time(score)).ifPresent(evaluation::occurredAt);
        if (measured) {
            evaluation.score(value.getAsDouble());
            if (!success) {
                evaluation.suggest(CriticAdvice.suggestions(comment));
            }
        }
        return evaluation.build();
    }

    private static Map<String, Object> metadata(JsonFields score, String comment) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        score.finite("value").ifPresent(raw -> metadata.put("value", raw));
        if (!word(score).isEmpty()) {
            metadata.put("string_value", Clean.prose(word(score), EXCERPT));
        }
        if (!comment.isEmpty()) {
            metadata.put("comment", Clean.prose(comment, EXCERPT));
        }
        return metadata;
    }

    private static OptionalDouble value(JsonFields score) {
        String word = word(score).toLowerCase(Locale.ROOT);
        if (!type(score).equals("NUMERIC")) {
            if (GOOD.contains(word) || BAD.contains(word)) {
                return OptionalDouble.of(GOOD.contains(word) ? 1 : 0);
            }
            if (type(score).equals("CATEGORICAL")) {
                return OptionalDouble.empty();
            }
        }
        OptionalDouble number = score.finite("value");
        return number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= 1
                ? number
                : OptionalDouble.empty();
    }

    /** Exports tell the time in UTC without saying so. */
    private static String time(JsonFields score) {
        String time = score.textOrNothing("timestamp");
        return EXPORTED_TIME.matcher(time).matches() ? time.replace(' ', 'T') + "Z" : time;
    }

    private static String type(JsonFields score) {
        return LangfuseTraces.either(score, "dataType", "data_type");
    }

    private static String word(JsonFields score) {
        return LangfuseTraces.either(score, "stringValue", "string_value");
    }

    private static String task(JsonFields trace, JsonFields score) {
        List<String> ids = new ArrayList<>();
        for (JsonFields place : List.of(score, trace)) {
            if (place.object().get("metadata") instanceof Map<?, ?> metadata) {
                ids.add(new JsonFields(metadata).textOrNothing("task_id"));
            }
        }
        for (String field : List.of("experimentItemId", "datasetItemId", "traceId", "trace_id")) {
            ids.add(score.textOrNothing(field));
            ids.add(trace.textOrNothing(field));
        }
        ids.add(LangfuseTraces.idOf(score));
        ids.add(trace.textOrNothing("id"));
        ids.add(score.textOrNothing("id"));
        return ids.stream().filter(id -> !id.isBlank()).findFirst().orElse("");
    }
}
