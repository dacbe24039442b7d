package org.autotrainer.application.format;

import java.util.List;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;

/**
 * Results of Reflexion on programming tasks: JSONL with {@code is_solved}, and the reflections of the agent on its failures.
 *
 * <p>Reflections are advice: the agent wrote them for its own next attempt.
 */
public final class Reflexion implements EvaluationFormat {
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "reflexion";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        return beginning.isObjectWith("is_solved", "prompt") ? Optional.of(new Cut.Objects()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        Tries tries = new Tries(source, "");
        return record -> List.of(evaluation(new JsonFields(record), tries));
    }

    private Evaluation evaluation(JsonFields result, Tries tries) {
        boolean solved = result.needed("is_solved");
        String task = result.object().containsKey("name") ? result.id("name") : result.id("task_id");
        EvaluationBuilder evaluation = Evaluation.of(tries.next(task))
                .critic(name(), "")
                .success(solved)
                .score(solved ? 1 : 0)
                .context(Clean.prose(result.textOrNothing("prompt"), EXCERPT));
        for (Object reflection : result.list("reflections")) {
            if (reflection instanceof String text) {
                evaluation.suggest(Clean.advice(text));
            }
        }
        return evaluation.build();
    }
}
