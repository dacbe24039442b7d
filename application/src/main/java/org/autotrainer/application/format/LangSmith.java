package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Runs of LangSmith in JSON, one a line, and the document in which an experiment is uploaded. Its tables are read with a
 * mapping.
 *
 * <p>A task is the example that a run refers to, or the row of the experiment. A run with an error, or without feedback from
 * 0 to 1, was not measured; runs within other runs are left out. One key of feedback says how well it went; where there are
 * several, a mapping has to name the one that counts. A score of 1 is a success. Advice are the {@linkplain CriticAdvice
 * sentences that say what to do} in the comments on runs that failed.
 */
public final class LangSmith implements EvaluationFormat {
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "langsmith";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("experiment_name", "results")) {
            return Optional.of(new Cut.Elements("/results"));
        }
        boolean run = beginning.isObjectWith("run_type", "inputs")
                && (beginning.first().containsKey("feedback")
                        || beginning.first().containsKey("feedback_stats"));
        return run ? Optional.of(new Cut.Objects()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        String experiment = new JsonFields(source.head()).textOrNothing("experiment_name");
        Tries tries = new Tries(source, experiment);
        return record -> {
            JsonFields run = new JsonFields(record);
            return run.object().get("parent_run_id") == null ? List.of(evaluation(run, tries, source)) : List.of();
        };
    }

    private Evaluation evaluation(JsonFields run, Tries tries, Source source) {
        List<JsonFields> feedback = feedback(run);
        if (feedback.size() > 1) {
            throw new InvalidValueException("it has the feedback "
                    + String.join(
                            ", ", feedback.stream().map(one -> one.words("key")).toList())
                    + "; say with --mapping FILE which one tells success");
        }
        Optional<JsonFields> judged = feedback.stream().findFirst();
        boolean broken = run.object().get("error") != null;
        OptionalDouble score = judged.map(LangSmith::score).orElse(OptionalDouble.empty());
        boolean ours = score.stream().anyMatch(value -> value >= 0 && value <= 1);
        boolean measured = !broken && ours;
        JsonFields extra = run.part("extra");
        Map<String, Object> parameters = new LinkedHashMap<>(
                Clean.scalars(extra.part("invocation_params").object()));
        String model = model(run, extra);
        parameters.remove("model");
        parameters.remove("model_name");
        EvaluationBuilder evaluation = Evaluation.of(tries.next(task(run)))
                .critic(judged.map(one -> Clean.name(one.words("key"))).orElse(name()), "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(measured && score.getAsDouble() == 1)
                .context(Clean.prose(words(run.part("inputs")), EXCERPT))
                .model(Clean.name(model))
                .parameters(parameters)
                .conversation(conversation(run, source));
        Clean.time(run.textOrNothing("end_time")).ifPresent(evaluation::occurredAt);
        if (measured) {
            evaluation.score(score.getAsDouble());
            if (score.getAsDouble() != 1) {
                judged.ifPresent(one -> evaluation.suggest(CriticAdvice.suggestions(one.textOrNothing("comment"))));
            }
        }
        return evaluation.metadata(metadata(run, judged, ours)).build();
    }

    private static Map<String, Object> metadata(JsonFields run, Optional<JsonFields> judged, boolean ours) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (run.object().get("error") != null) {
            metadata.put("error", Clean.prose(String.valueOf(run.object().get("error")), EXCERPT));
        }
        judged.map(one -> one.textOrNothing("comment"))
                .filter(comment -> !comment.isEmpty())
                .ifPresent(comment -> metadata.put("comment", Clean.prose(comment, EXCERPT)));
        judged.map(LangSmith::score)
                .filter(raw -> raw.isPresent() && !ours)
                .ifPresent(raw -> metadata.put("raw_score", raw.getAsDouble()));
        return metadata;
    }

    /** The feedback as objects of key, score and comment, in whichever way it is kept. */
    private static List<JsonFields> feedback(JsonFields run) {
        if (run.object().get("evaluation_scores") != null) {
            return run.objects("evaluation_scores");
        }
        if (run.object().get("feedback") != null) {
            return run.objects("feedback");
        }
        List<JsonFields> feedback = new ArrayList<>();
        run.part("feedback_stats").object().forEach((key, stats) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("key", key);
            one.put("score", stats instanceof Map<?, ?> map ? map.get("avg") : stats);
            feedback.add(new JsonFields(one));
        });
        return feedback;
    }

    private static OptionalDouble score(JsonFields feedback) {
        return feedback.object().get("score") instanceof Boolean truth
                ? OptionalDouble.of(truth ? 1 : 0)
                : feedback.finite("score");
    }

    private static String task(JsonFields run) {
        for (String field : List.of("reference_example_id", "row_id")) {
            if (!run.textOrNothing(field).isBlank()) {
                return run.textOrNothing(field);
            }
        }
        return "inputs " + Clean.hash(run.part("inputs").object()).substring(0, 12);
    }

    private static String model(JsonFields run, JsonFields extra) {
        for (JsonFields place :
                List.of(extra.part("metadata"), extra.part("invocation_params"), run.part("run_metadata"))) {
            for (String field : List.of("ls_model_name", "model", "model_name")) {
                if (!place.textOrNothing(field).isBlank()) {
                    return place.textOrNothing(field);
                }
            }
        }
        return "";
    }

    private static String words(JsonFields inputs) {
        return inputs.object().values().stream()
                .filter(value -> value instanceof String)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }

    private static Conversation conversation(JsonFields run, Source source) {
        if (!(run.part("inputs").object().get("messages") instanceof List<?> asked)) {
            return Conversation.NONE;
        }
        List<Object> messages = new ArrayList<>(asked);
        JsonFields outputs = run.part("outputs");
        if (outputs.object().get("messages") instanceof List<?> answered) {
            messages.addAll(answered);
        }
        boolean chat =
                messages.stream().allMatch(message -> message instanceof Map<?, ?> map && map.containsKey("role"));
        return chat ? new ChatMessages(source.parseJson()).conversation(messages) : Conversation.NONE;
    }
}
