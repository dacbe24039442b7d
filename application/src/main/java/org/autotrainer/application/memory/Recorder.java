package org.autotrainer.application.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.request.Guard;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Answered;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.memory.Answer;

/**
 * Records evaluations in the journal and trains on them: each once, whatever how often it is brought. Thread-safe.
 */
public final class Recorder {
    private final Memories memories;
    private final InstantSource clock;
    private final Guard guard;

    /** A recorder that takes the time from a clock. */
    public Recorder(Memories memories, InstantSource clock) {
        this(memories, clock, Guard.NONE);
    }

    private Recorder(Memories memories, InstantSource clock, Guard guard) {
        this.memories = memories;
        this.clock = clock;
        this.guard = guard;
    }

    /** The same recorder for one request, with a guard over its write. */
    public Recorder guarded(Guard over) {
        return new Recorder(memories, clock, over);
    }

    /** Refuses a write whose caller has seen something else than there is now; see {@link Guard#check}. */
    public void check(Supplier<?> now) {
        guard.check(now);
    }

    /**
     * Keeps what a request is answered beside its write, if it has a key: the last thing that the work of a write does.
     *
     * @throws AutoTrainerException {@link Problem#CONFLICT} if another request with that key was there first, just now
     */
    public <T> T answered(Writing writing, String agent, T response) {
        guard.once().ifPresent(once -> {
            if (writing.transaction().newest(agent, FactKind.ANSWER, once.id()).isPresent()) {
                throw new AutoTrainerException(
                        Problem.CONFLICT, "another request with this key was under way; send it again for its answer");
            }
            Answered fact =
                    new Answered(once.id(), once.request(), once.answer().apply(response));
            writing.of(agent).append(writing.transaction(), fact, now());
        });
        return response;
    }

    /** The same recorder over other memories. */
    public Recorder over(Memories others) {
        return new Recorder(others, clock, guard);
    }

    /** What became of an evaluation. */
    public enum Change {
        /** It was new, or corrected an older one. */
        RECORDED,
        /** It was known already: nothing changed. */
        UNCHANGED,
        /** Its id is known with other content, or by a source that it may not correct. */
        CONFLICT
    }

    /**
     * An evaluation under its id, ready to be recorded: made on the caller's thread, since that takes longer than most of
     * what a transaction does.
     */
    public static final class Ready {
        private final Evaluation evaluation;
        private final boolean derived;
        private final Source source;
        private final Draft draft;

        private Ready(Evaluation evaluation, boolean derived, Source source, boolean withLessons, boolean apply) {
            this.evaluation = evaluation;
            this.derived = derived;
            this.source = source;
            draft = Draft.of(agent(), new Evaluated(evaluation, source, withLessons, apply));
        }

        /**
         * Makes an evaluation ready; without an id it gets the one of its content.
         *
         * @param source where it came from
         * @param withLessons whether the lessons before it are trained on too
         * @param apply whether heuristic updates are applied, or only suggested
         */
        public static Ready of(Evaluation evaluation, Source source, boolean withLessons, boolean apply) {
            return evaluation.id().isEmpty()
                    ? new Ready(evaluation.withId(FactCodec.contentId(evaluation)), true, source, withLessons, apply)
                    : new Ready(evaluation, false, source, withLessons, apply);
        }

        /** The evaluation under its id. */
        public Evaluation evaluation() {
            return evaluation;
        }

        /** Whether the id was derived from the content, since the evaluation brought none. */
        public boolean isDerived() {
            return derived;
        }

        private String agent() {
            return evaluation.attempt().agent();
        }
    }

    /**
     * An evaluation and what became of it.
     *
     * @param evaluation the evaluation under its id
     * @param change what became of it
     * @param answer what it led to: now, or when it was recorded first; nothing on a conflict
     * @param conflict what a conflict is told as; empty for none
     */
    public record Recorded(Evaluation evaluation, Change change, Answer answer, String conflict) {
        private static Recorded conflicting(Evaluation evaluation, String why) {
            return new Recorded(evaluation, Change.CONFLICT, Answer.NOTHING, "evaluation " + evaluation.id() + why);
        }
    }

    /**
     * Checks what an evaluation needs to be trained on.
     *
     * @throws InvalidValueException if it names no task
     */
    public static void checkTask(Evaluation evaluation) {
        if (evaluation.attempt().taskId().isBlank()) {
            throw new InvalidValueException("task_id is missing; an evaluation names the task that was judged");
        }
    }

    /**
     * Checks that the agent of an evaluation can be reached from here.
     *
     * @throws AutoTrainerException {@link Problem#FORBIDDEN} if it cannot
     */
    public void checkReach(Evaluation evaluation) {
        memories.requireReach(evaluation.attempt().agent());
    }

    /**
     * Records one evaluation.
     *
     * @param respond what is answered to it
     * @throws AutoTrainerException {@link Problem#CONFLICT} if its id is known with other content
     */
    public <T> T record(Ready ready, Function<Recorded, T> respond) {
        Recorded recorded = record(List.of(ready), (writing, all) -> {
                    if (guard.once().isPresent() && all.get(0).change() != Change.CONFLICT) {
                        answered(writing, ready.agent(), respond.apply(all.get(0)));
                    }
                })
                .get(0);
        if (recorded.change() == Change.CONFLICT) {
            throw new AutoTrainerException(Problem.CONFLICT, recorded.conflict());
        }
        return respond.apply(recorded);
    }

    /** Records evaluations in order, all in one transaction. */
    public List<Recorded> record(List<Ready> evaluations) {
        return record(evaluations, (writing, all) -> {});
    }

    private List<Recorded> record(List<Ready> evaluations, BiConsumer<Writing, List<Recorded>> then) {
        if (evaluations.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        evaluations.forEach(ready ->
                ids.computeIfAbsent(ready.agent(), any -> new HashSet<>()).add(ready.evaluation.id()));
        Function<Writing, List<Recorded>> work = writing -> {
            Instant now = now();
            Map<String, Map<String, Entry>> known = new HashMap<>();
            List<Recorded> recorded = new ArrayList<>(evaluations.size());
            for (Ready ready : evaluations) {
                Map<String, Entry> its = known.computeIfAbsent(
                        ready.agent(),
                        agent -> new HashMap<>(writing.transaction()
                                .newest(agent, FactKind.EVALUATION, ids.getOrDefault(agent, Set.of()))));
                recorded.add(record(writing, ready, its, now));
            }
            then.accept(writing, recorded);
            return recorded;
        };
        return evaluations.size() > 1 ? memories.writeMany(ids.keySet(), work) : memories.write(ids.keySet(), work);
    }

    /** The time, as precise as a store keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Records one evaluation; the newest facts of its agent with the ids in question are known. */
    private static Recorded record(Writing writing, Ready ready, Map<String, Entry> facts, Instant now) {
        Evaluation evaluation = ready.evaluation;
        Transaction transaction = writing.transaction();
        Resident memory = writing.of(ready.agent());
        Entry known = facts.get(evaluation.id());
        if (known == null || evaluation.revision() > known.revision()) {
            if (known != null && !ready.source.isTrusted() && !isOwn(ready, known)) {
                return Recorded.conflicting(
                        evaluation, " was brought by another source; one below trusted corrects its own alone");
            }
            Resident.Appended appended = known == null
                    ? memory.append(transaction, ready.draft, now)
                    : memory.revise(transaction, ready.draft, now);
            facts.put(evaluation.id(), appended.entry());
            return new Recorded(evaluation, Change.RECORDED, appended.answer(), "");
        }
        Answer answer = ShortAnswer.whole(ready.agent(), known, transaction);
        boolean superseded = evaluation.revision() < known.revision();
        boolean same = ready.derived || superseded || isSame(evaluation, known);
        return same
                ? new Recorded(evaluation, Change.UNCHANGED, answer, "")
                : Recorded.conflicting(
                        evaluation,
                        " is recorded with other content; to correct it, give a higher revision than "
                                + evaluation.revision());
    }

    /** Whether what is known came by the same source: the others' a stranger could make untold otherwise. */
    private static boolean isOwn(Ready ready, Entry known) {
        return known.fact(ready.agent()) instanceof Evaluated evaluated
                && evaluated.source().name().equals(ready.source.name());
    }

    private static boolean isSame(Evaluation evaluation, Entry known) {
        return known.fact(evaluation.attempt().agent()) instanceof Evaluated evaluated
                && evaluated.evaluation().equals(evaluation);
    }
}
