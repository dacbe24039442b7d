package org.autotrainer.application.format;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.EvaluationFormat.Source;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;

/**
 * An evaluation in the making: a judgement, and what is known of what was judged.
 *
 * @param source what counts where the telemetry says nothing
 * @param standing how it is to stand in the journal
 * @param facts what stands at the judgement and at the spans around it
 * @param target the span that was judged, if it is known
 * @param call the call of a model that knows most of the conversation, if there is one
 */
record OtlpEvaluation(
        OtlpJudgement judgement,
        Source source,
        OtlpTrace.Standing standing,
        OtlpFacts facts,
        Optional<OtlpSpan> target,
        Optional<OtlpSpan> call) {
    /** How much of what the user says first is kept as the context. */
    private static final int EXCERPT = 1_000;
    /** More of an attempt's number would not be one. */
    private static final int ATTEMPT_DIGITS = 7;

    /** The evaluation. */
    Evaluation build() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        Conversation conversation = conversation(metadata);
        OtlpVerdict verdict = verdict();
        EvaluationBuilder evaluation = Evaluation.of(attempt())
                .id(judgement.id())
                .revision(standing.revision())
                .critic(judgement.critic(), "")
                .outcome(verdict.outcome())
                .success(verdict.success())
                .context(context(conversation), facts.tags().toArray(new String[0]))
                .model(model())
                .parameters(facts.parameters(call.map(OtlpSpan::attributes).orElse(Map.of())))
                .conversation(conversation)
                .receipt(facts.name("autotrainer.receipt").orElse(""))
                .metadata(metadata);
        verdict.score().ifPresent(evaluation::score);
        advice(verdict).forEach(evaluation::suggest);
        time().ifPresent(evaluation::occurredAt);
        if (!verdict.reason().isEmpty()) {
            metadata.put("not_measured", verdict.reason());
        }
        metadata.put("otlp", origin());
        return evaluation.build();
    }

    private Map<String, Object> origin() {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("trace", judgement.trace());
        origin.put("span", judgement.span());
        if (!judgement.response().isEmpty()) {
            origin.put("response", OtlpText.line(judgement.response(), Limits.NAME));
        }
        origin.putAll(judgement.found());
        return origin;
    }

    private Attempt attempt() {
        String conversation = facts.name(OtlpFacts.CONVERSATION, Limits.TASK_ID).orElse("");
        String task = judgement.scope() == OtlpJudgement.Scope.SESSION && !conversation.isEmpty()
                ? conversation
                : facts.task().orElse(conversation);
        String trace = judgement.trace();
        String run = facts.name("autotrainer.run").orElse(source.run().isEmpty() ? trace : source.run());
        int number = facts.attempt().orElse(source.run().isEmpty() ? 0 : numberOf(trace));
        String agent = standing.agent().isEmpty() ? facts.agent().orElse(source.agent()) : standing.agent();
        return new Attempt(
                agent, run, task.isEmpty() ? "trace-" + (trace.isEmpty() ? judgement.id() : trace) : task, number);
    }

    /** Within one run each trace is an attempt of its own. */
    private static int numberOf(String trace) {
        return trace.isEmpty() ? 0 : Integer.parseInt(trace.substring(0, ATTEMPT_DIGITS), 16);
    }

    private Conversation conversation(Map<String, Object> metadata) {
        try {
            return call.isEmpty()
                    ? Conversation.NONE
                    : new OtlpMessages(source.parseJson()).of(call.get().attributes());
        } catch (IllegalArgumentException wrong) {
            metadata.put("conversation_left_out", String.valueOf(wrong.getMessage()));
            return Conversation.NONE;
        }
    }

    /** Not measured if the attempt was ended by what it needs; success in spite of that is success. */
    private OtlpVerdict verdict() {
        OtlpVerdict verdict = OtlpVerdict.of(judgement);
        Optional<String> cause = target.flatMap(OtlpFailure::of);
        if (cause.isEmpty() && target.map(OtlpSpan::failed).orElse(false)) {
            cause = call.flatMap(OtlpFailure::of);
        }
        return verdict.outcome() == Outcome.MEASURED && !verdict.success() && cause.isPresent()
                ? verdict.failedBy(cause.get())
                : verdict;
    }

    private List<String> advice(OtlpVerdict verdict) {
        List<String> given = facts.suggestions();
        boolean isMeasured = verdict.outcome() == Outcome.MEASURED;
        return !given.isEmpty() || !isMeasured ? given : CriticAdvice.in(OtlpText.clean(judgement.text("explanation")));
    }

    private String context(Conversation conversation) {
        Optional<String> first = conversation.messages().stream()
                .filter(message -> message.role() == Role.USER)
                .map(Message::content)
                .findFirst();
        String text = facts.name(List.of("autotrainer.context"), Limits.CONTEXT)
                .or(() -> first)
                .or(() -> target.map(span -> span.text("input.value")))
                .orElse("");
        return JsonFields.excerpt(OtlpText.clean(text), EXCERPT);
    }

    private String model() {
        List<String> names = List.of("gen_ai.request.model", "llm.model_name", "gen_ai.response.model");
        return call.flatMap(
                        span -> new OtlpFacts(List.of(span.attributes()), facts.parseJson()).name(names, Limits.NAME))
                .or(() -> facts.name(names, Limits.NAME))
                .orElse("");
    }

    private Optional<Instant> time() {
        long nanos = target.map(OtlpSpan::end).filter(end -> end > 0).orElse(judgement.time());
        return nanos > 0 ? Optional.of(Instant.ofEpochMilli(nanos / 1_000_000)) : Optional.empty();
    }
}
