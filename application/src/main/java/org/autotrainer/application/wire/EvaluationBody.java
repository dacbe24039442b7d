package org.autotrainer.application.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Critic;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Suggestion;

/**
 * An evaluation on the wire; only {@code task_id} is needed, and that not for a lesson.
 *
 * @param suggestions each a text or {@code {"text", "tags"}}
 * @param occurredAt ISO-8601 with a time zone, such as {@code 2026-05-21T09:30:00Z}
 * @param outcome {@code measured} (default) or {@code error}
 */
@SuppressWarnings("NullAway") // absent is null on the wire
public record EvaluationBody(
        String id,
        Integer revision,
        String agent,
        String run,
        String taskId,
        Integer attempt,
        CriticBody critic,
        Boolean success,
        Double score,
        List<Object> suggestions,
        ContextBody context,
        String model,
        Map<String, Object> parameters,
        List<MessageBody> messages,
        List<ToolBody> tools,
        String receipt,
        List<MarkBody> marks,
        Map<String, Object> metadata,
        String occurredAt,
        String outcome) {
    /** The agent of evaluations that name none. */
    public static final String DEFAULT_AGENT = "default";

    /** Who judged. */
    public record CriticBody(String id, String version) {
        /** A critic on the wire; null for one that was not named. */
        public static CriticBody of(Critic critic) {
            return critic.equals(Critic.UNNAMED)
                    ? null
                    : new CriticBody(Wire.orNull(critic.id()), Wire.orNull(critic.version()));
        }
    }

    /** What the task was about. */
    public record ContextBody(String text, List<String> tags) {
        /** The context in the domain. */
        public static Context toDomain(ContextBody body) {
            return body == null ? Context.NONE : new Context(Wire.text(body.text), Wire.list(body.tags));
        }

        static ContextBody of(Context context) {
            return context.isEmpty() ? null : new ContextBody(Wire.orNull(context.text()), Wire.orNull(context.tags()));
        }
    }

    /** An opinion on a heuristic that was shown: {@code helped}, {@code hurt} or {@code neutral}. */
    public record MarkBody(String id, String mark) {}

    /** An evaluation that says nothing. */
    public static EvaluationBody empty() {
        return new EvaluationBody(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /** The same evaluation of a task of an agent. */
    public EvaluationBody of(String ofAgent, String ofTask) {
        return new EvaluationBody(
                id,
                revision,
                ofAgent,
                run,
                ofTask,
                attempt,
                critic,
                success,
                score,
                suggestions,
                context,
                model,
                parameters,
                messages,
                tools,
                receipt,
                marks,
                metadata,
                occurredAt,
                outcome);
    }

    /**
     * The evaluation in the domain.
     *
     * @throws InvalidValueException if a value is outside its range; the message says which
     */
    public Evaluation toDomain() {
        EvaluationBuilder evaluation = Evaluation.of(new Attempt(
                agent == null ? DEFAULT_AGENT : agent,
                Wire.text(run),
                Wire.text(taskId),
                attempt == null ? 0 : attempt));
        evaluation.id(Wire.text(id)).revision(revision == null ? 0 : revision);
        if (critic != null) {
            evaluation.critic(Wire.text(critic.id), Wire.text(critic.version));
        }
        if (score != null) {
            evaluation.score(score);
        }
        if (outcome != null) {
            evaluation.outcome(Outcome.of(outcome));
        }
        if (occurredAt != null) {
            evaluation.occurredAt(instant(occurredAt));
        }
        return evaluation
                .success(success != null && success)
                .suggest(Wire.list(suggestions).stream()
                        .map(EvaluationBody::suggestion)
                        .toList())
                .context(ContextBody.toDomain(context))
                .model(Wire.text(model))
                .parameters(Wire.map(parameters))
                .conversation(new Conversation(
                        Wire.list(messages).stream().map(MessageBody::toDomain).toList(),
                        Wire.list(tools).stream().map(ToolBody::toDomain).toList()))
                .receipt(Wire.text(receipt))
                .marks(Wire.list(marks).stream()
                        .map(mark -> new Mark(Wire.text(mark.id), Mark.Opinion.of(Wire.text(mark.mark))))
                        .toList())
                .metadata(Wire.map(metadata))
                .build();
    }

    /** An evaluation as it was recorded. */
    public static EvaluationBody of(Evaluation evaluation) {
        return new EvaluationBody(
                Wire.orNull(evaluation.id()),
                evaluation.revision() == 0 ? null : evaluation.revision(),
                evaluation.attempt().agent(),
                Wire.orNull(evaluation.attempt().run()),
                Wire.orNull(evaluation.attempt().taskId()),
                evaluation.attempt().number() == 0 ? null : evaluation.attempt().number(),
                CriticBody.of(evaluation.critic()),
                evaluation.success(),
                evaluation.score(),
                evaluation.suggestions().stream()
                        .map(EvaluationBody::suggestion)
                        .toList(),
                ContextBody.of(evaluation.context()),
                Wire.orNull(evaluation.model()),
                Wire.orNull(evaluation.parameters()),
                Wire.orNull(evaluation.conversation().messages().stream()
                        .map(MessageBody::of)
                        .toList()),
                Wire.orNull(evaluation.conversation().tools().stream()
                        .map(ToolBody::of)
                        .toList()),
                Wire.orNull(evaluation.receipt()),
                Wire.orNull(evaluation.marks().stream()
                        .map(mark ->
                                new MarkBody(mark.heuristic(), mark.opinion().word()))
                        .toList()),
                Wire.orNull(evaluation.metadata()),
                evaluation.occurredAt().map(Instant::toString).orElse(null),
                evaluation.isMeasured() ? null : evaluation.outcome().word());
    }

    private static Suggestion suggestion(Object given) {
        if (given instanceof String text) {
            return Suggestion.of(text);
        }
        if (given instanceof Map<?, ?> map
                && map.get("text") instanceof String text
                && map.keySet().stream().allMatch(name -> name.equals("text") || name.equals("tags"))
                && (map.get("tags") == null || map.get("tags") instanceof List)) {
            List<?> tags = map.get("tags") == null ? List.of() : (List<?>) map.get("tags");
            if (tags.stream().allMatch(String.class::isInstance)) {
                return new Suggestion(
                        text, tags.stream().map(String.class::cast).toList());
            }
        }
        throw new InvalidValueException(
                "suggestions holds " + kind(given) + "; allowed are a text or {\"text\": …, \"tags\": […]}");
    }

    /** What was given, in the words of JSON. */
    private static String kind(Object given) {
        if (given instanceof Map<?, ?> map) {
            return "an object with the fields " + map.keySet().stream().limit(5).toList();
        }
        return given instanceof List ? "a list" : String.valueOf(given);
    }

    private static Object suggestion(Suggestion suggestion) {
        if (suggestion.tags().isEmpty()) {
            return suggestion.text();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", suggestion.text());
        object.put("tags", suggestion.tags());
        return object;
    }

    private static Instant instant(String text) {
        try {
            return WireTime.of(text);
        } catch (DateTimeException wrong) {
            throw new InvalidValueException(
                    "occurred_at is \"" + text + "\"; allowed is a time such as 2026-05-21T09:30:00Z");
        }
    }
}
