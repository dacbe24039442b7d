package org.autotrainer.domain.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.autotrainer.domain.text.NormalForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WorldTest {
    static final List<WorldSpec> SPECS = Stream.concat(
                    Worlds.ALL.stream(), IntStream.rangeClosed(1, 20).mapToObj(Worlds::random))
            .toList();

    private static final double CLOSE = 1e-12;

    @Test
    void a_task_is_the_same_whenever_it_is_asked_for() {
        World world = new World(Worlds.DRIFT, 1);
        Situation late = world.at(1_700);

        world.at(3);

        assertThat(world.at(1_700)).isEqualTo(late);
        assertThat(new World(Worlds.DRIFT, 1).at(1_700))
                .usingRecursiveComparison()
                .isEqualTo(late);
    }

    @Test
    void another_seed_makes_another_world() {
        assertThat(new World(Worlds.BASE, 1).at(0).task())
                .isNotEqualTo(new World(Worlds.BASE, 2).at(0).task());
    }

    @Test
    void worlds_that_differ_in_one_knob_share_the_rest_of_their_luck() {
        World base = new World(Worlds.BASE, 1);
        World late = new World(Worlds.DELAY, 1);

        assertThat(late.at(7).task()).isEqualTo(base.at(7).task());
        assertThat(late.at(7).suggestions()).isEqualTo(base.at(7).suggestions());
        assertThat(late.at(7).luck()).isEqualTo(base.at(7).luck());
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void every_wording_leads_back_to_its_advice(WorldSpec spec) {
        Lore lore = new World(spec, 1).lore();
        Map<String, Integer> byNormalForm = new HashMap<>();

        for (Advice advice : lore.all()) {
            assertThat(advice.wordings()).hasSize(5).doesNotHaveDuplicates();
            for (String text : advice.wordings()) {
                assertThat(lore.find(text)).hasValue(advice.number());
                Integer other = byNormalForm.put(NormalForm.of(text), advice.number());
                assertThat(other == null || other == advice.number()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void what_a_rule_sees_is_allowed_as_input_of_the_product(WorldSpec spec) {
        SimTask task = new World(spec, 1).at(11).task();

        assertThat(task.context()).isNotBlank().hasSizeLessThan(400);
        assertThat(task.tags()).hasSizeLessThanOrEqualTo(1);
        assertThat(task.budget()).isPositive();
        assertThat(task.offered()).hasSize(spec.count(Knob.PARAMETERS));
    }

    @Test
    void shares_of_helpful_and_harmful_advice_are_those_of_the_spec() {
        World world = new World(WorldSpec.parse("base+advice=4000+everywhere=0"), 1);
        Truth truth = world.at(0).truth();

        assertThat(shareOf(world, advice -> sumOfSigns(truth, advice) > 0)).isCloseTo(.20, within(.02));
        assertThat(shareOf(world, advice -> sumOfSigns(truth, advice) < 0)).isCloseTo(.15, within(.02));
    }

    @Test
    void flipping_advice_helps_on_one_topic_and_harms_on_another() {
        World world = new World(WorldSpec.parse("flip+flipping=1+everywhere=0"), 1);
        Truth truth = world.at(0).truth();

        for (int advice = 0; advice < world.lore().size(); advice++) {
            int one = advice;
            DoubleSummaryStatistics effects = IntStream.range(0, truth.topics())
                    .mapToDouble(topic -> truth.effect(one, topic))
                    .summaryStatistics();
            assertThat(effects.getMax() > 0).isEqualTo(effects.getMin() < 0);
        }
    }

    @Test
    void truth_changes_at_a_drift_and_at_no_other_time() {
        World world = new World(Worlds.BASE.driftingBefore(10, 20), 1);

        assertThat(world.at(9).truth()).isSameAs(world.at(0).truth());
        assertThat(world.at(10).truth()).isNotSameAs(world.at(9).truth());
        assertThat(world.at(19).truth()).isSameAs(world.at(10).truth());
        assertThat(world.at(20).truth()).isNotSameAs(world.at(19).truth());
        assertThat(signs(world, 0)).isNotEqualTo(signs(world, 10)).isNotEqualTo(signs(world, 20));
    }

    @Test
    void advice_adds_its_effect_and_a_useless_line_costs_its_distraction() {
        World world = new World(Worlds.BASE, 1);
        Situation situation = middling(world);
        int helpful = situation.truth().helpful(situation.topic()).get(0);
        int useless = world.lore().honest().stream()
                .filter(advice -> situation.truth().effect(advice, situation.topic()) == 0)
                .findFirst()
                .orElseThrow();
        double without = world.success(situation, List.of(), Map.of());

        assertThat(world.success(situation, List.of(helpful), Map.of()) - without)
                .isCloseTo(situation.truth().effect(helpful, situation.topic()), within(CLOSE));
        assertThat(world.success(situation, List.of(useless), Map.of()) - without)
                .isCloseTo(-.003, within(CLOSE));
        assertThat(world.success(situation, List.of(helpful, helpful), Map.of()))
                .as("the same advice in two wordings")
                .isCloseTo(world.success(situation, List.of(helpful, useless), Map.of()), within(CLOSE));
    }

    @Test
    void advice_that_says_the_same_helps_once() {
        World world = new World(WorldSpec.parse("interact+advice=640+redundant=1+conflicting=0+most_effect=.05"), 1);
        Situation situation = middling(world);
        List<Integer> same = situation.truth().helpful(situation.topic()).stream()
                .filter(advice -> !world.lore().get(advice).everywhere())
                .filter(advice -> world.lore().get(advice).topics().size() == 1)
                .limit(2)
                .toList();
        double best = world.success(situation, List.of(same.get(0)), Map.of());

        assertThat(world.interactions().sayTheSame(same.get(0), same.get(1))).isTrue();
        assertThat(world.success(situation, same, Map.of())).isCloseTo(best - .003, within(CLOSE));
        assertThat(world.success(situation, List.of(same.get(1), same.get(0)), Map.of()))
                .isCloseTo(best - .003, within(CLOSE));
    }

    @Test
    void advice_that_conflicts_costs_six_points_together() {
        World world = new World(WorldSpec.parse("null+conflicting=1"), 1);
        Situation situation = middling(world);
        List<Integer> there = world.lore().honestOn(situation.topic());
        int one = there.get(0);
        int other = there.stream()
                .filter(advice -> world.interactions().conflict(one, advice))
                .findFirst()
                .orElseThrow();

        assertThat(world.success(situation, List.of(one, other), Map.of()))
                .isCloseTo(world.success(situation, List.of(), Map.of()) - .066, within(CLOSE));
    }

    @Test
    void the_best_parameters_have_no_regret_and_the_defaults_have_some() {
        World world = new World(Worlds.PARAMS, 1);
        Situation situation = middling(world);
        double regret = world.dials().regret(Map.of());

        assertThat(world.dials().regret(world.dials().bestValues())).isZero();
        assertThat(regret).isBetween(.001, .3);
        assertThat(world.success(situation, List.of(), world.dials().bestValues())
                        - world.success(situation, List.of(), Map.of()))
                .isCloseTo(regret, within(CLOSE));
    }

    @Test
    void a_suite_repeats_its_tasks_in_rounds() {
        World world = new World(Worlds.SUITE30, 1);
        Map<String, Situation> first = new HashMap<>();
        IntStream.range(0, 30).mapToObj(world::at).forEach(one -> first.put(recurring(one), one));

        Set<String> second = new HashSet<>();
        for (int time = 30; time < 60; time++) {
            Situation again = world.at(time);
            second.add(recurring(again));
            Situation before = first.get(recurring(again));
            assertThat(before).isNotNull();
            assertThat(again.task().context()).isEqualTo(before.task().context());
            assertThat(again.task().tags()).isEqualTo(before.task().tags());
            assertThat(again.topic()).isEqualTo(before.topic());
            assertThat(again.task().attempt()).isEqualTo(2);
            assertThat(again.task().id()).isNotEqualTo(before.task().id());
        }

        assertThat(first).hasSize(30);
        assertThat(second).hasSize(30);
    }

    @Test
    void specs_are_read_from_text() {
        WorldSpec spec = WorldSpec.parse("drift+topics=4+HARMFUL=.5");

        assertThat(spec.name()).isEqualTo("drift+topics=4+HARMFUL=.5");
        assertThat(spec.count(Knob.TOPICS)).isEqualTo(4);
        assertThat(spec.get(Knob.HARMFUL)).isEqualTo(.5);
        assertThat(spec.drifts()).containsExactly(1_500);
        assertThat(WorldSpec.parse("random-3").knobs())
                .isEqualTo(Worlds.random(3).knobs());
        assertThatThrownBy(() -> WorldSpec.parse("nowhere")).hasMessageContaining("there are base, large");
        assertThatThrownBy(() -> WorldSpec.parse("base+x=1")).hasMessageContaining("there are [advice, topics");
        assertThatThrownBy(() -> WorldSpec.parse("base+topics")).hasMessageContaining("is not KNOB=NUMBER");
    }

    /** A task whose probability of success has room above and below. */
    private static Situation middling(World world) {
        return IntStream.range(0, 1_000)
                .mapToObj(world::at)
                .filter(one -> one.ease() > .45 && one.ease() < .55)
                .findFirst()
                .orElseThrow();
    }

    private static String recurring(Situation situation) {
        return situation.task().recurring().orElseThrow();
    }

    private static double shareOf(World world, IntPredicate predicate) {
        return IntStream.range(0, world.lore().size()).filter(predicate).count()
                / (double) world.lore().size();
    }

    private static double sumOfSigns(Truth truth, int advice) {
        return IntStream.range(0, truth.topics())
                .mapToDouble(topic -> Math.signum(truth.effect(advice, topic)))
                .sum();
    }

    private static List<Double> signs(World world, int time) {
        Truth truth = world.at(time).truth();
        return IntStream.range(0, world.lore().size())
                .mapToObj(advice -> sumOfSigns(truth, advice))
                .toList();
    }
}
