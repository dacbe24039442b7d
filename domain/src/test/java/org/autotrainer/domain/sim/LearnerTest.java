package org.autotrainer.domain.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The product's own learner in a few worlds: it must not get worse than it was. */
class LearnerTest {
    private static final int TASKS = 1_500;
    /** Two points less than it captured when this was written. */
    private static final double LEAST = 42;

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final List<WorldSpec> WORLDS = Stream.of("base", "lone", "poison", "global", "suite")
            .map(WorldSpec::parse)
            .toList();

    @Test
    void it_captures_what_it_captured_and_more_than_any_other_rule() {
        List<Contender> rules = Stream.of("autotrainer", "counters", "thompson", "support")
                .map(Contender::named)
                .toList();
        Comparison comparison = new Comparison(WORLDS, rules, TASKS, SEEDS, world -> {});

        double learner = captured(comparison, rules.get(0));
        assertThat(learner)
                .as("percent of the oracle's gain; 44.0 when it was written")
                .isGreaterThan(LEAST);
        for (Contender other : rules.subList(1, rules.size())) {
            assertThat(learner).as(other.name()).isGreaterThan(captured(comparison, other) + 5);
        }
        Assessment knowledge = comparison.of(rules.get(0)).stream()
                .map(SimResult::knowledge)
                .reduce(Assessment.NONE, Assessment::plus);
        assertThat(knowledge.believed().share().orElseThrow())
                .as("believed intervals")
                .isGreaterThan(.88);
        assertThat(knowledge.measured().share().orElseThrow())
                .as("measured intervals")
                .isGreaterThan(.95);
        assertThat(comparison.of(rules.get(0))).allSatisfy(run -> {
            assertThat(run.overBudget()).isZero();
            assertThat(run.unknown()).isZero();
        });
    }

    @Test
    void where_nothing_has_an_effect_it_proves_nothing() {
        SimResult result = Contender.named("autotrainer").in(WorldSpec.parse("null"), 1, TASKS);

        assertThat(result.knowledge().helpsWrong() + result.knowledge().harmsWrong())
                .isZero();
    }

    private static double captured(Comparison comparison, Contender rule) {
        return comparison.of(rule).stream()
                .map(run -> run.gains().captured())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average()
                .orElseThrow();
    }
}
