package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.autotrainer.domain.evaluation.Attempt;
import org.junit.jupiter.api.Test;

/** One model of outcomes, one step for each; and what is said about it. */
class LearnerTest {
    private static final ParameterSpace SPACE = new ParameterSpace("temperature", List.of(0.0, 0.5));

    /** A learner with the evidence on a few heuristics, and what a store would keep of both. */
    private static final class Kept {
        private final Map<String, Part> parts = new LinkedHashMap<>();
        private final List<String> touched = new ArrayList<>();
        private final Learner learner = new Learner(touched::add);
        private final List<Evidence> evidence = new ArrayList<>();

        Kept(int heuristics) {
            for (int i = 0; i < heuristics; i++) {
                evidence.add(new Evidence());
            }
        }

        void write() {
            touched.forEach(name -> parts.put(name, learner.part(name)));
            touched.clear();
        }

        Kept restored() {
            write();
            Kept restored = new Kept(0);
            parts.values().forEach(restored.learner::restore);
            restored.parts.putAll(parts);
            evidence.forEach(one -> restored.evidence.add(
                    Evidence.restored(one.numbers(), one.tags(), one.markCritics(), one.story())));
            return restored;
        }

        List<Object> state() {
            List<Object> state = new ArrayList<>();
            for (String name : learner.parts()) {
                Part part = learner.part(name);
                state.add(name + " " + part.about() + " " + java.util.Arrays.toString(part.numbers()));
            }
            for (Evidence one : evidence) {
                state.add(java.util.Arrays.toString(one.numbers()));
                state.add(one.tags());
                state.add(one.markCritics());
                state.add(one.story());
                state.add(one.status());
            }
            state.add(learner.alarms());
            state.add(learner.critics());
            return state;
        }
    }

    @Test
    void a_learner_that_is_brought_back_in_the_middle_goes_on_as_if_nothing_had_happened() {
        for (long seed = 0; seed < 200; seed++) {
            int tasks = 120;
            int stop = new Random(seed).nextInt(tasks);
            Kept whole = new Kept(6);
            Kept first = new Kept(6);
            Random one = new Random(seed);
            Random other = new Random(seed);
            for (int task = 0; task < tasks; task++) {
                live(whole, one, task);
            }
            for (int task = 0; task < stop; task++) {
                live(first, other, task);
            }
            Kept second = first.restored();
            assertThat(second.state()).as("seed %d, at %d", seed, stop).isEqualTo(first.state());
            for (int task = stop; task < tasks; task++) {
                live(second, other, task);
            }

            assertThat(second.state()).as("seed %d, from %d", seed, stop).isEqualTo(whole.state());
        }
    }

    @Test
    void random_lives_meet_every_status_and_alarms() {
        Map<Lifecycle, Integer> met = new HashMap<>();
        int alarms = 0;
        for (long seed = 0; seed < 60; seed++) {
            Kept kept = new Kept(6);
            Random random = new Random(seed);
            for (int task = 0; task < 300; task++) {
                live(kept, random, task);
            }
            kept.evidence.forEach(one -> met.merge(one.status(), 1, Integer::sum));
            alarms += kept.learner.alarms().size();
        }

        assertThat(met).containsKeys(Lifecycle.TRIAL, Lifecycle.ACTIVE, Lifecycle.RETIRED);
        assertThat(alarms).isPositive();
    }

    @Test
    void evidence_with_too_few_or_too_many_numbers_is_refused() {
        Kept kept = new Kept(1);
        Random random = new Random(1);
        for (int task = 0; task < 20; task++) {
            live(kept, random, task);
        }
        Evidence one = kept.evidence.get(0);
        double[] numbers = one.numbers();

        assertThat(one.markCritics()).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.restored(
                        java.util.Arrays.copyOf(numbers, numbers.length - 1), one.tags(), one.markCritics(), List.of()))
                .withMessageContaining("rebuild the store");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.restored(numbers, one.tags(), List.of(), List.of()))
                .withMessageContaining("rebuild the store");
    }

    @Test
    void what_no_coin_decided_neither_bears_out_beliefs_nor_contradicts_them() {
        Kept kept = new Kept(1);
        Random random = new Random(2);
        for (int task = 0; task < 50; task++) {
            live(kept, random, task);
        }
        double trust = kept.learner.trust();
        for (int task = 0; task < 50; task++) {
            boolean shown = task % 2 == 0;
            Trial.Chosen chosen = new Trial.Chosen("h0", kept.evidence.get(0), 1, 1, .1, shown);
            kept.learner.learn(
                    new Trial(false, false, List.of(chosen), List.of(), List.of()),
                    judged(shown, "c", List.of(), Map.of()));
        }

        assertThat(kept.learner.trust()).isEqualTo(trust);
    }

    @Test
    void credit_is_joint_so_that_a_free_rider_earns_little() {
        Kept kept = new Kept(2);
        Random random = new Random(3);
        for (int task = 0; task < 4_000; task++) {
            boolean helper = random.nextInt(2) == 0;
            boolean rider = random.nextInt(4) > 0 == helper;
            boolean success = random.nextDouble() < (helper ? .7 : .4);
            List<Trial.Chosen> chosen = List.of(
                    new Trial.Chosen("h0", kept.evidence.get(0), 0, 1, .5, helper),
                    new Trial.Chosen("h1", kept.evidence.get(1), 0, 1, .5, rider));
            kept.learner.learn(
                    new Trial(true, false, chosen, List.of(), List.of()), judged(success, "c", List.of(), Map.of()));
        }

        assertThat(kept.evidence.get(0).mean()).isGreaterThan(.15);
        assertThat(Math.abs(kept.evidence.get(1).mean())).isLessThan(.06);
        assertThat(kept.learner.verdict(kept.evidence.get(0), 0)).isEqualTo(Verdict.HELPS);
        assertThat(kept.learner.verdict(kept.evidence.get(1), 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_drop_in_a_tag_is_an_alarm_that_names_it() {
        Kept kept = new Kept(0);
        Random random = new Random(5);
        for (int task = 0; task < 700; task++) {
            boolean success = random.nextDouble() < (task < 400 ? .8 : .2);
            kept.learner.learn(Trial.NONE, judged(success, "c", List.of("refund"), Map.of()));
        }

        assertThat(kept.learner.alarms()).isNotEmpty();
        assertThat(kept.learner.alarms().get(0).what()).isEqualTo("tag");
        assertThat(kept.learner.alarms().get(0).id()).isEqualTo("refund");
        assertThat(kept.learner.alarms().get(0).up()).isFalse();
    }

    @Test
    void marks_of_a_critic_that_is_always_wrong_turn_their_sign() {
        Kept kept = new Kept(10);
        Random random = new Random(6);
        for (int task = 0; task < 3_000; task++) {
            int number = random.nextInt(10);
            boolean good = number < 5;
            boolean success = random.nextDouble() < (good ? .75 : .35);
            Trial.Chosen chosen = new Trial.Chosen("h" + number, kept.evidence.get(number), 0, 1, .05, true);
            kept.learner.learn(
                    new Trial(true, false, List.of(chosen), List.of(), List.of()),
                    judged(success, "liar", List.of(), Map.of("h" + number, good ? -1.0 : 1.0)));
        }

        assertThat(kept.learner.worthOfMarks()).isLessThan(.06);
        assertThat(kept.learner.belief(kept.evidence.get(0), 0))
                .isGreaterThan(kept.learner.belief(kept.evidence.get(9), 0));
    }

    @Test
    void a_critic_that_says_the_same_every_time_is_named_so() {
        Kept kept = new Kept(0);
        for (int task = 0; task < CriticRecord.ENOUGH; task++) {
            kept.learner.learn(Trial.NONE, judged(true, "yes", List.of(), Map.of()));
            kept.learner.learn(Trial.NONE, judged(task % 2 == 0, "fair", List.of(), Map.of()));
        }

        assertThat(kept.learner.critics())
                .extracting(record -> record.critic() + " " + record.constant())
                .containsExactly("fair false", "yes true");
    }

    @Test
    void agreement_by_chance_is_a_kappa_of_nothing() {
        Learner learner = new Learner(name -> {});
        for (int i = 0; i < 40; i++) {
            learner.learn(Trial.NONE, judged(i % 2 == 0, "a", List.of(), Map.of()));
            learner.agree("a", i % 2 == 0, "b", i / 2 % 2 == 0);
            learner.agree("c", i % 2 == 0, "a", i % 2 == 0);
        }
        Map<String, CriticRecord.Agreement> agreement = learner.critics().get(0).agreement();

        assertThat(agreement.get("b").kappa()).isZero();
        assertThat(agreement.get("c").kappa()).isEqualTo(1);
        assertThat(agreement.get("c").judged()).isEqualTo(40);
    }

    @Test
    void a_task_that_comes_again_has_a_baseline_of_its_own() {
        Learner learner = new Learner(name -> {});
        for (int i = 0; i < 50; i++) {
            learner.learn(Trial.NONE, new Judged(0, "c", false, 0, "", List.of(), 7, Map.of(), Instant.EPOCH));
            learner.learn(Trial.NONE, new Judged(1, "c", true, 1, "", List.of(), 8, Map.of(), Instant.EPOCH));
        }

        double[] numbers = learner.part("tasks:0").numbers();
        double first = numbers[2];
        double second = numbers[6];
        assertThat(first).isLessThan(-.2);
        assertThat(second).isGreaterThan(.2);
    }

    @Test
    void controls_measure_what_the_whole_memory_is_worth() {
        Kept kept = new Kept(1);
        Random random = new Random(8);
        for (int task = 0; task < 20_000; task++) {
            boolean control = random.nextInt(50) == 0;
            boolean success = random.nextDouble() < (control ? .4 : .6);
            kept.learner.learn(
                    new Trial(true, control, List.of(), List.of(), List.of()),
                    judged(success, "c", List.of(), Map.of()));
        }
        Lift lift = kept.learner.lift();
        Interval measured = lift.measured().orElseThrow();

        assertThat(lift.used() + lift.controls()).isEqualTo(20_000);
        assertThat(measured.low()).isLessThan(.2);
        assertThat(measured.high()).isGreaterThan(.2);
        assertThat(measured.uplift()).isBetween(.1, .3);
        assertThat(lift.successUsed()).isBetween(.58, .62);
    }

    // in words

    @Test
    void what_is_known_is_said_in_a_sentence() {
        Evidence fresh = new Evidence();
        assertThat(Explanation.of(fresh, Optional.empty(), 1)).isEqualTo("not handed out yet");

        fresh.handedOut(true, Instant.EPOCH);
        fresh.handedOut(true, Instant.EPOCH);
        fresh.handedOut(false, Instant.EPOCH);
        assertThat(Explanation.of(fresh, Optional.empty(), 1)).isEqualTo("shown 2, withheld 1, not judged yet");
        assertThat(fresh.story())
                .extracting(StatusChange::because)
                .containsExactly("chosen for a task for the first time");
    }

    @Test
    void beliefs_are_told_in_points_with_their_interval() {
        Evidence evidence = new Evidence();
        evidence.handedOut(true, Instant.EPOCH);

        assertThat(Explanation.of(evidence, Optional.of(new Interval(.041, .0099, -.0004)), 1))
                .isEqualTo("+4.1 points where recalled (believed +1.0..0.0); shown 1, withheld by coin 0");
        assertThat(Explanation.of(evidence, Optional.of(new Interval(-.041, -.1, .02)), .4))
                .isEqualTo("-4.1 points where recalled (believed -10.0..+2.0); shown 1, withheld by coin 0;"
                        + " coins bear out only 40% of beliefs");
    }

    @Test
    void a_coin_check_is_told_once_there_is_one_and_says_whether_it_proves_anything() {
        Evidence open = new Evidence();
        Evidence proven = new Evidence();
        for (int i = 0; i < 400; i++) {
            boolean kept = i % 10 > 0;
            open.handedOut(kept, Instant.EPOCH);
            open.measure(1, kept, .1, i / 10 % 2 == 0 ? .5 : -.5, 0, List.of());
            proven.handedOut(kept, Instant.EPOCH);
            proven.measure(1, kept, .1, kept ? .3 : -.5, 0, List.of());
        }

        assertThat(Explanation.of(open, Optional.of(new Interval(.01, -.02, .03)), 1))
                .isEqualTo(
                        "+1.0 points where recalled (believed -2.0..+3.0); shown 360, withheld by coin 40; coin check 0.0 [-25.4, +25.4], e-value 0.1, not proven yet");
        assertThat(Explanation.of(proven, Optional.of(new Interval(.01, -.02, .03)), 1))
                .isEqualTo(
                        "+1.0 points where recalled (believed -2.0..+3.0); shown 360, withheld by coin 40; coin check +80.0 [+65.1, +94.9], e-value over 1000000000, proven");
    }

    @Test
    void numbers_beyond_all_bounds_are_told_as_such() {
        assertThat(Explanation.tenths(1e12)).isEqualTo("over 1000000000");
        assertThat(Explanation.tenths(-1e12)).isEqualTo("under -1000000000");
        assertThat(Explanation.points(.00049)).isEqualTo("0.0");
        assertThat(Explanation.points(-.0006)).isEqualTo("-0.1");
        assertThat(Explanation.points(.125)).isEqualTo("+12.5");
    }

    /** Some tasks with chosen heuristics of which the first helps and the last harms, marks, parameters, landmarks, drift. */
    private static void live(Kept kept, Random random, int task) {
        List<Trial.Chosen> chosen = new ArrayList<>();
        List<Trial.Landmark> landmarks = new ArrayList<>();
        Map<String, Double> marks = new HashMap<>();
        boolean control = random.nextInt(20) == 0;
        double rate = task < 80 ? .5 : .3;
        for (int i = 0; i < kept.evidence.size(); i++) {
            if (random.nextInt(3) > 0) {
                boolean shown = !control && random.nextInt(10) > 0;
                Evidence evidence = kept.evidence.get(i);
                evidence.handedOut(shown, Instant.EPOCH);
                chosen.add(new Trial.Chosen("h" + i, evidence, i % 3, .2 + .8 * random.nextDouble(), .1, shown));
                rate += shown && i == 0 ? .45 : shown && i == 5 ? -.4 : 0;
                if (random.nextInt(3) == 0) {
                    marks.put("h" + i, i < 3 ? 1.0 : -1.0);
                }
            } else {
                landmarks.add(new Trial.Landmark("h" + i, kept.evidence.get(i), random.nextDouble()));
            }
        }
        Chance chance = Chance.of(Chance.openKey(), Attempt.at("a", "t" + task), 0, "");
        Trial.Choice choice = kept.learner.choose(SPACE, chance, random.nextBoolean());
        if (random.nextInt(5) == 0 && !kept.evidence.isEmpty()) {
            kept.learner.suggestedAgain(kept.evidence.get(0), random.nextDouble());
        }
        if (random.nextInt(6) == 0) {
            kept.learner.agree("judge", random.nextBoolean(), "pytest", random.nextBoolean());
        }
        boolean success = random.nextDouble() < rate;
        kept.learner.learn(
                new Trial(random.nextInt(6) > 0, control, chosen, landmarks, List.of(choice)),
                new Judged(
                        success ? 1 : 0,
                        random.nextBoolean() ? "judge" : "pytest",
                        success,
                        success ? 1 : .2,
                        random.nextBoolean() ? "small" : "",
                        List.of("tag" + random.nextInt(12), "common"),
                        random.nextInt(40),
                        marks,
                        Instant.ofEpochSecond(task)));
    }

    private static Judged judged(boolean success, String critic, List<String> tags, Map<String, Double> marks) {
        return new Judged(success ? 1 : 0, critic, success, success ? 1 : .3, "", tags, 0, marks, Instant.EPOCH);
    }
}
