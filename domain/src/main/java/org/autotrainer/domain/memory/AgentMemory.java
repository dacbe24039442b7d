package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.LessonsTrained;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.SettingsChanged;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.Lesson;
import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * The memory of one agent: a pure fold over the facts of its journal.
 *
 * <p>Folding the same facts in the same order gives the same memory. The cost of a fact does not grow with the number of
 * facts before it. Every fact that can be decoded can be folded: what is not valid is refused before it becomes a fact.
 * Not thread-safe.
 */
public final class AgentMemory {
    private final String agent;
    private final AutoTrainer trainer = new AutoTrainer();
    private final Map<String, Heuristic> heuristics = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Deque<KeptLesson> lessons = new ArrayDeque<>();
    private final List<Consumer<Heuristic>> watchers = new ArrayList<>();
    private final Learned learned;
    private Settings settings = Settings.PRESET;
    private long position;

    /** An empty memory that tells {@code learned} whatever it learns. */
    public AgentMemory(String agent, Learned learned) {
        this.agent = agent;
        this.learned = learned;
    }

    /** A memory as a store kept it; later facts are folded on top. */
    public static AgentMemory restored(
            String agent,
            Collection<Heuristic> heuristics,
            Map<String, Decision> decisions,
            List<KeptLesson> lessons,
            Settings settings,
            Learned learned) {
        AgentMemory memory = new AgentMemory(agent, learned);
        heuristics.forEach(heuristic -> memory.heuristics.put(heuristic.id(), heuristic));
        memory.decisions.putAll(decisions);
        memory.lessons.addAll(lessons);
        memory.settings = settings;
        return memory;
    }

    /** Whose memory it is. */
    public String agent() {
        return agent;
    }

    /** All heuristics, in no order. */
    public Collection<Heuristic> heuristics() {
        return Collections.unmodifiableCollection(heuristics.values());
    }

    /** The heuristic with the given id. */
    public Optional<Heuristic> heuristic(String id) {
        return Optional.ofNullable(heuristics.get(id));
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

    /** Shows the watcher every heuristic, and from then on each one that is new or changes. */
    public void watch(Consumer<Heuristic> watcher) {
        heuristics.values().stream()
                .sorted(java.util.Comparator.comparing(Heuristic::id))
                .forEach(watcher);
        watchers.add(watcher);
    }

    /**
     * Trains on an evaluation and applies what it suggests, without a journal: for memories that nobody keeps.
     *
     * @param at when it is recorded; the evaluation's own time counts more
     */
    public Answer train(Evaluation evaluation, Instant at) {
        return fold(position + 1, at, new Evaluated(evaluation, false, true));
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
            keepLesson(position, lesson.evaluation());
            return Answer.NOTHING;
        }
        if (fact instanceof LessonsTrained run) {
            Proposals proposals = new Proposals(position, run.apply());
            proposals.fromLessons(at);
            return proposals.answer();
        }
        if (fact instanceof Recalled recalled) {
            recalled.receipt().shown().stream()
                    .map(Receipt.Shown::heuristic)
                    .distinct()
                    .forEach(this::show);
            return Answer.NOTHING;
        }
        if (fact instanceof Decided decided) {
            return decide(position, at, decided);
        }
        if (fact instanceof HeuristicSet set) {
            HeuristicUpdate update = new HeuristicUpdate(set.key(), set.text(), "", "");
            put(update, Prepared.heuristicOf(agent, update), position, at, heuristic -> heuristic);
            return Answer.NOTHING;
        }
        if (fact instanceof SettingsChanged changed) {
            changed.values().forEach((name, value) -> {
                settings = settings.with(Map.of(Setting.of(name), value));
                learned.setting(name, value);
            });
            return Answer.NOTHING;
        }
        throw new AssertionError(fact);
    }

    private Answer train(long position, Instant at, Evaluated evaluated, Prepared prepared) {
        Proposals proposals = new Proposals(position, evaluated.apply());
        Evaluation evaluation = evaluated.evaluation();
        Instant seen = evaluation.occurredAt().orElse(at);
        proposals.fromEvaluation(evaluation.critic().id(), prepared, seen);
        if (evaluated.withLessons()) {
            proposals.fromLessons(seen);
        }
        keepLesson(position, evaluation);
        return proposals.answer();
    }

    private void keepLesson(long position, Evaluation evaluation) {
        if (!evaluation.isMeasured()) {
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

    private Answer decide(long position, Instant at, Decided decided) {
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
                    position,
                    at,
                    heuristic -> supported
                            ? heuristic.supportedBy(heuristic.support().with(task))
                            : heuristic);
        }
        return Answer.NOTHING;
    }

    private void show(String id) {
        Heuristic heuristic = heuristics.get(id);
        if (heuristic != null) {
            changed(heuristic.shownOnce());
        }
    }

    /** A heuristic that was set, and what that did to it. */
    private record Landed(String heuristic, Proposed.Effect effect) {}

    /** Sets a key, founding its heuristic where the text is new. */
    private Landed put(HeuristicUpdate update, String id, long position, Instant at, UnaryOperator<Heuristic> change) {
        Proposed.Effect effect = Proposed.Effect.NONE;
        if (!id.isEmpty()) {
            Heuristic known = heuristics.get(id);
            Heuristic before = known == null ? Heuristic.founded(id, update.text()) : known;
            Heuristic after = change.apply(before).setUnder(update.key(), at);
            changed(after);
            boolean moreTasks = after.support().tasks() > before.support().tasks();
            effect = known == null
                    ? Proposed.Effect.FOUNDED
                    : moreTasks ? Proposed.Effect.REINFORCED : Proposed.Effect.NONE;
        }
        learned.key(
                new HeuristicKey(update.key(), update.text(), id, update.sourceTaskId(), update.reason(), position));
        return new Landed(id, effect);
    }

    private void changed(Heuristic heuristic) {
        heuristics.put(heuristic.id(), heuristic);
        learned.heuristic(heuristic);
        for (Consumer<Heuristic> watcher : watchers) {
            watcher.accept(heuristic);
        }
    }

    /** Collects the suggestions of one fact and carries out what is to be applied. */
    private final class Proposals {
        private final long position;
        private final boolean apply;
        private final List<Proposed> proposed = new ArrayList<>();
        private List<Long> lessonPositions = List.of();

        Proposals(long position, boolean apply) {
            this.position = position;
            this.apply = apply;
        }

        Answer answer() {
            return new Answer(proposed, lessonPositions);
        }

        void fromEvaluation(String critic, Prepared prepared, Instant at) {
            for (Prepared.Piece piece : prepared.pieces()) {
                propose(piece, at, heuristic -> {
                    Support support = heuristic.support().with(prepared.task());
                    boolean isNew = support.tasks() > heuristic.support().tasks();
                    ContextTerms contexts = heuristic.contexts();
                    return heuristic.suggestedBy(critic, support, isNew ? contexts.with(piece.terms()) : contexts);
                });
            }
        }

        void fromLessons(Instant at) {
            List<KeptLesson> kept = lessons();
            lessonPositions = kept.stream().map(KeptLesson::position).toList();
            List<Lesson> newest = kept.stream().map(KeptLesson::lesson).toList();
            for (TrainingSuggestion suggestion : trainer.suggestFromLessons(newest)) {
                propose(Prepared.Piece.of(agent, suggestion, Map.of()), at, heuristic -> heuristic);
            }
        }

        private void propose(Prepared.Piece piece, Instant at, UnaryOperator<Heuristic> change) {
            String id = piece.id();
            TrainingSuggestion suggestion = piece.suggestion();
            Decision decision = decisions.get(id);
            Setting.Mode mode = settings.mode(suggestion.kind());
            Landed landed = new Landed("", Proposed.Effect.NONE);
            Status status = Status.PENDING;
            if (decision == Decision.DISMISSED) {
                status = Status.DISMISSED;
            } else if (mode == Setting.Mode.OBSERVE) {
                status = Status.OBSERVED;
            } else if (suggestion instanceof HeuristicUpdate update) {
                if (apply && mode == Setting.Mode.AUTO) {
                    status = Status.APPLIED;
                    landed = put(update, piece.heuristic(), position, at, change);
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
