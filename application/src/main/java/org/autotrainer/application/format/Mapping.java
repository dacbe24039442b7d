package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * A form of records that the user describes: which field holds what, what counts as a success, and between which ends a score
 * lies.
 *
 * <p>A field is named by a JSON Pointer, or by its name or column. A record without a word on success, or with something in
 * the field of errors, was not measured.
 */
public final class Mapping implements EvaluationFormat {
    private static final List<String> KNOWN = List.of(
            "records",
            "task_id",
            "attempt",
            "run",
            "model",
            "critic",
            "context",
            "tags",
            "success",
            "score",
            "error",
            "suggestions",
            "messages",
            "parameters",
            "decimal_comma");
    private static final int EXCERPT = 20_000;

    private final Map<String, FieldPlace> places;
    private final Map<String, FieldPlace> parameters;
    private final SuccessRule success;
    private final Optional<ScoreRange> score;
    private final String records;

    private Mapping(JsonFields plan) {
        places = new LinkedHashMap<>();
        for (String field : List.of(
                "task_id",
                "attempt",
                "run",
                "model",
                "critic",
                "context",
                "tags",
                "error",
                "suggestions",
                "messages")) {
            if (plan.object().get(field) != null) {
                places.put(field, FieldPlace.of(field, plan.object().get(field)));
            }
        }
        parameters = new LinkedHashMap<>();
        plan.part("parameters")
                .object()
                .forEach((name, place) -> parameters.put((String) name, FieldPlace.of("parameters." + name, place)));
        boolean comma = plan.truth("decimal_comma").orElse(false);
        Object rule = plan.object().get("success");
        success = SuccessRule.of(rule == null ? "" : rule, comma);
        score = Optional.ofNullable(plan.object().get("score")).map(given -> ScoreRange.of(given, comma));
        records = plan.words("records");
        if (!places.containsKey("task_id")) {
            throw new InvalidValueException("task_id is missing; say which field names the task");
        }
        if (!records.isEmpty() && !records.startsWith("/")) {
            throw new InvalidValueException(
                    "records is \"" + Clean.prose(records, 40) + "\"; allowed is a JSON Pointer such as /results");
        }
    }

    /**
     * The form that a plan describes.
     *
     * @throws InvalidValueException if it is not one
     */
    public static Mapping of(Map<String, Object> plan) {
        for (String field : plan.keySet()) {
            if (!KNOWN.contains(field)) {
                throw new InvalidValueException(
                        "unknown field \"" + Clean.prose(field, 40) + "\"; allowed are " + String.join(", ", KNOWN));
            }
        }
        return new Mapping(new JsonFields(plan));
    }

    @Override
    public String name() {
        return "mapping";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        return switch (beginning.kind()) {
            case JSON -> Optional.of(records.isEmpty() ? new Cut.Objects() : new Cut.Elements(records));
            case TABLE -> {
                checkColumns(beginning.first().keySet());
                yield Optional.of(new Cut.Rows());
            }
            case XML, ARCHIVE, TEXT -> Optional.empty();
        };
    }

    /** A column that is not there would leave every row without what it should tell. */
    private void checkColumns(Set<String> columns) {
        List<FieldPlace> named = new ArrayList<>(places.values());
        named.addAll(parameters.values());
        named.add(success.at());
        score.ifPresent(range -> named.addAll(range.at()));
        for (FieldPlace each : named) {
            boolean there = columns.isEmpty()
                    || columns.contains(each.place())
                    || each.place().startsWith("/");
            if (!there) {
                throw new InvalidValueException("there is no column \"" + Clean.prose(each.place(), 40)
                        + "\", which the mapping names; there are "
                        + Clean.prose(String.join(", ", columns), EXCERPT));
            }
        }
    }

    @Override
    public Reading reading(Source source) {
        Map<String, Tries> byRun = new LinkedHashMap<>();
        return record -> {
            String run = text(record, "run");
            return List.of(evaluation(record, byRun.computeIfAbsent(run, own -> new Tries(source, own)), source));
        };
    }

    private Evaluation evaluation(Map<String, Object> record, Tries tries, Source source) {
        String task = text(record, "task_id");
        if (task.isBlank()) {
            throw new InvalidValueException("there is no task at " + place("task_id") + ", though task_id is needed");
        }
        Optional<Boolean> verdict = success.verdict(record);
        boolean measured = verdict.isPresent() && !isThere(record, "error");
        EvaluationBuilder evaluation = Evaluation.of(
                        places.containsKey("attempt")
                                ? tries.numbered(task, attempt(text(record, "attempt")))
                                : tries.next(task))
                .critic(Clean.name(text(record, "critic")), "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(measured && verdict.get())
                .context(Clean.prose(text(record, "context"), EXCERPT), tags(record))
                .model(Clean.name(text(record, "model")));
        if (measured) {
            score.ifPresentOrElse(
                    range -> range.rate(record, evaluation), () -> evaluation.score(verdict.get() ? 1 : 0));
            texts(record, "suggestions").forEach(text -> evaluation.suggest(Clean.advice(text)));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, at) -> at.in(record).ifPresent(value -> values.put(name, value)));
        evaluation.parameters(Clean.scalars(values));
        if (places.containsKey("messages") && value(record, "messages").orElse("") instanceof List<?> messages) {
            evaluation.conversation(new ChatMessages(source.parseJson()).conversation(messages));
        }
        return evaluation.build();
    }

    private String place(String field) {
        FieldPlace place = places.get(field);
        return place == null ? "" : place.place();
    }

    private Optional<Object> value(Map<String, Object> record, String field) {
        FieldPlace place = places.get(field);
        return place == null ? Optional.empty() : place.in(record);
    }

    private String text(Map<String, Object> record, String field) {
        Optional<Object> value = value(record, field);
        if (value.isPresent() && (value.get() instanceof Map || value.get() instanceof List)) {
            throw new InvalidValueException(
                    place(field) + " is an object or a list; allowed for " + field + " is a text");
        }
        return value.map(String::valueOf).orElse("");
    }

    private boolean isThere(Map<String, Object> record, String field) {
        return value(record, field)
                .filter(value -> !value.equals(false) && !String.valueOf(value).isBlank())
                .isPresent();
    }

    private List<String> texts(Map<String, Object> record, String field) {
        Object value = value(record, field).orElse("");
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> texts.add(element instanceof String text ? text : ""));
        } else if (value instanceof String text) {
            texts.add(text);
        }
        return texts;
    }

    private String[] tags(Map<String, Object> record) {
        return texts(record, "tags").stream()
                .map(tag -> Clean.prose(Clean.name(tag), 100))
                .filter(tag -> !tag.isBlank())
                .limit(50)
                .toArray(String[]::new);
    }

    private int attempt(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw new InvalidValueException(
                    place("attempt") + " is \"" + Clean.prose(text, 40) + "\"; allowed is a whole number from 0");
        }
    }
}
