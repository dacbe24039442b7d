package org.autotrainer.domain.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.autotrainer.domain.sim.Belief.Effect;
import org.autotrainer.domain.sim.Recalled.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SimulationTest {
    static final List<WorldSpec> SPECS = WorldTest.SPECS;
    static final List<Contender> RULES = Contender.ALL;

    private static final Map<String, SimResult> RESULTS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @FieldSource("RULES")
    void the_same_seed_gives_the_same_result(Contender rule) {
        SimResult once = rule.in(Worlds.POISON, 5, 300);

        assertThat(rule.in(Worlds.POISON, 5, 300)).usingRecursiveComparison().isEqualTo(once);
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void no_memory_gains_exactly_nothing(WorldSpec spec) {
        Gains gains = result(spec, "none").gains();

        assertThat(gains.lift()).isZero();
        assertThat(gains.captured().orElse(0)).isZero();
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void the_oracle_captures_everything(WorldSpec spec) {
        SimResult oracle = result(spec, "oracle");

        assertThat(oracle.gains().captured().orElse(100)).isCloseTo(100, within(1e-9));
        assertThat(oracle.finalRegret()).isZero();
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void no_rule_beats_the_oracle(WorldSpec spec) {
        for (Contender rule : Contender.ALL) {
            if (!rule.name().equals("oracle")) {
                assertThat(result(spec, rule.name()).gains().captured().orElse(0))
                        .as(rule.name())
                        .isLessThan(100);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void no_contender_goes_beyond_the_budget_or_shows_what_nobody_suggested(WorldSpec spec) {
        for (Contender rule : Contender.ALL) {
            SimResult result = result(spec, rule.name());
            assertThat(result.overBudget()).as(rule.name()).isZero();
            assertThat(result.unknown()).as(rule.name()).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void where_nothing_helps_nothing_is_gained(Contender rule) {
        SimResult result = rule.in(Worlds.NULL, 1, 300);

        assertThat(result.gains().captured()).isEmpty();
        assertThat(result.gains().oracleLift()).isZero();
        assertThat(result.gains().lift())
                .isCloseTo(-.3 * result.lines().useless() / 300.0, within(1e-9))
                .isLessThanOrEqualTo(0);
    }

    @Test
    void texts_beyond_the_budget_are_taken_away_and_counted() {
        Planted all = new Planted().showing(known -> known);
        List<Integer> lines = new ArrayList<>();

        SimResult result = Simulation.run(
                new World(Worlds.BASE.with(Knob.BUDGET, 25), 1),
                all,
                200,
                (situation, shown) -> lines.add(shown.size()));

        assertThat(Collections.max(lines)).isEqualTo(2);
        assertThat(result.overBudget()).isGreaterThan(1_000);
    }

    @Test
    void texts_that_nobody_suggested_yet_are_taken_away_and_counted() {
        World world = new World(Worlds.BASE, 1);
        String early = world.lore().get(0).wordings().get(4);
        Planted rule = new Planted().showing(known -> List.of(new Item("a", "Something else."), new Item("b", early)));

        SimResult result = Simulation.run(world, rule, 1);

        assertThat(result.unknown()).isEqualTo(2);
        assertThat(result.lines().all()).isZero();
    }

    @Test
    void verdicts_come_at_once_unless_the_world_delays_them() {
        Planted prompt = new Planted();
        Simulation.run(new World(Worlds.BASE, 1), prompt, 200);

        assertThat(prompt.told().stream().map(Planted.Told::task).toList()).isEqualTo(prompt.asked());
    }

    @Test
    void verdicts_may_come_late_out_of_order_or_never_and_never_twice() {
        Planted late = new Planted();
        Simulation.run(new World(Worlds.DELAY, 1), late, 2_000);
        List<Integer> times =
                late.told().stream().map(told -> told.task().time()).toList();
        long failures =
                late.told().stream().filter(told -> !told.verdict().success()).count();

        assertThat(times)
                .doesNotHaveDuplicates()
                .isNotEqualTo(times.stream().sorted().toList());
        assertThat(times.size()).isBetween(1_250, 1_550);
        assertThat(failures / (double) times.size())
                .as("more failures are missing")
                .isLessThan(.45);
    }

    @Test
    void critics_say_the_same_whatever_is_shown() {
        Planted nothing = new Planted();
        Planted newest = new Planted().showing(known -> known.subList(Math.max(0, known.size() - 3), known.size()));
        Simulation.run(new World(Worlds.BASE, 1), nothing, 300);
        Simulation.run(new World(Worlds.BASE, 1), newest, 300);

        assertThat(newest.told().stream().map(told -> told.verdict().suggestions()))
                .isEqualTo(nothing.told().stream()
                        .map(told -> told.verdict().suggestions())
                        .toList());
    }

    @Test
    void marks_name_what_was_shown() {
        Planted one = new Planted().showing(known -> known.stream().limit(1).toList());
        Simulation.run(new World(Worlds.BASE.with(Knob.MARKS, .8), 1), one, 100);

        assertThat(one.told().stream().flatMap(told -> told.verdict().marks().stream()))
                .hasSizeGreaterThan(90)
                .allMatch(mark -> mark.heuristic().equals("item-0"));
    }

    @Test
    void an_interval_is_held_against_the_mean_effect_where_the_text_was_shown() {
        assertThat(coverage(-1, 1)).isEqualTo(1);
        assertThat(coverage(.5, 1)).isZero();
        assertThat(coverage(-.004, -.002)).as("useless lines cost .003").isBetween(.3, .9);
    }

    @Test
    void only_texts_shown_thirty_times_have_their_intervals_looked_at() {
        Planted seldom = new Planted().showing(known -> known.stream().limit(1).toList());
        World world = new World(Worlds.BASE, 1);

        assertThat(Simulation.run(world, seldom, 29).knowledge().believed().of())
                .isZero();
    }

    @Test
    void verdicts_are_right_by_what_the_texts_did_where_they_were_shown() {
        Assessment optimist = knowledge(Worlds.BASE, Effect.HELPS, -1, 1);
        Assessment pessimist = knowledge(Worlds.BASE, Effect.HARMS, -1, 1);
        Assessment deluded = knowledge(Worlds.NULL, Effect.HARMS, -1, 1);

        assertThat(optimist.helpsRight()).isPositive();
        assertThat(optimist.helpsWrong()).isGreaterThan(optimist.helpsRight());
        assertThat(pessimist.harmsRight()).isPositive();
        assertThat(pessimist.harmsRight() + optimist.helpsRight()).isLessThan(optimist.helpsWrong());
        assertThat(deluded.harmsRight()).as("distraction is not harm").isZero();
        assertThat(deluded.harmsWrong()).isPositive();
    }

    @Test
    void the_default_stands_for_parameters_that_are_not_chosen_or_not_offered() {
        World world = new World(Worlds.PARAMS, 1);
        Planted wild = new Planted().recalling(known -> new Recalled(List.of(), Map.of("temperature", "99", "x", "y")));
        Planted best = new Planted()
                .recalling(known -> new Recalled(List.of(), world.dials().bestValues()));

        SimResult byDefault = Simulation.run(world, wild, 100);

        assertThat(byDefault.gains().lift()).isZero();
        assertThat(byDefault.regret()).isCloseTo(100 * world.dials().regret(Map.of()), within(1e-9));
        assertThat(Simulation.run(world, best, 100).regret()).isZero();
        assertThat(Simulation.run(world, best, 100).gains().lift()).isPositive();
    }

    @Test
    void gains_can_be_read_at_any_time() {
        Gains gains = new Gains();
        gains.add(.1, .2);
        gains.add(-.1, .2);

        assertThat(gains.captured(1)).hasValue(50);
        assertThat(gains.captured()).hasValue(0);
        assertThat(gains.lift(1)).isEqualTo(10);
        assertThat(gains.captured(0)).isEmpty();
    }

    @Test
    void simple_rules_come_in_the_order_that_is_known_of_them() {
        List<Double> captured = Stream.of("newest", "support", "thompson")
                .map(name -> mean(Contender.named(name), Worlds.BASE))
                .toList();

        assertThat(captured).isSorted();
        assertThat(captured.get(0)).isBetween(-5.0, 15.0);
        assertThat(captured.get(2)).isBetween(20.0, 45.0);
    }

    /** What a contender made of a short life in a world. */
    private static SimResult result(WorldSpec spec, String rule) {
        return RESULTS.computeIfAbsent(
                spec.name() + " " + rule, any -> Contender.named(rule).in(spec, 1, 300));
    }

    private static double mean(Contender rule, WorldSpec spec) {
        return Stream.of(1, 2, 3, 4)
                .mapToDouble(
                        seed -> rule.in(spec, seed, 1_000).gains().captured().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static double coverage(double low, double high) {
        Assessment knowledge = knowledge(Worlds.BASE, Effect.UNKNOWN, low, high);
        assertThat(knowledge.measured()).isEqualTo(knowledge.believed());
        return knowledge.believed().share().orElseThrow();
    }

    /** What is found out about a rule that shows everything in turn and says the same about all of it. */
    private static Assessment knowledge(WorldSpec spec, Effect verdict, double low, double high) {
        Planted planted = new Planted();
        planted.saying(verdict, low, high).showing(known -> {
            int start = known.isEmpty() ? 0 : 7 * planted.asked().size() % known.size();
            return known.subList(start, Math.min(known.size(), start + 7));
        });
        return Simulation.run(new World(spec.with(Knob.ADVICE, 40), 1), planted, 2_000)
                .knowledge();
    }
}
