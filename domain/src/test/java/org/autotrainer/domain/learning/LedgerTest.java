package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What may be called evidence: it holds at every look, whatever else the model got wrong. */
class LedgerTest {
    @Test
    void five_equal_controls_and_a_look_after_every_task_make_no_verdict() {
        for (double rate : new double[] {.3, .5, .7}) {
            for (int withheld = 0; withheld <= 1; withheld++) {
                for (long seed = 0; seed < 50; seed++) {
                    Random random = new Random(seed);
                    Ledger ledger = new Ledger();
                    for (int task = 1; task <= 100; task++) {
                        boolean kept = task % 20 > 0;
                        double outcome = kept ? random.nextDouble() < rate ? 1 : 0 : withheld;
                        ledger.add(kept, .05, outcome - rate, 0);
                        assertThat(ledger.eValue())
                                .as("seed %d, rate %f, controls all %d, task %d", seed, rate, withheld, task)
                                .isLessThan(Tuning.PROOF);
                    }
                    assertThat(ledger.out()).isEqualTo(5);
                }
            }
        }
    }

    @Test
    void where_the_outcome_is_given_the_mean_of_the_e_value_is_exactly_one() {
        Random random = new Random(7);
        for (double coin : new double[] {.05, .1, .3, .5}) {
            double[] residuals = new double[12];
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] = 2 * random.nextDouble() - 1;
            }
            double mean = 0;
            for (int throwsOfTheCoin = 0; throwsOfTheCoin < 1 << residuals.length; throwsOfTheCoin++) {
                Ledger ledger = new Ledger();
                double probability = 1;
                for (int i = 0; i < residuals.length; i++) {
                    boolean kept = (throwsOfTheCoin >> i & 1) == 0;
                    probability *= kept ? 1 - coin : coin;
                    ledger.add(kept, coin, residuals[i], 0);
                }
                mean += probability * ungated(ledger);
            }

            assertThat(mean).as("coin %f", coin).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void the_mean_of_the_e_value_as_it_is_told_is_no_more_than_one() {
        for (double coin : new double[] {.3, .5}) {
            double mean = 0;
            int tasks = 16;
            for (int throwsOfTheCoin = 0; throwsOfTheCoin < 1 << tasks; throwsOfTheCoin++) {
                Ledger ledger = new Ledger();
                double probability = 1;
                for (int i = 0; i < tasks; i++) {
                    boolean kept = (throwsOfTheCoin >> i & 1) == 0;
                    probability *= kept ? 1 - coin : coin;
                    ledger.add(kept, coin, i % 3 == 0 ? -.6 : .4, 0);
                }
                mean += probability * ledger.eValue();
            }

            assertThat(mean).as("coin %f", coin).isLessThanOrEqualTo(1 + 1e-9);
        }
    }

    @Test
    void in_a_thousand_worlds_without_effects_few_verdicts_are_ever_made() {
        int worlds = 1_000;
        int heuristics = 6;
        int ever = 0;
        int corrected = 0;
        for (int world = 0; world < worlds; world++) {
            Random random = new Random(world);
            Ledger[] ledgers = new Ledger[heuristics];
            boolean[] proven = new boolean[heuristics];
            boolean together = false;
            double[] eValues = new double[heuristics];
            for (int i = 0; i < heuristics; i++) {
                ledgers[i] = new Ledger();
            }
            double rate = .2 + .6 * random.nextDouble();
            for (int task = 0; task < 1_500; task++) {
                double ease = Math.min(.97, Math.max(.03, rate + .3 * random.nextGaussian()));
                double outcome = random.nextDouble() < ease ? 1 : 0;
                boolean looked = false;
                for (int i = 0; i < heuristics; i++) {
                    boolean kept = random.nextDouble() >= .10;
                    ledgers[i].add(kept, .10, outcome - rate, 0);
                    eValues[i] = ledgers[i].eValue();
                    proven[i] |= eValues[i] >= Tuning.PROOF;
                    looked |= eValues[i] >= 10;
                }
                together |= looked && Correction.threshold(java.util.Arrays.stream(eValues)) < Double.POSITIVE_INFINITY;
            }
            for (boolean one : proven) {
                ever += one ? 1 : 0;
            }
            corrected += together ? 1 : 0;
        }

        assertThat(ever / (double) (worlds * heuristics)).as("ever proven").isLessThanOrEqualTo(.025);
        assertThat(corrected / (double) worlds)
                .as("worlds with a corrected verdict")
                .isLessThanOrEqualTo(.10);
    }

    @Test
    void the_interval_holds_the_truth_at_every_look_in_95_of_100_runs() {
        for (double effect : new double[] {0, .1, -.3}) {
            int runs = 2_000;
            int missed = 0;
            for (int run = 0; run < runs; run++) {
                Random random = new Random(7_919L * run);
                Ledger ledger = new Ledger();
                boolean out = false;
                for (int task = 0; task < 3_000; task++) {
                    boolean kept = random.nextDouble() >= .10;
                    double outcome = random.nextDouble() < .5 + (kept ? effect : 0) ? 1 : 0;
                    ledger.add(kept, .10, outcome - .5 - .9 * effect, effect / 2);
                    out |= ledger.interval()
                            .filter(one -> one.low() > effect || one.high() < effect)
                            .isPresent();
                }
                missed += out ? 1 : 0;
            }

            assertThat(missed / (double) runs).as("effect %f", effect).isLessThanOrEqualTo(.05);
        }
    }

    @Test
    void a_planted_effect_is_found_with_its_sign() {
        for (double effect : new double[] {.25, -.25}) {
            List<Integer> needed = new ArrayList<>();
            for (int run = 0; run < 60; run++) {
                Random random = new Random(run);
                Ledger ledger = new Ledger();
                int task = 0;
                while (ledger.eValue() < Tuning.PROOF && task < 20_000) {
                    task++;
                    boolean kept = random.nextDouble() >= .10;
                    double outcome = random.nextDouble() < .5 + (kept ? effect : 0) ? 1 : 0;
                    ledger.add(kept, .10, outcome - .5, 0);
                }
                assertThat(ledger.isUp()).isEqualTo(effect > 0);
                needed.add(task);
            }
            needed.sort(null);

            assertThat(needed.get(30)).as("median of tasks for %f", effect).isLessThan(1_500);
            assertThat(needed.get(58)).as("nearly all of them").isLessThan(20_000);
        }
    }

    @Test
    void the_estimate_is_right_whatever_the_model_got_wrong() {
        Random random = new Random(11);
        Ledger ledger = new Ledger();
        for (int task = 0; task < 200_000; task++) {
            boolean kept = random.nextDouble() >= .10;
            double ease = task % 2 == 0 ? .2 : .7;
            double outcome = random.nextDouble() < ease + (kept ? .1 : 0) ? 1 : 0;
            ledger.add(kept, .10, outcome - .9, -.4);
        }

        assertThat(ledger.interval().orElseThrow().uplift()).isCloseTo(.1, within(.02));
    }

    @Test
    void what_no_coin_decided_is_counted_and_teaches_nothing() {
        Ledger ledger = new Ledger();
        for (int i = 0; i < 1_000; i++) {
            ledger.add(true, 0, .5, 0);
            ledger.add(false, 0, -.5, 0);
        }

        assertThat(ledger.in()).isEqualTo(1_000);
        assertThat(ledger.out()).isEqualTo(1_000);
        assertThat(ledger.eValue()).isZero();
        assertThat(ledger.interval()).isEmpty();
    }

    @Test
    void a_ledger_comes_back_as_it_was() {
        Random random = new Random(3);
        Ledger ledger = new Ledger();
        Ledger estimate = Ledger.withoutBets();
        for (int i = 0; i < 200; i++) {
            boolean kept = random.nextInt(10) > 0;
            double residual = random.nextGaussian() / 2;
            ledger.add(kept, .1, residual, .01);
            estimate.add(kept, .1, residual, .01);
            assertThat(numbers(Ledger.read(new Numbers(numbers(ledger)), true))).isEqualTo(numbers(ledger));
            assertThat(numbers(Ledger.read(new Numbers(numbers(estimate)), false)))
                    .isEqualTo(numbers(estimate));
        }
    }

    @Test
    void after_a_change_of_the_world_a_quarter_counts_and_the_bets_begin_anew() {
        Ledger ledger = new Ledger();
        for (int i = 0; i < 400; i++) {
            ledger.add(i % 10 > 0, .1, i % 10 > 0 ? .3 : -.3, 0);
        }
        double weight = ledger.weight();
        ledger.fade();

        assertThat(ledger.weight()).isEqualTo(weight / 4);
        assertThat(ledger.eValue()).isBetween(.0, 1.0);
    }

    @Test
    void at_most_one_in_ten_verdicts_that_hold_together_may_be_false() {
        assertThat(Correction.threshold(java.util.stream.DoubleStream.of(1, 2, 3)))
                .isInfinite();
        assertThat(Correction.threshold(java.util.stream.DoubleStream.of(30, 0, 0)))
                .isEqualTo(30);
        assertThat(Correction.threshold(java.util.stream.DoubleStream.of(29, 0, 0)))
                .isInfinite();
        assertThat(Correction.threshold(java.util.stream.DoubleStream.of(16, 15, 0)))
                .isEqualTo(15);
        assertThat(Correction.threshold(java.util.stream.DoubleStream.empty())).isInfinite();
        assertThat(Correction.holds(15, new double[] {16, 15, 0})).isTrue();
        assertThat(Correction.holds(14, new double[] {16, 15, 14})).isTrue();
        assertThat(Correction.holds(9, new double[] {16, 15, 9})).isFalse();
    }

    private static double[] numbers(Ledger ledger) {
        Numbers to = new Numbers();
        ledger.write(to);
        return to.toArray();
    }

    /** The e-value before there is enough to tell it: the mean of the ten bets. */
    private static double ungated(Ledger ledger) {
        double[] numbers = numbers(ledger);
        double sum = 0;
        for (int i = numbers.length - 10; i < numbers.length; i++) {
            sum += Math.exp(numbers[i]);
        }
        return sum / 10;
    }
}
