package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;

/**
 * Logs of Inspect: one JSON document, or an archive with a file for each sample; an unfinished one has no header.
 *
 * <p>A task is the name of the evaluation and the id of the sample; the epoch tells the attempt. Each score counts as
 * Inspect's own {@code value_to_float} has it: C is 1, P is 0.5, I and N are 0; several are averaged, and all must be 1
 * for a success. A sample with an error, or without a score from 0 to 1, was not measured. Advice are the {@linkplain
 * CriticAdvice sentences that say what to do} in the explanations of failing scores that a model graded.
 */
public final class Inspect implements EvaluationFormat {
    private static final String HEADER = "header.json";
    private static final String START = "_journal/start.json";
    private static final String GRADED_BY_A_MODEL = "model_graded";
    private static final String ATTACHMENT = "attachment://";
    private static final int EXCERPT = 1_000;
    private static final int DEEPEST = 64;

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("version", "status", "eval")
                && beginning.first().get("eval") instanceof Map) {
            return Optional.of(new Cut.Elements("/samples"));
        }
        boolean archive = beginning.kind() == Beginning.Kind.ARCHIVE
                && beginning.first().get("entries") instanceof List<?> entries
                && (entries.contains(HEADER) || entries.contains(START));
        return archive ? Optional.of(new Cut.Entries("samples/", List.of(HEADER, START))) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        JsonFields eval = header(new JsonFields(source.head())).part("eval");
        String run = eval.textOrNothing("run_id");
        Tries tries = new Tries(source, run.isEmpty() ? eval.textOrNothing("eval_id") : run);
        return record -> List.of(evaluation(new JsonFields(record), eval, tries, source));
    }

    private static JsonFields header(JsonFields head) {
        return head.object(HEADER).or(() -> head.object(START)).orElse(head);
    }

    private Evaluation evaluation(JsonFields sample, JsonFields eval, Tries tries, Source source) {
        String task = eval.textOrNothing("task");
        String id = (task.isEmpty() ? "" : task + "/") + sample.id("id");
        Conversation conversation = conversation(sample, source);
        EvaluationBuilder evaluation = Evaluation.of(tries.numbered(id, Math.max(0, sample.count("epoch") - 1)))
                .context(Clean.prose(input(sample, conversation), EXCERPT))
                .model(Clean.name(eval.textOrNothing("model")))
                .parameters(parameters(eval))
                .conversation(conversation);
        Clean.time(sample.textOrNothing("completed_at")).ifPresent(evaluation::occurredAt);
        judge(evaluation, sample);
        return evaluation.build();
    }

    private void judge(EvaluationBuilder evaluation, JsonFields sample) {
        JsonFields scores = sample.part("scores");
        List<Double> values = new ArrayList<>();
        List<String> explanations = new ArrayList<>();
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (Object key : scores.object().keySet()) {
            String scorer = (String) key;
            JsonFields score = scores.part(scorer);
            Object given = score.object().get("value");
            OptionalDouble value = given == null ? OptionalDouble.empty() : value(given);
            boolean ours = value.stream().anyMatch(known -> known >= 0 && known <= 1);
            metadata.put("score " + Clean.name(scorer), String.valueOf(given));
            if (ours) {
                values.add(value.getAsDouble());
            }
            String explanation = score.textOrNothing("explanation");
            if (ours && value.getAsDouble() < 1 && scorer.startsWith(GRADED_BY_A_MODEL) && !explanation.isEmpty()) {
                explanations.add(explanation);
                metadata.put("explanation " + Clean.name(scorer), Clean.prose(explanation, EXCERPT));
            }
        }
        boolean broken = sample.object().get("error") != null;
        boolean measured = !broken && !values.isEmpty();
        double mean = values.stream().mapToDouble(value -> value).average().orElse(Evaluation.DEFAULT_SCORE);
        if (broken) {
            metadata.put("error", Clean.prose(error(sample), EXCERPT));
        }
        if (sample.object().get("limit") instanceof Map<?, ?> limit) {
            metadata.put("limit", Clean.prose(new JsonFields(limit).textOrNothing("type"), EXCERPT));
        }
        String critic = scores.object().keySet().stream()
                .findFirst()
                .map(first -> Clean.name((String) first))
                .orElse("");
        evaluation
                .critic(critic.isEmpty() ? name() : critic, "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(measured && values.stream().allMatch(value -> value >= 1))
                .score(measured ? mean : Evaluation.DEFAULT_SCORE)
                .metadata(metadata);
        if (measured) {
            explanations.forEach(
                    explanation -> evaluation.suggest(CriticAdvice.suggestions(withoutGrade(explanation))));
        }
    }

    /** What a value counts; nothing for lists, objects, other words and what is no number. */
    private static OptionalDouble value(Object value) {
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue())
                    ? OptionalDouble.of(number.doubleValue())
                    : OptionalDouble.empty();
        }
        String word = value instanceof Boolean || value instanceof String
                ? value.toString().toLowerCase(Locale.ROOT)
                : "";
        return switch (word) {
            case "c", "yes", "true" -> OptionalDouble.of(1);
            case "p" -> OptionalDouble.of(0.5);
            case "i", "n", "no", "false" -> OptionalDouble.of(0);
            default -> number(word);
        };
    }

    private static OptionalDouble number(String word) {
        try {
            double number = Double.parseDouble(word);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException other) {
            return OptionalDouble.empty();
        }
    }

    /** What a grader says besides its verdict. */
    private static String withoutGrade(String explanation) {
        return explanation.replaceAll("(?mi)^\\s*GRADE:\\s*\\w+\\s*$", "").strip();
    }

    private static String error(JsonFields sample) {
        Object error = sample.object().get("error");
        return error instanceof Map<?, ?> map ? new JsonFields(map).textOrNothing("message") : String.valueOf(error);
    }

    private static Map<String, Object> parameters(JsonFields eval) {
        Map<String, Object> parameters = new LinkedHashMap<>(
                Clean.scalars(eval.part("model_generate_config").object()));
        Clean.scalars(eval.part("task_args").object()).forEach((name, value) -> parameters.putIfAbsent(name, value));
        if (!eval.textOrNothing("solver").isBlank()) {
            parameters.putIfAbsent("solver", Clean.name(eval.textOrNothing("solver")));
        }
        return parameters;
    }

    private static Conversation conversation(JsonFields sample, Source source) {
        Map<?, ?> attachments = sample.part("attachments").object();
        List<Object> messages = new ArrayList<>();
        sample.list("messages").forEach(message -> messages.add(resolved(message, attachments, 0)));
        return new ChatMessages(source.parseJson()).conversation(messages);
    }

    /** A value with what it refers to in place of the references. */
    private static Object resolved(Object value, Map<?, ?> attachments, int depth) {
        if (value instanceof String text && text.startsWith(ATTACHMENT)) {
            Object attached = attachments.get(text.substring(ATTACHMENT.length()));
            return attached instanceof String ? attached : text;
        }
        if (depth < DEEPEST && value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(resolved(inner, attachments, depth + 1)));
            return copy;
        }
        if (depth < DEEPEST && value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(name, resolved(inner, attachments, depth + 1)));
            return copy;
        }
        return value;
    }

    private static String input(JsonFields sample, Conversation conversation) {
        String input = sample.textOrNothing("input");
        return !input.isEmpty()
                ? input
                : conversation.messages().stream()
                        .filter(message -> message.role() == Role.USER)
                        .findFirst()
                        .map(Message::content)
                        .orElse("");
    }
}
