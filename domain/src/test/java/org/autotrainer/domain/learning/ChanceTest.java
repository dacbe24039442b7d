package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.learning.Chance.Purpose;
import org.junit.jupiter.api.Test;

/** Throws that anybody with the key can make again, and nobody else can tell. */
class ChanceTest {
    private static final byte[] KEY = Chance.keyOf("test");
    private static final Attempt ATTEMPT = new Attempt("a", "ci", "t1", 2);

    @Test
    void throws_are_those_of_the_first_release() {
        Chance chance = Chance.of(KEY, ATTEMPT, 0, "");

        assertThat(Long.toHexString(chance.seed())).isEqualTo("5c0e2fcc570ef760");
        assertThat(chance.uniform(Purpose.COIN, 42)).isEqualTo(0.4252282420328578);
        assertThat(chance.normal(Purpose.EXPLORATION, 42)).isEqualTo(0.10792841082923098);
        assertThat(Long.toHexString(chance.bits(Purpose.NONCE))).isEqualTo("661ec0f2b05079a6");
    }

    @Test
    void coins_are_fair_for_every_purpose() {
        for (Purpose purpose : Purpose.values()) {
            int below = 0;
            double sum = 0;
            double squares = 0;
            int throwsOfIt = 40_000;
            for (int i = 0; i < throwsOfIt; i++) {
                Chance chance = at("t" + i % 200, 0);
                double uniform = chance.uniform(purpose, i / 200);
                assertThat(uniform).isBetween(0.0, Math.nextDown(1.0));
                below += uniform < .05 ? 1 : 0;
                double normal = chance.normal(purpose, i / 200);
                sum += normal;
                squares += normal * normal;
            }

            assertThat(below / (double) throwsOfIt).as(purpose.name()).isCloseTo(.05, within(.005));
            assertThat(sum / throwsOfIt).as(purpose.name()).isCloseTo(0, within(.02));
            assertThat(squares / throwsOfIt).as(purpose.name()).isCloseTo(1, within(.03));
        }
    }

    @Test
    void what_is_surely_below_zero_is_and_most_that_is_below_is_told_so() {
        Chance chance = Chance.of(KEY, ATTEMPT, 0, "");
        int below = 0;
        int told = 0;
        for (long item = 0; item < 40_000; item++) {
            double normal = chance.normal(Purpose.EXPLORATION, item);
            boolean surely = chance.isSurelyBelowZero(Purpose.EXPLORATION, item);
            assertThat(surely && normal >= 0).as("item %d is %s", item, normal).isFalse();
            below += normal < 0 ? 1 : 0;
            told += surely ? 1 : 0;
        }

        assertThat(told).isGreaterThan((int) (.99 * below));
    }

    @Test
    void an_attempt_has_the_same_throws_however_often_it_asks() {
        assertThat(Chance.of(KEY, ATTEMPT, 0, "")).isEqualTo(Chance.of(KEY.clone(), ATTEMPT, 0, ""));
    }

    @Test
    void every_attempt_episode_key_and_lone_recall_has_throws_of_its_own() {
        Set<Long> seeds = new HashSet<>();
        seeds.add(Chance.of(KEY, ATTEMPT, 0, "").seed());
        seeds.add(Chance.of(KEY, ATTEMPT, 1, "").seed());
        seeds.add(Chance.of(KEY, ATTEMPT, 0, "x").seed());
        seeds.add(Chance.of(Chance.openKey(), ATTEMPT, 0, "").seed());
        seeds.add(Chance.of(KEY, new Attempt("b", "ci", "t1", 2), 0, "").seed());
        seeds.add(Chance.of(KEY, new Attempt("a", "", "t1", 2), 0, "").seed());
        seeds.add(Chance.of(KEY, new Attempt("a", "ci", "t2", 2), 0, "").seed());
        seeds.add(Chance.of(KEY, new Attempt("a", "ci", "t1", 3), 0, "").seed());

        assertThat(seeds).hasSize(8);
    }

    @Test
    void the_next_episode_throws_anew() {
        int same = 0;
        for (int i = 0; i < 10_000; i++) {
            boolean first = at("t" + i, 0).uniform(Purpose.COIN, 7) < .5;
            boolean second = at("t" + i, 1).uniform(Purpose.COIN, 7) < .5;
            same += first == second ? 1 : 0;
        }

        assertThat(same / 10_000.0).isCloseTo(.5, within(.02));
    }

    @Test
    void throws_for_different_purposes_have_nothing_to_do_with_each_other() {
        for (Purpose one : Purpose.values()) {
            for (Purpose other : Purpose.values()) {
                double products = 0;
                for (int i = 0; i < 4_000 && one != other; i++) {
                    Chance chance = at("t" + i, 0);
                    products += (chance.uniform(one, i % 5) - .5) * (chance.uniform(other, i % 5) - .5);
                }

                assertThat(12 * products / 4_000).as("%s and %s", one, other).isCloseTo(0, within(.07));
            }
        }
    }

    @Test
    void throws_for_different_items_have_nothing_to_do_with_each_other() {
        double products = 0;
        for (int i = 0; i < 20_000; i++) {
            Chance chance = at("t" + i, 0);
            products += (chance.uniform(Purpose.COIN, i) - .5) * (chance.uniform(Purpose.COIN, i + 1) - .5);
        }

        assertThat(12 * products / 20_000).isCloseTo(0, within(.03));
    }

    private static Chance at(String task, int episode) {
        return Chance.of(KEY, Attempt.at("a", task), episode, "");
    }
}
