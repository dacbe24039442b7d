package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.autotrainer.application.spi.EvaluationFormat.Source;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * The spans of one trace, and what critics found about them, from which evaluations are made.
 *
 * <p>It makes no difference in which order they come, or how often. Not thread-safe.
 */
public final class OtlpTrace {

    private final Map<String, OtlpSpan> spans = new LinkedHashMap<>();
    private final Map<String, OtlpJudgement> judgements = new LinkedHashMap<>();

    /**
     * An evaluation made of a judgement.
     *
     * @param making makes the evaluation, under the id of the judgement
     * @param isComplete whether all is known that it is made of: the span that was judged, those around it up to one that
     *     names agent and task or to the root, and a call of a model
     */
    public record Reading(Supplier<Evaluation> making, boolean isComplete) {
        /** The evaluation, which is made when it is asked for: that takes longer than to see whether it is complete. */
        public Evaluation evaluation() {
            return making.get();
        }
    }

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
        OtlpEvaluation making = new OtlpEvaluation(judgement, source, standing, facts, target, call);
        return new Reading(making::build, isComplete);
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
}
