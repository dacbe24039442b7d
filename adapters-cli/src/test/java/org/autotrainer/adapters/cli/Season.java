package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.Map;
import org.autotrainer.application.RecallHeuristics.Request;
import org.autotrainer.application.RecallHeuristics.Response;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;

/** Some hundred tasks of an agent, with one heuristic that helps: what the verbs about learning are shown. */
final class Season {
    static final String HELPFUL = "Look up the order before promising a refund.";

    private static final int TASKS = 300;
    private static final ContextBody CONTEXT = new ContextBody("refund for an order", List.of("refund"));

    private Season() {}

    /** Plays the tasks of agent support, by the same chance each time. */
    static void play(Person person) {
        try (TrainingLoop store = TrainingLoop.open("sqlite:" + person.path("memory.db"))) {
            TrainingLoop loop = store.withChance("season");
            for (int i = 0; i < TASKS; i++) {
                Response recalled = loop.recall(request("t" + i));
                boolean helped = recalled.heuristics().stream()
                        .anyMatch(heuristic -> heuristic.text().equals(HELPFUL));
                loop.train(evaluation(i, helped, recalled.receipt()));
            }
        }
    }

    private static Request request(String task) {
        return new Request(
                "",
                "support",
                "",
                task,
                0,
                CONTEXT,
                "",
                500,
                "block",
                "on",
                Map.of("temperature", List.<Object>of(0.0, 0.5)));
    }

    private static Evaluation evaluation(int task, boolean helped, String receipt) {
        boolean success = task * 7 % 10 < (helped ? 8 : 3);
        EvaluationBuilder evaluation = Evaluation.of("support", "t" + task)
                .critic(task % 2 == 0 ? "tests" : "human", "")
                .context(CONTEXT.text(), "refund")
                .success(success)
                .score(success ? 0.9 : 0.2)
                .receipt(receipt);
        return (task < 4 ? evaluation.suggest(HELPFUL) : evaluation).build();
    }
}
