package org.autotrainer.domain.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.autotrainer.domain.evaluation.Mark;
import org.junit.jupiter.api.Test;

class CriticsTest {
    @Test
    void hostile_critics_suggest_only_what_harms_and_only_as_often_as_the_spec_says() {
        World world = new World(Worlds.POISON, 1);
        int hostile = 0;

        for (int time = 0; time < 2_000; time++) {
            Situation situation = world.at(time);
            hostile += situation.hostile() ? 1 : 0;
            situation.suggestions().forEach(suggested -> {
                Advice advice = world.lore().get(suggested.advice());
                assertThat(advice.hostile()).isEqualTo(situation.hostile());
                if (situation.hostile()) {
                    assertThat(advice.topics())
                            .allMatch(topic -> situation.truth().effect(advice.number(), topic) <= -.05);
                }
            });
        }

        assertThat(hostile / 2_000.0).isCloseTo(.3, within(.04));
    }

    @Test
    void skilled_critics_suggest_more_that_helps_and_nothing_that_harms_here() {
        double[] blind = suggestedSigns("base+skill=0+critics=1+relevant=1");
        double[] skilled = suggestedSigns("base+skill=1+critics=1+relevant=1");

        assertThat(skilled[0]).isGreaterThan(1.3 * blind[0]);
        assertThat(blind[1]).isPositive();
        assertThat(skilled[1]).isZero();
    }

    @Test
    void failures_bring_one_to_three_suggestions_and_successes_at_most_one() {
        World world = new World(Worlds.BASE, 1);

        for (int time = 0; time < 500; time++) {
            Situation situation = world.at(time);
            boolean succeeds = situation.luck() < world.success(situation, List.of(), Map.of());
            assertThat(situation.suggestions().size()).isBetween(succeeds ? 0 : 1, succeeds ? 1 : 3);
        }
    }

    @Test
    void marks_have_the_right_sign_as_often_as_the_spec_says() {
        assertThat(rightMarks(.8)).isCloseTo(.8, within(.03));
        assertThat(rightMarks(.35)).isCloseTo(.35, within(.03));
        World silent = new World(Worlds.BASE, 1);
        assertThat(silent.marks(silent.at(0), List.of("x"), List.of(0))).isEmpty();
    }

    /** How often a suggestion helps, and harms, on the task that it is made for. */
    private static double[] suggestedSigns(String spec) {
        World world = new World(WorldSpec.parse(spec), 1);
        ToDoubleFunction<Double> share = sign -> IntStream.range(0, 2_000)
                .mapToObj(world::at)
                .flatMap(one -> one.suggestions().stream()
                        .map(suggested ->
                                Math.signum(one.truth().effect(suggested.advice(), one.topic())) == sign ? 1.0 : 0))
                .mapToDouble(hit -> hit)
                .average()
                .orElseThrow();
        return new double[] {share.applyAsDouble(1.0), share.applyAsDouble(-1.0)};
    }

    private static double rightMarks(double right) {
        World world = new World(Worlds.BASE.with(Knob.MARKS, right), 1);
        int all = 0;
        int hits = 0;
        for (int time = 0; time < 3_000; time++) {
            Situation situation = world.at(time);
            int helpful = situation.truth().helpful(situation.topic()).get(0);
            Mark mark = world.marks(situation, List.of("x"), List.of(helpful)).get(0);
            all++;
            hits += mark.opinion() == Mark.Opinion.HELPED ? 1 : 0;
        }
        return hits / (double) all;
    }
}
