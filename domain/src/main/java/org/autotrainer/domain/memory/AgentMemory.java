package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
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
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.Lesson;
import org.autotrainer.domain.training.TrainingSuggestion;
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

    private final String agent;
    private final AutoTrainer trainer = new AutoTrainer();
    private final Heuristics heuristics;
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Lessons lessons;
    private final Learned learned;
    private final Learner learner;
    private final Credits credits;
    private final Intake intake;
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
        lessons = new Lessons(learned);
        intake = new Intake(heuristics, learned);
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
        memory.lessons.restore(kept.lessons());
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
        return lessons.newest();
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
     * @throws InvalidValueException if the evaluation is of another agent
     */
    public Answer train(Evaluation evaluation, Instant at) {
        String whose = evaluation.attempt().agent();
        if (!whose.equals(agent)) {
            throw new InvalidValueException(
                    "the evaluation is of agent \"" + whose + "\"; allowed in this memory is \"" + agent + "\"");
        }
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
            return train(at, evaluated, prepared);
        }
        if (fact instanceof LessonKept lesson) {
            lessons.keep(position, lesson.evaluation(), lesson.source());
            return Answer.NOTHING;
        }
        if (fact instanceof LessonsTrained run) {
            Proposals proposals = proposals(at, run.apply());
            return proposals.answer(fromLessons(proposals), Optional.empty());
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
            set(
                    new HeuristicUpdate(set.key(), set.text(), "", ""),
                    source,
                    at,
                    (number, it) -> source.isTrusted() ? it : it.suggestedByStranger(source.name(), it.contexts()));
        }
    }

    private void set(HeuristicUpdate update, Source source, Instant at, Intake.Change change) {
        Intake.Place place = new Intake.Place(position, 0, at);
        intake.set(update, Prepared.heuristicOf(agent, update), source, place, change);
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

    private Answer train(Instant at, Evaluated evaluated, Prepared prepared) {
        Evaluation evaluation = evaluated.evaluation();
        Instant seen = evaluation.occurredAt().orElse(at);
        Proposals proposals = proposals(seen, evaluated.apply());
        Optional<Credit> credit = evaluation.receipt().isEmpty() ? Optional.empty() : Optional.of(Credit.UNJUDGED);
        if (evaluated.source().trust() == Trust.BLOCKED) {
            return proposals.answer(List.of(), credit);
        }
        if (evaluation.isMeasured()) {
            Credits.Credited credited = credits.judge(evaluation, seen, settings.isByScore());
            credit = credited.credit();
            boolean knowsMore = !credited.context().equals(evaluation.context());
            fromEvaluation(
                    proposals,
                    evaluated,
                    knowsMore ? Prepared.of(agent, evaluated, credited.context()) : prepared,
                    credited.shown());
        }
        List<Long> drawnOn = evaluated.withLessons() ? fromLessons(proposals) : List.of();
        lessons.keep(position, evaluation, evaluated.source());
        return proposals.answer(drawnOn, credit);
    }

    private Proposals proposals(Instant at, boolean apply) {
        return new Proposals(intake, learned, decisions, settings, position, at, apply);
    }

    /** Proposes what an evaluation suggests by itself. */
    private void fromEvaluation(Proposals proposals, Evaluated evaluated, Prepared prepared, Set<Integer> shown) {
        if (prepared.pieces().isEmpty()) {
            return;
        }
        String critic = evaluated.evaluation().critic().id();
        Source source = evaluated.source();
        Endorsement endorsement = new Endorsement(heuristics, learner, learned, critic, source, prepared, shown);
        prepared.pieces().forEach(piece -> proposals.add(piece, source, endorsement.of(piece)));
    }

    /** Proposes what the lessons before this fact suggest; answers their positions. */
    private List<Long> fromLessons(Proposals proposals) {
        List<KeptLesson> kept = lessons.newest();
        List<Lesson> newest = kept.stream().map(KeptLesson::lesson).toList();
        for (TrainingSuggestion suggestion : trainer.suggestFromLessons(newest)) {
            proposals.add(Prepared.Piece.of(agent, suggestion, Map.of()), Source.LOCAL, Intake.Change.NONE);
        }
        return kept.stream().map(KeptLesson::position).toList();
    }

    private Answer decide(Instant at, Decided decided) {
        TrainingSuggestion suggestion = decided.suggestion();
        String id = suggestion.id(agent);
        decisions.put(id, decided.decision());
        learned.decided(id, decided.decision());
        if (decided.decision() == Decision.APPLIED && suggestion instanceof HeuristicUpdate update) {
            boolean supported = update.reason().equals(AutoTrainer.FROM_EVALUATION);
            long task = Support.hash(update.sourceTaskId());
            set(
                    update,
                    Source.LOCAL,
                    at,
                    (number, heuristic) -> supported
                            ? heuristic.supportedBy(heuristic.support().with(task))
                            : heuristic);
        }
        return Answer.NOTHING;
    }
}
