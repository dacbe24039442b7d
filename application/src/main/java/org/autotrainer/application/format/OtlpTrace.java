package org.autotrainer.application.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * The spans of one trace, and what critics found about them, from which evaluations are made.
 *
 * <p>It makes no difference in which order they come, or how often. Not thread-safe.
 */
public final class OtlpTrace {
    /** How much of what the user says first is kept as the context. */
    private static final int EXCERPT = 1_000;
    /** More of an attempt's number would not be one. */
    private static final int ATTEMPT_DIGITS = 7;

    private final Map<String, OtlpSpan> spans = new LinkedHashMap<>();
    private final Map<String, OtlpJudgement> judgements = new LinkedHashMap<>();

    /**
     * An evaluation made of a judgement.
     *
     * @param evaluation the evaluation under the id of the judgement
     * @param isComplete whether all is known that it is made of: the span that was judged, those around it up to one that
     *     names agent and task or to the root, and a call of a model
     */
    public record Reading(Evaluation evaluation, boolean isComplete) {}

    /** Whether to add a span would change nothing. */
    public boolean knows(OtlpSpan span) {
        OtlpSpan known = spans.get(span.id());
        return known != null && known.with(span).equals(known);
    }

    /**
     * How an evaluation is to stand: for one that is recorded already, and now known better.
     *
     * @param revision its revision; 0 for the first
     * @param agent the agent under which it is recorded, which cannot change any more; empty when it is not yet
     */
    public record Standing(int revision, String agent) {
        /** How an evaluation stands that is not recorded yet. */
        public static final Standing NEW = new Standing(0, "");
    }

    /** Adds a span; says whether that changed anything. */
    public boolean add(OtlpSpan span) {
        OtlpSpan known = spans.get(span.id());
        OtlpSpan both = known == null ? span : known.with(span);
        spans.put(span.id(), both);
        return !both.equals(known);
    }

    /** Adds a judgement; says whether that changed anything. */
    public boolean add(OtlpJudgement judgement) {
        return judgements.putIfAbsent(judgement.id(), judgement) == null;
    }

    /** How many spans are known. */
    public int spans() {
        return spans.size();
    }

    /** A number that grows with whatever becomes known of the spans, and depends on nothing else. */
    public int known() {
        return spans.values().stream()
                .mapToInt(span -> (span.whole() ? 2 : 1) + span.attributes().size())
                .sum();
    }

    /** About how many characters it takes. */
    long size() {
        return spans.values().stream().mapToLong(OtlpSpan::size).sum()
                + judgements.values().stream().mapToLong(OtlpJudgement::size).sum();
    }

    /** The spans. */
    public List<OtlpSpan> all() {
        return List.copyOf(spans.values());
    }

    /** The judgements, by id. */
    public Map<String, OtlpJudgement> judgements() {
        return Map.copyOf(judgements);
    }

    /** Adds all of another trace. */
    public void addAll(OtlpTrace other) {
        other.spans.values().forEach(this::add);
        other.judgements.values().forEach(this::add);
    }

    /** The evaluations of all judgements, as far as they are known now. */
    List<Evaluation> evaluations(Source source) {
        return judgements.values().stream()
                .map(judgement -> read(judgement, source, Standing.NEW).evaluation())
                .toList();
    }

    /** The evaluation that a judgement comes to, as far as it is known now. */
    public Reading read(OtlpJudgement judgement, Source source, Standing standing) {
        Optional<OtlpSpan> target = target(judgement);
        List<OtlpSpan> around = target.map(this::around).orElse(List.of());
        List<OtlpSpan> within = target.map(this::within).orElse(List.of());
        List<Map<String, Object>> places = new ArrayList<>();
        places.add(judgement.attributes());
        around.forEach(span -> places.add(span.attributes()));
        within.forEach(span -> places.add(span.attributes()));
        OtlpFacts facts = new OtlpFacts(places, source.parseJson());
        Optional<OtlpSpan> call = call(target, within);
        boolean isNamed = facts.agent().isPresent() && facts.task().isPresent();
        boolean isComplete = target.isEmpty()
                ? judgement.trace().isEmpty() && judgement.response().isEmpty()
                : target.get().whole() && (isNamed || endsAtTheRoot(around)) && call.isPresent();
        return new Reading(evaluation(judgement, source, standing, facts, target, call), isComplete);
    }

    private static boolean endsAtTheRoot(List<OtlpSpan> around) {
        OtlpSpan outermost = around.get(around.size() - 1);
        return outermost.whole() && outermost.parent().isEmpty();
    }

    private Optional<OtlpSpan> target(OtlpJudgement judgement) {
        if (!judgement.span().isEmpty()) {
            return Optional.ofNullable(spans.get(judgement.span()));
        }
        if (!judgement.response().isEmpty()) {
            return spans.values().stream()
                    .filter(span -> span.text("gen_ai.response.id").equals(judgement.response()))
                    .findFirst();
        }
        return root();
    }

    /** The span in which all others happened, or of those without a known parent the first. */
    private Optional<OtlpSpan> root() {
        return spans.values().stream()
                .filter(span -> !spans.containsKey(span.parent()) && !span.isEvaluator())
                .min(Comparator.comparing((OtlpSpan span) -> !span.parent().isEmpty())
                        .thenComparing(OtlpSpan::start)
                        .thenComparing(OtlpSpan::id));
    }

    /** A span and those in which it happened, from within outwards. */
    private List<OtlpSpan> around(OtlpSpan span) {
        List<OtlpSpan> around = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (OtlpSpan next = span; next != null && seen.add(next.id()); next = spans.get(next.parent())) {
            around.add(next);
        }
        return around;
    }

    /** What happened within a span, but for the work of critics, in the order of time. */
    private List<OtlpSpan> within(OtlpSpan span) {
        Map<String, List<OtlpSpan>> children = new LinkedHashMap<>();
        spans.values()
                .forEach(child -> children.computeIfAbsent(child.parent(), any -> new ArrayList<>())
                        .add(child));
        List<OtlpSpan> within = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(span.id(), ""));
        List<OtlpSpan> next = children.getOrDefault(span.id(), List.of());
        while (!next.isEmpty()) {
            List<OtlpSpan> deeper = new ArrayList<>();
            for (OtlpSpan child : next) {
                if (!child.isEvaluator() && seen.add(child.id())) {
                    within.add(child);
                    deeper.addAll(children.getOrDefault(child.id(), List.of()));
                }
            }
            next = deeper;
        }
        within.sort(Comparator.comparing(OtlpSpan::start).thenComparing(OtlpSpan::id));
        return within;
    }

    /** The call of a model that knows most of the conversation: the one judged, else the longest within, or in the trace. */
    private Optional<OtlpSpan> call(Optional<OtlpSpan> target, List<OtlpSpan> within) {
        if (target.isEmpty() || target.get().isModelCall()) {
            return target;
        }
        return longest(within).or(() -> root().flatMap(root -> longest(within(root))));
    }

    private static Optional<OtlpSpan> longest(List<OtlpSpan> calls) {
        return calls.stream()
                .filter(OtlpSpan::isModelCall)
                .max(Comparator.comparing((OtlpSpan span) -> OtlpMessages.count(span.attributes()))
                        .thenComparing(OtlpSpan::end)
                        .thenComparing(OtlpSpan::id));
    }

    private static Evaluation evaluation(
            OtlpJudgement judgement,
            Source source,
            Standing standing,
            OtlpFacts facts,
            Optional<OtlpSpan> target,
            Optional<OtlpSpan> call) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        Conversation conversation = conversation(call, source, metadata);
        OtlpVerdict verdict = verdict(judgement, target, call);
        EvaluationBuilder evaluation = Evaluation.of(attempt(judgement, source, standing, facts))
                .id(judgement.id())
                .revision(standing.revision())
                .critic(judgement.critic(), "")
                .outcome(verdict.outcome())
                .success(verdict.success())
                .context(context(facts, target, conversation), facts.tags().toArray(new String[0]))
                .model(model(facts, call))
                .parameters(facts.parameters(call.map(OtlpSpan::attributes).orElse(Map.of())))
                .conversation(conversation)
                .receipt(facts.name("autotrainer.receipt").orElse(""))
                .metadata(metadata);
        verdict.score().ifPresent(evaluation::score);
        advice(judgement, facts, verdict).forEach(evaluation::suggest);
        time(judgement, target).ifPresent(evaluation::occurredAt);
        if (!verdict.reason().isEmpty()) {
            metadata.put("not_measured", verdict.reason());
        }
        metadata.put("otlp", origin(judgement));
        return evaluation.build();
    }

    private static Map<String, Object> origin(OtlpJudgement judgement) {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("trace", judgement.trace());
        origin.put("span", judgement.span());
        if (!judgement.response().isEmpty()) {
            origin.put("response", OtlpText.line(judgement.response(), Limits.NAME));
        }
        origin.putAll(judgement.found());
        return origin;
    }

    private static Attempt attempt(OtlpJudgement judgement, Source source, Standing standing, OtlpFacts facts) {
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

    private static Conversation conversation(Optional<OtlpSpan> call, Source source, Map<String, Object> metadata) {
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
    private static OtlpVerdict verdict(OtlpJudgement judgement, Optional<OtlpSpan> target, Optional<OtlpSpan> call) {
        OtlpVerdict verdict = OtlpVerdict.of(judgement);
        Optional<String> cause = target.flatMap(OtlpFailure::of);
        if (cause.isEmpty() && target.map(OtlpSpan::failed).orElse(false)) {
            cause = call.flatMap(OtlpFailure::of);
        }
        return verdict.outcome() == Outcome.MEASURED && !verdict.success() && cause.isPresent()
                ? verdict.failedBy(cause.get())
                : verdict;
    }

    private static List<String> advice(OtlpJudgement judgement, OtlpFacts facts, OtlpVerdict verdict) {
        List<String> given = facts.suggestions();
        boolean isMeasured = verdict.outcome() == Outcome.MEASURED;
        return !given.isEmpty() || !isMeasured ? given : OtlpAdvice.in(OtlpText.clean(judgement.text("explanation")));
    }

    private static String context(OtlpFacts facts, Optional<OtlpSpan> target, Conversation conversation) {
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

    private static String model(OtlpFacts facts, Optional<OtlpSpan> call) {
        List<String> names = List.of("gen_ai.request.model", "llm.model_name", "gen_ai.response.model");
        return call.flatMap(
                        span -> new OtlpFacts(List.of(span.attributes()), facts.parseJson()).name(names, Limits.NAME))
                .or(() -> facts.name(names, Limits.NAME))
                .orElse("");
    }

    private static Optional<Instant> time(OtlpJudgement judgement, Optional<OtlpSpan> target) {
        long nanos = target.map(OtlpSpan::end).filter(end -> end > 0).orElse(judgement.time());
        return nanos > 0 ? Optional.of(Instant.ofEpochMilli(nanos / 1_000_000)) : Optional.empty();
    }
}
