package org.autotrainer.domain.learning;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The marks of the critics of one agent, and what they say about quality: one factor, one loading a critic. */
final class Marks {
    private static final double PACE = .002;
    private static final double HORIZON = 4;

    private final SortedMap<String, MarkCritic> critics = new TreeMap<>();
    private double told;
    private double information;

    /** The marks of one critic on one heuristic: sums of mark times relevance, of relevance, of its square, and a count. */
    static final class Sums {
        private double marks;
        private double relevance;
        private double squares;
        private double count;

        void write(Numbers to) {
            to.add(marks).add(relevance).add(squares).add(count);
        }

        static Sums read(Numbers from) {
            Sums sums = new Sums();
            sums.marks = from.next();
            sums.relevance = from.next();
            sums.squares = from.next();
            sums.count = from.next();
            return sums;
        }
    }

    /** What marks say about a heuristic: a standardised quality, and how much is known (1: nothing). */
    record Quality(double mean, double precision) {}

    /** The quality of a heuristic, given all marks on it. */
    Quality quality(SortedMap<String, Sums> sums) {
        return quality(sums, 0);
    }

    private Quality quality(SortedMap<String, Sums> all, double leastLoading) {
        double a = 0;
        double b = 1;
        for (var entry : all.entrySet()) {
            MarkCritic critic = critic(entry.getKey());
            double loading = Math.copySign(Math.max(Math.abs(critic.loading()), leastLoading), critic.loading());
            Sums sums = entry.getValue();
            a += loading * (sums.marks - sums.relevance * critic.bias()) / critic.noise();
            b += loading * loading * sums.squares / critic.noise();
        }
        return new Quality(a / b, b);
    }

    /** How far the next few marks on a heuristic would move its quality: what showing it would teach. */
    double curiosity(double precision) {
        return told == 0
                ? 0
                : StrictMath.sqrt(Math.max(0, 1 / precision - 1 / (precision + HORIZON * information / told)));
    }

    boolean isEmpty() {
        return told == 0;
    }

    /** Takes in a mark: 1 helped, −1 hurt, 0 shown and not marked. */
    void add(String name, SortedMap<String, Sums> all, double mark, double relevance) {
        MarkCritic critic = critic(name);
        double before = all.values().stream().mapToDouble(sums -> sums.count).sum();
        if (before > 0) {
            critic.agree(
                    mark, relevance * quality(all, MarkCritic.LEAST_LOADING).mean());
        }
        Sums sums = all.computeIfAbsent(name, any -> new Sums());
        sums.marks += relevance * mark;
        sums.relevance += relevance;
        sums.squares += relevance * relevance;
        sums.count++;
        told += 1 - told * PACE;
        information +=
                critic.loading() * critic.loading() / critic.noise() * relevance * relevance - information * PACE;
        critic.count(mark, before);
    }

    private MarkCritic critic(String name) {
        return critics.computeIfAbsent(name, any -> new MarkCritic());
    }

    SortedMap<String, MarkCritic> critics() {
        return Collections.unmodifiableSortedMap(critics);
    }

    double[] numbers() {
        return new double[] {told, information};
    }

    void restore(double[] numbers) {
        told = numbers[0];
        information = numbers[1];
    }

    void restore(String name, double[] numbers) {
        critics.put(name, MarkCritic.of(numbers));
    }
}
