package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Answered;
import org.autotrainer.domain.journal.Curated;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.LessonsTrained;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Regrouped;
import org.autotrainer.domain.journal.Retracted;
import org.autotrainer.domain.journal.SettingsChanged;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.Part;
import org.autotrainer.domain.learning.Standing;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.relevance.Query;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.Lesson;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.trust.Flag;
import org.autotrainer.domain.trust.Flags;
import org.autotrainer.domain.trust.Quarantine;
import org.autotrainer.domain.trust.Trust;

/**
 * The memory of one agent: a pure fold over the facts of its journal.
 *
 * <p>Folding the same facts in the same order gives the same memory. The cost of a fact does not grow with the number of
 * facts before it. Every fact that can be decoded can be folded: what is not valid is refused before it becomes a fact.
 * Not thread-safe.
 */
public final class AgentMemory {
    /** How many heuristics a source below trusted may bring that nobody else suggested. */
    public static final int MOST_FOREIGN = 50;

    private static final int ENOUGH_CRITICS = 2;
    private static final int ENOUGH_TASKS = 3;

    private final String agent;
    private final AutoTrainer trainer = new AutoTrainer();
    private final Heuristics heuristics;
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Deque<KeptLesson> lessons = new ArrayDeque<>();
    private final Learned learned;
    private final Learner learner;
    private final Credits credits;
    private Settings settings = Settings.PRESET;
    private long position;

    /** An empty memory that tells {@code learned} whatever it learns. */
    public AgentMemory(String agent, Learned learned) {
        this(agent, Map.of(), learned);
    }

    /**
     * An empty memory of an agent for which a person has said which wordings belong together.
     *
     * @param labels by the id of a wording's normal form: those with one label are one heuristic
     */
    public AgentMemory(String agent, Map<String, String> labels, Learned learned) {
        heuristics = new Heuristics(labels);
        this.agent = agent;
        this.learned = learned;
        learner = new Learner(learned::part);
        credits = new Credits(agent, heuristics, learner, learned);
    }

    /**
     * A memory as a store kept it; later facts are folded on top.
     *
     * @param kept what the store kept
     * @throws IllegalArgumentException if it is not whole
     */
    public static AgentMemory restored(String agent, Kept kept, Learned learned) {
        AgentMemory memory = new AgentMemory(agent, kept.labels(), learned);
        kept.heuristics()
                .forEach(heuristic ->
                        memory.heuristics.add(heuristic, kept.evidence().getOrDefault(heuristic.id(), new Evidence())));
        kept.members()
                .forEach((member, heuristic) -> memory.heuristics.join(member, memory.heuristics.find(heuristic)));
        kept.parts().forEach(memory.learner::restore);
        memory.credits.restore(kept.slots());
        memory.decisions.putAll(kept.decisions());
        memory.lessons.addAll(kept.lessons());
        memory.settings = kept.settings();
        return memory;
    }

    /**
     * What a store keeps of a memory.
     *
     * @param heuristics in any order
     * @param evidence by heuristic id
     * @param members other wordings, by the id of their normal form
     * @param labels what a person said of wordings
     * @param parts what was learned from outcomes
     * @param slots the short-term memory
     * @param decisions by suggestion id
     * @param lessons oldest first
     * @param settings of the agent
     */
    public record Kept(
            Collection<Heuristic> heuristics,
            Map<String, Evidence> evidence,
            Map<String, String> members,
            Map<String, String> labels,
            List<Part> parts,
            List<Slot> slots,
            Map<String, Decision> decisions,
            List<KeptLesson> lessons,
            Settings settings) {}

    /** Whose memory it is. */
    public String agent() {
        return agent;
    }

    /** The heuristics, with the evidence on them. */
    public Heuristics heuristics() {
        return heuristics;
    }

    /** The heuristic with the given id. */
    public Optional<Heuristic> heuristic(String id) {
        return heuristics.get(id);
    }

    /** What was learned from outcomes, besides heuristics. */
    public Learner learner() {
        return learner;
    }

    /** A place of the short-term memory, as it stands now. */
    public Slot slot(String name) {
        return credits.slot(name);
    }

    /** How often an attempt was made and judged: one that is made again throws its coins anew. */
    public int episode(Attempt attempt) {
        return credits.episode(attempt);
    }

    /** The newest lessons, oldest first. */
    public List<KeptLesson> lessons() {
        return List.copyOf(lessons);
    }

    /** What a person decided on a suggestion. */
    public Optional<Decision> decision(String suggestion) {
        return Optional.ofNullable(decisions.get(suggestion));
    }

    /** All decisions by suggestion id. */
    public Map<String, Decision> decisions() {
        return Collections.unmodifiableMap(decisions);
    }

    /** How the agent's loop works. */
    public Settings settings() {
        return settings;
    }

    /**
     * Trains on an evaluation and applies what it suggests, without a journal: for memories that nobody keeps.
     *
     * @param at when it is recorded; the evaluation's own time counts more
     */
    public Answer train(Evaluation evaluation, Instant at) {
        return fold(position + 1, at, new Evaluated(evaluation, Source.LOCAL, false, true));
    }

    /**
     * Learns one fact.
     *
     * @param position the fact's position in the journal, from 1
     * @param at when it was recorded; an evaluation's own time counts more
     * @return what the fact led to
     */
    public Answer fold(long position, Instant at, Fact fact) {
        return fold(position, at, Prepared.of(agent, fact));
    }

    /** Learns one fact of this agent that was prepared before; see {@link #fold(long, Instant, Fact)}. */
    public Answer fold(long position, Instant at, Prepared prepared) {
        this.position = position;
        Fact fact = prepared.fact();
        if (fact instanceof Evaluated evaluated) {
            return train(position, at, evaluated, prepared);
        }
        if (fact instanceof LessonKept lesson) {
            keepLesson(position, lesson.evaluation(), lesson.source());
            return Answer.NOTHING;
        }
        if (fact instanceof LessonsTrained run) {
            Proposals proposals = new Proposals(position, run.apply());
            proposals.fromLessons(at);
            return proposals.answer();
        }
        if (fact instanceof Recalled recalled) {
            credits.receive(recalled.receipt(), prepared.receipt(), at, settings.isByScore());
            return Answer.NOTHING;
        }
        if (fact instanceof Decided decided) {
            return decide(at, decided);
        }
        if (fact instanceof HeuristicSet set) {
            set(set, at);
            return Answer.NOTHING;
        }
        if (fact instanceof SettingsChanged changed) {
            changed.values().forEach((name, value) -> {
                settings = settings.with(Map.of(Setting.of(name), value));
                learned.setting(name, value);
            });
            return Answer.NOTHING;
        }
        if (fact instanceof Curated curated) {
            curate(curated, at);
            return Answer.NOTHING;
        }
        if (fact instanceof Answered) {
            return Answer.NOTHING;
        }
        if (fact instanceof Retracted || fact instanceof Regrouped) {
            return Answer.NOTHING; // they say which facts are folded, and how
        }
        throw new AssertionError(fact);
    }

    private void set(HeuristicSet set, Instant at) {
        Source source = set.source();
        if (source.trust() != Trust.BLOCKED) {
            HeuristicUpdate update = new HeuristicUpdate(set.key(), set.text(), "", "");
            put(
                    update,
                    Prepared.heuristicOf(agent, update),
                    0,
                    at,
                    source,
                    (number, it) -> source.isTrusted() ? it : it.suggestedByStranger(source.name(), it.contexts()));
        }
    }

    private void curate(Curated curated, Instant at) {
        int number = heuristics.find(curated.heuristic());
        if (number < 0) {
            return;
        }
        Evidence evidence = heuristics.evidence(number);
        switch (curated.action()) {
            case PIN -> evidence.stand(Standing.PINNED, at, "pinned by a person");
            case RETIRE -> evidence.stand(Standing.RETIRED, at, "retired by a person");
            case RESTORE -> evidence.restore(at, "restored by a person");
            case APPROVE -> evidence.stand(Standing.APPROVED, at, "approved by a person");
        }
        learned.evidence(heuristics.get(number).id());
    }

    private Answer train(long position, Instant at, Evaluated evaluated, Prepared prepared) {
        Proposals proposals = new Proposals(position, evaluated.apply());
        Evaluation evaluation = evaluated.evaluation();
        Instant seen = evaluation.occurredAt().orElse(at);
        proposals.credit = evaluation.receipt().isEmpty() ? Optional.empty() : Optional.of(Credit.UNJUDGED);
        if (evaluated.source().trust() == Trust.BLOCKED) {
            return proposals.answer();
        }
        if (evaluation.isMeasured()) {
            Credits.Credited credited = credits.judge(evaluation, seen, settings.isByScore());
            proposals.credit = credited.credit();
            boolean knowsMore = !credited.context().equals(evaluation.context());
            proposals.fromEvaluation(
                    evaluation.critic().id(),
                    evaluated.source(),
                    knowsMore ? Prepared.of(agent, evaluated, credited.context()) : prepared,
                    credited.shown(),
                    seen);
        }
        if (evaluated.withLessons()) {
            proposals.fromLessons(seen);
        }
        keepLesson(position, evaluation, evaluated.source());
        return proposals.answer();
    }

    /** Keeps a lesson to draw on, if its source is trusted. */
    private void keepLesson(long position, Evaluation evaluation, Source source) {
        if (!evaluation.isMeasured() || !source.isTrusted()) {
            return;
        }
        Lesson lesson = Lesson.of(evaluation);
        int kept = Math.min(AutoTrainer.HEURISTICS_PER_LESSON, lesson.advice().size());
        lessons.addLast(new KeptLesson(
                position, new Lesson(lesson.taskId(), lesson.advice().subList(0, kept))));
        if (lessons.size() > AutoTrainer.LESSONS) {
            lessons.removeFirst();
        }
        learned.lessons(lessons());
    }

    private Answer decide(Instant at, Decided decided) {
        TrainingSuggestion suggestion = decided.suggestion();
        String id = suggestion.id(agent);
        decisions.put(id, decided.decision());
        learned.decided(id, decided.decision());
        if (decided.decision() == Decision.APPLIED && suggestion instanceof HeuristicUpdate update) {
            boolean supported = update.reason().equals(AutoTrainer.FROM_EVALUATION);
            long task = Support.hash(update.sourceTaskId());
            put(
                    update,
                    Prepared.heuristicOf(agent, update),
                    0,
                    at,
                    Source.LOCAL,
                    (number, heuristic) -> supported
                            ? heuristic.supportedBy(heuristic.support().with(task))
                            : heuristic);
        }
        return Answer.NOTHING;
    }

    /** A heuristic that was set, and what that did to it. */
    private record Landed(String heuristic, Proposed.Effect effect) {}

    /** Sets a key, founding its heuristic where nothing says the same yet. */
    private Landed put(HeuristicUpdate update, String id, int ordinal, Instant at, Source source, Change change) {
        Proposed.Effect effect = Proposed.Effect.NONE;
        String heuristic = "";
        if (!id.isEmpty()) {
            int known = number(id, update.text(), source.isTrusted());
            Heuristic before = known < 0 ? Heuristic.founded(id, update.text()) : heuristics.get(known);
            Heuristic after = change.of(known, before).setUnder(update.key(), at);
            if (known < 0) {
                heuristics.add(after, new Evidence());
                hold(after, source, at);
            } else {
                heuristics.put(known, after);
                corroborate(known, after, at);
            }
            learned.heuristic(after);
            heuristic = after.id();
            boolean moreTasks = after.support().tasks() > before.support().tasks();
            effect =
                    known < 0 ? Proposed.Effect.FOUNDED : moreTasks ? Proposed.Effect.REINFORCED : Proposed.Effect.NONE;
        }
        learned.key(new HeuristicKey(
                update.key(), update.text(), heuristic, update.sourceTaskId(), update.reason(), position, ordinal));
        return new Landed(heuristic, effect);
    }

    /** The heuristic of a text: the one with its normal form, or one that says the same in other words. */
    private int number(String id, String text, boolean trusted) {
        int known = heuristics.find(id);
        if (known >= 0) {
            return known;
        }
        int home = heuristics.home(id, text, trusted);
        if (home >= 0) {
            heuristics.join(id, home);
            learned.member(id, heuristics.get(home).id(), text);
        }
        return home;
    }

    /** Holds back a heuristic whose text or source asks for a person's look. */
    private void hold(Heuristic heuristic, Source source, Instant at) {
        Set<Flag> flags = Flags.of(heuristic.text());
        if (Quarantine.holds(source.trust(), flags)) {
            String why = source.isTrusted()
                    ? flags.stream().map(Flag::word).collect(Collectors.joining(", "))
                    : source.trust().word() + " source " + source.name();
            evidence(heuristic).stand(Standing.QUARANTINED, at, "held back: " + why);
            learned.evidence(heuristic.id());
        }
    }

    /** Lets a heuristic in that was held back, once enough trusted critics have said the same in enough tasks. */
    private void corroborate(int number, Heuristic heuristic, Instant at) {
        Evidence evidence = heuristics.evidence(number);
        int critics = heuristic.critics().size();
        int tasks = heuristic.support().tasks();
        if (evidence.standing() == Standing.QUARANTINED && critics >= ENOUGH_CRITICS && tasks >= ENOUGH_TASKS) {
            evidence.stand(
                    Standing.APPROVED, at, "suggested by " + critics + " trusted critics in " + tasks + " tasks");
            learned.evidence(heuristic.id());
        }
    }

    private Evidence evidence(Heuristic heuristic) {
        return heuristics.evidence(heuristics.find(heuristic.id()));
    }

    /** What becomes of a heuristic, with its number, or a number below 0 when it is new. */
    private interface Change {
        Heuristic of(int number, Heuristic before);
    }

    /** Collects the suggestions of one fact and carries out what is to be applied. */
    private final class Proposals {
        private Source source = Source.LOCAL;
        private final long position;
        private final boolean apply;
        private final List<Proposed> proposed = new ArrayList<>();
        private List<Long> lessonPositions = List.of();
        private Optional<Credit> credit = Optional.empty();

        Proposals(long position, boolean apply) {
            this.position = position;
            this.apply = apply;
        }

        Answer answer() {
            return new Answer(proposed, lessonPositions, credit);
        }

        void fromEvaluation(String critic, Source from, Prepared prepared, Set<Integer> shown, Instant at) {
            source = from;
            if (prepared.pieces().isEmpty()) {
                return;
            }
            Query query = heuristics.index().query(prepared.terms());
            Set<String> said = new HashSet<>();
            for (Prepared.Piece piece : prepared.pieces()) {
                propose(piece, at, (number, heuristic) -> {
                    if (!from.isTrusted()) {
                        ContextTerms contexts = heuristic.contexts();
                        boolean isFirst = heuristic.suggestedInAll() == 0;
                        return heuristic.suggestedByStranger(
                                from.name(),
                                isFirst ? contexts.with(piece.terms(), heuristics.index()::shared) : contexts);
                    }
                    if (shown.contains(number) || !said.add(heuristic.id())) {
                        return heuristic;
                    }
                    boolean isAgain = number >= 0 && heuristic.support().tasks() > 0;
                    if (isAgain && !query.terms().isEmpty()) {
                        suggestedAgain(number, query);
                    }
                    return heuristic.suggestedBy(
                            critic,
                            heuristic.support().with(prepared.task()),
                            heuristic.contexts().with(piece.terms(), heuristics.index()::shared));
                });
            }
        }

        private void suggestedAgain(int number, Query query) {
            Evidence evidence = heuristics.evidence(number);
            learner.suggestedAgain(evidence, heuristics.index().coverage(query, number));
            heuristics.index().self(number, evidence.selfSum(), evidence.selfCount());
            learned.evidence(heuristics.get(number).id());
        }

        void fromLessons(Instant at) {
            source = Source.LOCAL;
            List<KeptLesson> kept = lessons();
            lessonPositions = kept.stream().map(KeptLesson::position).toList();
            List<Lesson> newest = kept.stream().map(KeptLesson::lesson).toList();
            for (TrainingSuggestion suggestion : trainer.suggestFromLessons(newest)) {
                propose(Prepared.Piece.of(agent, suggestion, Map.of()), at, (number, heuristic) -> heuristic);
            }
        }

        /** Whether a source below trusted has brought as many heuristics as it may that nobody else suggested. */
        private boolean isTooMuch(Prepared.Piece piece) {
            return !source.isTrusted()
                    && !piece.heuristic().isEmpty()
                    && heuristics.find(piece.heuristic()) < 0
                    && heuristics.foreign(source.name()) >= MOST_FOREIGN;
        }

        private void propose(Prepared.Piece piece, Instant at, Change change) {
            String id = piece.id();
            TrainingSuggestion suggestion = piece.suggestion();
            Decision decision = decisions.get(id);
            Setting.Mode mode = settings.mode(suggestion.kind());
            Landed landed = new Landed("", Proposed.Effect.NONE);
            Status status = Status.PENDING;
            if (decision == Decision.DISMISSED) {
                status = Status.DISMISSED;
            } else if (mode == Setting.Mode.OBSERVE || isTooMuch(piece)) {
                status = Status.OBSERVED;
            } else if (suggestion instanceof HeuristicUpdate update) {
                if (apply && mode == Setting.Mode.AUTO) {
                    status = Status.APPLIED;
                    landed = put(update, piece.heuristic(), proposed.size(), at, source, change);
                }
            } else if (decision == Decision.APPLIED) {
                status = Status.APPLIED;
            }
            boolean isKept = status == Status.PENDING || !(suggestion instanceof HeuristicUpdate);
            if (isKept && status != Status.OBSERVED) {
                learned.suggested(new Suggested(id, suggestion, position, proposed.size()));
            }
            proposed.add(new Proposed(id, suggestion, status, landed.effect(), landed.heuristic()));
        }
    }
}
