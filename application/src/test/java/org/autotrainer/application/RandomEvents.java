package org.autotrainer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;

/** Seeded random things that can happen to a loop: the same seed gives the same things. */
public final class RandomEvents {
    private static final List<String> ADVICE = List.of(
            "Ask for the order number first",
            "ask for the order number FIRST!",
            "Check the fare class before cancelling",
            "Never promise a refund",
            "Read the schema before writing SQL",
            "退款前先确认订单号",
            "Vérifie la devise 🙂",
            "Do not retry more than twice",
            "Cite the policy");
    private static final int TRIES = 10;
    private static final Set<Problem> MEANWHILE = Set.of(Problem.CONFLICT, Problem.NOT_FOUND);
    private static final List<String> TAGS = List.of("refund", "sql", "flights");

    private final Random random;
    private final String prefix;
    private int named;

    /** Events of a seed. */
    public RandomEvents(long seed) {
        this(seed, "e");
    }

    /** Events of a seed, whose evaluations have ids that begin with a prefix. */
    public RandomEvents(long seed, String prefix) {
        random = new Random(seed);
        this.prefix = prefix;
    }

    /** A number from 0 to below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** An evaluation of a task of an agent; some are named, some are errors. */
    public Evaluation evaluation(String agent) {
        EvaluationBuilder evaluation = Evaluation.of(agent, "task-" + below(12));
        evaluation.success(random.nextBoolean()).score(below(101) / 100.0);
        for (int i = below(4); i > 0; i--) {
            evaluation.suggest(ADVICE.get(below(ADVICE.size())));
        }
        if (below(3) > 0) {
            evaluation.context("customer asks about order " + below(9), TAGS.get(below(TAGS.size())));
        }
        if (below(10) == 0) {
            evaluation.outcome(Outcome.ERROR);
        }
        evaluation.id(prefix + named++).critic("critic-" + below(3), "");
        evaluation.occurredAt(Instant.ofEpochSecond(1_790_000_000L + below(1_000_000)));
        return evaluation.build();
    }

    /** A correction of an earlier evaluation. */
    public Evaluation correction(Evaluation earlier) {
        EvaluationBuilder evaluation = Evaluation.of(earlier.attempt());
        return evaluation
                .id(earlier.id())
                .revision(earlier.revision() + 1)
                .success(!earlier.success())
                .suggest(ADVICE.get(below(ADVICE.size())))
                .build();
    }

    /** Lets one random thing happen to a loop; gives the evaluation, if it was one. */
    public List<Evaluation> happen(TrainingLoop loop, String agent, List<Evaluation> earlier) {
        List<Evaluation> evaluations = new ArrayList<>();
        switch (below(12)) {
            case 0 -> loop.recall(recall(agent));
            case 1 -> loop.heuristics().set(agent, "rule-" + below(3), ADVICE.get(below(ADVICE.size())));
            case 2 -> loop.training().run(training(agent));
            case 3 -> dismiss(loop, agent);
            case 4 -> {
                if (!earlier.isEmpty()) {
                    evaluations.add(correction(earlier.get(below(earlier.size()))));
                }
            }
            case 5 -> evaluations.addAll(earlier.isEmpty() ? List.of() : List.of(earlier.get(below(earlier.size()))));
            default -> evaluations.add(evaluation(agent));
        }
        evaluations.forEach(loop::train);
        return evaluations;
    }

    /**
     * Dismisses the first suggestion that waits. In between another loop may have put it in force or taken it away: then the
     * next one is looked up.
     */
    private static void dismiss(TrainingLoop loop, String agent) {
        for (int tries = 1; ; tries++) {
            List<SuggestionBody> waiting =
                    loop.suggestions().list(agent, "pending", "", "", 1).items();
            try {
                waiting.forEach(first -> loop.suggestions().dismiss(agent, first.id()));
                return;
            } catch (AutoTrainerException meanwhile) {
                if (tries == TRIES || !MEANWHILE.contains(meanwhile.problem())) {
                    throw meanwhile;
                }
            }
        }
    }

    private RecallHeuristics.Request recall(String agent) {
        ContextBody context = new ContextBody("order " + below(9), List.of(TAGS.get(below(TAGS.size()))));
        return new RecallHeuristics.Request(
                "", agent, "", "task-" + below(12), 0, context, "", 200, "block", null, null);
    }

    private RunTraining.Request training(String agent) {
        return new RunTraining.Request(agent, "task-" + below(12), EvaluationBody.empty(), true, random.nextBoolean());
    }
}
