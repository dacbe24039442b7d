package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Strategy parameters: what is offered is tried, and what does best is recommended. */
class ParameterBeliefTest {
    private static final ParameterSpace SPACE = new ParameterSpace("temperature", List.of(0.0, 0.3, 0.6, 0.9, 1.2));

    @Test
    void the_regret_of_the_recommended_value_falls() {
        double[] regrets = new double[3];
        double before = 0;
        int[] looks = {300, 1_000, 2_500};
        int worlds = 40;
        for (int world = 0; world < worlds; world++) {
            Random random = new Random(world);
            double[] effects = new double[5];
            double best = 0;
            for (int i = 1; i < 5; i++) {
                effects[i] = .08 * random.nextGaussian();
                best = Math.max(best, effects[i]);
            }
            before += best;
            Learner learner = new Learner(name -> {});
            for (int task = 1; task <= looks[2]; task++) {
                live(learner, random, effects, task);
                for (int look = 0; look < looks.length; look++) {
                    if (task == looks[look]) {
                        int recommended = learner.parameters().iterator().next().recommended();
                        regrets[look] += best - effects[recommended];
                    }
                }
            }
        }

        assertThat(regrets[0]).isLessThan(before / 2);
        assertThat(regrets[1]).isLessThan(regrets[0]);
        assertThat(regrets[2] / worlds).isLessThan(.015);
    }

    @Test
    void without_effects_hardly_any_value_is_called_better() {
        int better = 0;
        int worlds = 60;
        for (int world = 0; world < worlds; world++) {
            Random random = new Random(world);
            Learner learner = new Learner(name -> {});
            for (int task = 1; task <= 1_000; task++) {
                live(learner, random, new double[5], task);
            }
            better += (int) learner.parameters().iterator().next().known().stream()
                    .filter(ParameterBelief.Known::better)
                    .count();
        }

        assertThat(better).isLessThanOrEqualTo(2);
    }

    @Test
    void propensities_sum_to_one_each_has_a_share_and_only_what_is_offered_is_handed_out() {
        Random random = new Random(4);
        for (int values = 1; values <= ParameterSpace.MOST; values++) {
            List<Object> offered = new java.util.ArrayList<>();
            for (int i = 0; i < values; i++) {
                offered.add("v" + i);
            }
            ParameterSpace space = new ParameterSpace("p", offered);
            ParameterBelief belief = new ParameterBelief(space);
            for (int task = 0; task < 60; task++) {
                Trial.Choice choice = belief.choose(chance("t" + task));
                assertThat(choice.value()).isBetween(0, values - 1);
                assertThat(choice.propensities()).hasSize(values);
                assertThat(choice.propensities().stream()
                                .mapToDouble(one -> one)
                                .sum())
                        .isCloseTo(1, within(1e-12));
                assertThat(choice.propensities()).allMatch(share -> share >= .1 / offered.size() - 1e-12);
                belief.learn(choice, random.nextGaussian() / 2, random.nextGaussian(), .3);
            }
        }
    }

    @Test
    void values_are_handed_out_as_often_as_their_propensities_say() {
        ParameterBelief belief = new ParameterBelief(SPACE);
        for (int i = 0; i < 40; i++) {
            belief.learn(new Trial.Choice(SPACE, 2, List.of()), .4, 1.5, .3);
        }
        double expected = 0;
        int given = 0;
        for (int i = 0; i < 5_000; i++) {
            Trial.Choice choice = belief.choose(chance("t" + i));
            expected += choice.propensities().get(2);
            given += choice.value() == 2 ? 1 : 0;
        }

        assertThat(given / 5_000.0).isCloseTo(expected / 5_000, within(.02));
        assertThat(expected / 5_000).isGreaterThan(.5);
    }

    @Test
    void the_same_chance_hands_out_the_same_value() {
        ParameterBelief belief = new ParameterBelief(SPACE);

        assertThat(belief.choose(chance("t"))).isEqualTo(belief.choose(chance("t")));
    }

    @Test
    void what_the_caller_chose_moves_beliefs_and_is_no_evidence() {
        ParameterBelief belief = new ParameterBelief(SPACE);
        for (int i = 0; i < 100; i++) {
            belief.learn(new Trial.Choice(SPACE, 3, List.of()), .4, 1.5, .3);
        }

        assertThat(belief.recommended()).isEqualTo(3);
        assertThat(belief.known().get(3).used()).isEqualTo(100);
        assertThat(belief.known()).allMatch(known -> known.measured().isEmpty() && !known.better());
    }

    @Test
    void neighbours_of_a_good_number_are_expected_to_be_good_too_and_categories_are_not() {
        ParameterSpace words = new ParameterSpace("style", List.of("a", "b", "c", "d", "e"));
        ParameterBelief numbers = new ParameterBelief(SPACE);
        ParameterBelief categories = new ParameterBelief(words);
        for (int i = 0; i < 20; i++) {
            numbers.learn(new Trial.Choice(SPACE, 2, List.of()), .4, 1.5, .3);
            categories.learn(new Trial.Choice(words, 2, List.of()), .4, 1.5, .3);
        }

        assertThat(numbers.mean(3)).isGreaterThan(numbers.mean(4)).isPositive();
        assertThat(categories.mean(3)).isZero();
    }

    @Test
    void a_belief_comes_back_as_it_was() {
        Random random = new Random(6);
        ParameterBelief belief = new ParameterBelief(SPACE);
        for (int task = 0; task < 300; task++) {
            belief.learn(belief.choose(chance("t" + task)), random.nextGaussian() / 2, random.nextGaussian(), .3);
            ParameterBelief restored = ParameterBelief.restored(SPACE, belief.numbers());
            assertThat(restored.numbers()).isEqualTo(belief.numbers());
            assertThat(restored.choose(chance("x"))).isEqualTo(belief.choose(chance("x")));
        }
    }

    @Test
    void a_space_comes_back_from_its_signature() {
        for (ParameterSpace space : List.of(
                SPACE,
                new ParameterSpace("p", List.of(1L, -2L, Long.MAX_VALUE)),
                new ParameterSpace("p", List.of("i1", "", "two words")),
                new ParameterSpace("p", List.of(true, false, 1L, 0.5, "true")))) {
            assertThat(ParameterSpace.of(space.signature())).isEqualTo(space);
        }
    }

    @Test
    void a_signature_that_nobody_wrote_is_refused() {
        for (String signature : List.of("", "p", "p\n", "p\nx1", "p\nione", "p\ni1\n\n", "p\ni1\ni1")) {
            assertThatIllegalArgumentException().as(signature).isThrownBy(() -> ParameterSpace.of(signature));
        }
    }

    @Test
    void a_value_is_found_by_what_it_means() {
        assertThat(new ParameterSpace("p", List.of(0L, 1L)).indexOf(1.0)).isEqualTo(1);
        assertThat(new ParameterSpace("p", List.of("0", "1")).indexOf(1.0)).isEqualTo(-1);
        assertThat(SPACE.indexOf(0.35)).isEqualTo(-1);
    }

    @Test
    void a_value_that_is_not_offered_and_chances_that_are_none_are_refused() {
        ParameterSpace space = new ParameterSpace("p", List.of("a", "b"));
        for (List<Double> chances : List.of(
                List.of(1.0), List.of(0.0, 1.0), List.of(Double.NaN, .5), List.of(-.5, 1.5), List.of(.2, .3, .5))) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new Trial.Choice(space, 0, chances));
        }
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Trial.Choice(space, 2, List.of()));
    }

    private static void live(Learner learner, Random random, double[] effects, int task) {
        Trial.Choice choice = learner.choose(SPACE, chance(random.nextLong() + "-" + task), true);
        double outcome = random.nextDouble() < .5 + effects[choice.value()] ? 1 : 0;
        learner.learn(
                new Trial(true, false, List.of(), List.of(), List.of(choice)),
                new Judged(outcome, "c", outcome > .5, outcome, "", List.of(), 0, Map.of(), Instant.EPOCH));
    }

    private static Chance chance(String task) {
        return Chance.of(Chance.openKey(), Attempt.at("a", task), 0, "");
    }
}
