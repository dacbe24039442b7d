package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Changes of the world are seen soon, and seldom where there are none. */
class DetectorTest {
    @Test
    void false_alarms_are_rarer_than_one_in_ten_thousand_outcomes() {
        int alarms = 0;
        for (int run = 0; run < 60; run++) {
            Random random = new Random(run);
            Detector detector = new Detector();
            double rate = .2 + .6 * random.nextDouble();
            for (int task = 0; task < 10_000; task++) {
                alarms += detector.add((random.nextDouble() < rate ? 1 : 0) - rate) == 0 ? 0 : 1;
            }
        }

        assertThat(alarms / 60.0).isLessThanOrEqualTo(1);
    }

    @Test
    void a_drop_of_20_points_is_seen_within_about_a_hundred_tasks() {
        List<Integer> needed = new ArrayList<>();
        for (int run = 0; run < 300; run++) {
            needed.add(seen(run, -.2));
        }
        needed.sort(null);

        assertThat(needed.get(150)).isBetween(40, 150);
    }

    @Test
    void a_rise_is_told_from_a_drop() {
        assertThat(direction(.4)).isEqualTo(1);
        assertThat(direction(-.4)).isEqualTo(-1);
    }

    @Test
    void after_an_alarm_it_begins_anew() {
        Detector detector = new Detector();
        int task = 0;
        while (detector.add(-.9) == 0) {
            task++;
        }
        int again = 0;
        while (detector.add(-.9) == 0) {
            again++;
        }

        assertThat(again).isEqualTo(task);
    }

    @Test
    void a_detector_comes_back_as_it_was() {
        Random random = new Random(5);
        Detector detector = new Detector();
        for (int i = 0; i < 500; i++) {
            detector.add(random.nextGaussian() / 3);
            assertThat(numbers(Detector.read(new Numbers(numbers(detector))))).isEqualTo(numbers(detector));
        }
    }

    private static int seen(long seed, double change) {
        Random random = new Random(seed);
        Detector detector = new Detector();
        for (int task = 0; task < 200; task++) {
            detector.add((random.nextDouble() < .6 ? 1 : 0) - .6);
        }
        int task = 1;
        while (detector.add((random.nextDouble() < .6 + change ? 1 : 0) - .6) >= 0 && task < 10_000) {
            task++;
        }
        return task;
    }

    private static int direction(double change) {
        Random random = new Random(1);
        Detector detector = new Detector();
        int told = 0;
        while (told == 0) {
            told = detector.add((random.nextDouble() < .5 + change ? 1 : 0) - .5);
        }
        return told;
    }

    private static double[] numbers(Detector detector) {
        Numbers to = new Numbers();
        detector.write(to);
        return to.toArray();
    }
}
