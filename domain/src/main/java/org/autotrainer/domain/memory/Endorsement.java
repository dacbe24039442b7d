package org.autotrainer.domain.memory;

import java.util.HashSet;
import java.util.Set;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.relevance.Query;

/**
 * What one evaluation's word does to the heuristics that it suggests: support, who said it, and the tasks that they are for.
 * Working state of the fold.
 */
final class Endorsement {
    private final Heuristics heuristics;
    private final Learner learner;
    private final Learned learned;
    private final String critic;
    private final Source source;
    private final long task;
    private final Set<Integer> shown;
    private final Query query;
    private final Set<String> said = new HashSet<>();

    /**
     * The word of an evaluation.
     *
     * @param prepared the evaluation
     * @param shown the numbers of the heuristics that its attempt was shown: to repeat them adds nothing
     */
    Endorsement(
            Heuristics heuristics,
            Learner learner,
            Learned learned,
            String critic,
            Source source,
            Prepared prepared,
            Set<Integer> shown) {
        this.heuristics = heuristics;
        this.learner = learner;
        this.learned = learned;
        this.critic = critic;
        this.source = source;
        this.shown = shown;
        task = prepared.task();
        query = heuristics.index().query(prepared.terms());
    }

    /** What becomes of the heuristic that one of its suggestions is about. */
    Intake.Change of(Prepared.Piece piece) {
        return (number, heuristic) ->
                source.isTrusted() ? suggested(piece, number, heuristic) : suggestedByStranger(piece, heuristic);
    }

    private Heuristic suggestedByStranger(Prepared.Piece piece, Heuristic heuristic) {
        ContextTerms contexts = heuristic.contexts();
        boolean isFirst = heuristic.suggestedInAll() == 0;
        return heuristic.suggestedByStranger(
                source.name(), isFirst ? contexts.with(piece.terms(), heuristics.index()::shared) : contexts);
    }

    private Heuristic suggested(Prepared.Piece piece, int number, Heuristic heuristic) {
        if (shown.contains(number) || !said.add(heuristic.id())) {
            return heuristic;
        }
        boolean isAgain = number >= 0 && heuristic.support().tasks() > 0;
        if (isAgain && !query.terms().isEmpty()) {
            again(number);
        }
        return heuristic.suggestedBy(
                critic,
                heuristic.support().with(task),
                heuristic.contexts().with(piece.terms(), heuristics.index()::shared));
    }

    private void again(int number) {
        Evidence evidence = heuristics.evidence(number);
        learner.suggestedAgain(evidence, heuristics.index().coverage(query, number));
        heuristics.index().self(number, evidence.selfSum(), evidence.selfCount());
        learned.evidence(heuristics.get(number).id());
    }
}
