package org.autotrainer.domain.learning;

/**
 * What is known about a critic's marks: its bias, its noise, and how far they say something about quality at all.
 *
 * <p>Learned from how its marks agree with earlier marks on the same heuristics, never from outcomes. Working state of the
 * fold.
 */
final class MarkCritic {
    static final double LEAST_LOADING = 0.1;

    private static final double LOADING = 0.25;
    private static final double RIDGE = 30;
    private static final double DOUBT = 0.5;
    private static final double LEAST_NOISE = 0.2;
    private static final int FIRST = 3;

    private double marks;
    private double bias;
    private double noise = 1;
    private double loading = LOADING;
    private double u = LOADING * RIDGE;
    private double v = RIDGE;
    private double firstSum;
    private double firsts;
    private double squares;

    double bias() {
        return bias;
    }

    double noise() {
        return noise;
    }

    /** How much of its marks is about quality; below 0 it praises what is bad. */
    double loading() {
        return loading;
    }

    double marks() {
        return marks;
    }

    /** Learns from a mark on a heuristic of which earlier marks say that it is {@code expected} good. */
    void agree(double mark, double expected) {
        u += (mark - bias) * expected;
        v += expected * expected;
        double found = u / v;
        double doubt = DOUBT * StrictMath.sqrt(noise / v);
        loading = Math.copySign(Math.max(0, Math.abs(found) - doubt), found);
    }

    /** Counts a mark; {@code before} is how many marks the heuristic had. */
    void count(double mark, double before) {
        marks++;
        squares += mark * mark;
        if (before < FIRST) {
            firstSum += mark;
            firsts++;
            bias = firstSum / (firsts + 10);
        }
        noise = Math.max(LEAST_NOISE, (squares + 5) / (marks + 5) - loading * loading);
    }

    double[] numbers() {
        return new Numbers()
                .add(marks)
                .add(bias)
                .add(noise)
                .add(loading)
                .add(u)
                .add(v)
                .add(firstSum)
                .add(firsts)
                .add(squares)
                .toArray();
    }

    static MarkCritic of(double[] numbers) {
        Numbers from = new Numbers(numbers);
        MarkCritic critic = new MarkCritic();
        critic.marks = from.next();
        critic.bias = from.next();
        critic.noise = from.next();
        critic.loading = from.next();
        critic.u = from.next();
        critic.v = from.next();
        critic.firstSum = from.next();
        critic.firsts = from.next();
        critic.squares = from.next();
        return critic;
    }
}
