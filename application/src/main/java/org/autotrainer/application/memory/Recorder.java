package org.autotrainer.application.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Entry;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.memory.Answer;

/**
 * Records evaluations in the journal and trains on them: each once, whatever how often it is brought. Thread-safe.
 */
public final class Recorder {
    private final Memories memories;
    private final InstantSource clock;

    /** A recorder that takes the time from a clock. */
    public Recorder(Memories memories, InstantSource clock) {
        this.memories = memories;
        this.clock = clock;
    }

    /** What became of an evaluation. */
    public enum Change {
        /** It was new, or corrected an older one. */
        RECORDED,
        /** It was known already: nothing changed. */
        UNCHANGED,
        /** Its id is known with other content. */
        CONFLICT
    }

    /**
     * An evaluation under its id.
     *
     * @param derived whether the id was derived from the content, since the evaluation brought none
     */
    public record Named(Evaluation evaluation, boolean derived) {
        /** Gives an evaluation without an id the one of its content. */
        public static Named of(Evaluation evaluation) {
            return evaluation.id().isEmpty()
                    ? new Named(evaluation.withId(FactCodec.contentId(evaluation)), true)
                    : new Named(evaluation, false);
        }
    }

    /**
     * An evaluation and what became of it.
     *
     * @param evaluation the evaluation under its id
     * @param change what became of it
     * @param answer what it led to: now, or when it was recorded first; nothing on a conflict
     */
    public record Recorded(Evaluation evaluation, Change change, Answer answer) {
        /** What a conflict is told as. */
        public String conflict() {
            return "evaluation " + evaluation.id()
                    + " is recorded with other content; to correct it, give a higher revision than "
                    + evaluation.revision();
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
     * Records evaluations in order, all in one transaction.
     *
     * @param withLessons whether the lessons before each are trained on too
     * @param apply whether heuristic updates are applied, or only suggested
     */
    public List<Recorded> record(List<Named> evaluations, boolean withLessons, boolean apply) {
        Set<String> agents = evaluations.stream()
                .map(named -> named.evaluation().attempt().agent())
                .collect(Collectors.toSet());
        if (agents.isEmpty()) {
            return List.of();
        }
        return memories.write(agents, writing -> {
            Instant now = now();
            List<Recorded> recorded = new ArrayList<>(evaluations.size());
            for (Named evaluation : evaluations) {
                recorded.add(record(writing, evaluation, withLessons, apply, now));
            }
            return recorded;
        });
    }

    /** The time, as precise as a store keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Recorded record(Memories.Writing writing, Named named, boolean withLessons, boolean apply, Instant now) {
        Evaluation evaluation = named.evaluation();
        String agent = evaluation.attempt().agent();
        Resident memory = writing.of(agent);
        Optional<Entry> known = writing.transaction().entry(agent, FactKind.EVALUATION, evaluation.id());
        Evaluated fact = new Evaluated(evaluation, withLessons, apply);
        if (known.isEmpty()) {
            return new Recorded(evaluation, Change.RECORDED, memory.append(writing.transaction(), fact, now));
        }
        if (evaluation.revision() > known.get().revision()) {
            return new Recorded(evaluation, Change.RECORDED, memory.revise(writing.transaction(), fact, now));
        }
        Answer answer = ShortAnswer.whole(agent, known.get(), writing.transaction());
        boolean superseded = evaluation.revision() < known.get().revision();
        boolean same = named.derived() || superseded || isSame(evaluation, known.get());
        return new Recorded(evaluation, same ? Change.UNCHANGED : Change.CONFLICT, same ? answer : Answer.NOTHING);
    }

    private static boolean isSame(Evaluation evaluation, Entry known) {
        return known.fact(evaluation.attempt().agent()) instanceof Evaluated evaluated
                && evaluated.evaluation().equals(evaluation);
    }
}
