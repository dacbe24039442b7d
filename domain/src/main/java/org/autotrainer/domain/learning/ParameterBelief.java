package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * What is believed about the values of one strategy parameter: a Gaussian over them, with evidence of each against the default.
 *
 * <p>Working state of the fold.
 */
public final class ParameterBelief {
    private static final double PRIOR_VARIANCE = Tuning.EFFECT_VARIANCE;
    private static final double REACH = 1.5;
    private static final double EXPLORE = 0.10;
    private static final int DRAWS = 64;

    private final ParameterSpace space;
    private final double[] mean;
    private final double[][] covariance;
    private final int[] used;
    private final Ledger[] against;

    /** Knows nothing yet. */
    ParameterBelief(ParameterSpace space) {
        this.space = space;
        int values = space.values().size();
        mean = new double[values];
        covariance = new double[values][values];
        used = new int[values];
        against = new Ledger[values];
        boolean ordered = space.isOrdered();
        for (int i = 0; i < values; i++) {
            against[i] = new Ledger();
            for (int j = 0; j < values; j++) {
                double alike = i == j ? 1 : ordered ? StrictMath.exp(-Math.abs(i - j) / REACH) : 0;
                covariance[i][j] = PRIOR_VARIANCE * alike;
            }
        }
    }

    /** The parameter. */
    public ParameterSpace space() {
        return space;
    }

    /**
     * A value of the parameter with what is known about it.
     *
     * @param value the value
     * @param used in how many judged attempts it was in force
     * @param believed its effect against the default
     * @param measured the same by the coins alone; absent for the default and without evidence
     * @param better whether it is proven to be better than the default
     */
    public record Known(
            Object value, int used, Interval believed, java.util.Optional<Interval> measured, boolean better) {}

    /** All values with what is known about them, in the order in which they were offered. */
    public List<Known> known() {
        List<Known> all = new ArrayList<>();
        for (int i = 0; i < mean.length; i++) {
            double effect = mean[i] - mean[0];
            double sd = StrictMath.sqrt(Math.max(0, covariance[i][i] + covariance[0][0] - 2 * covariance[i][0]));
            boolean better = i > 0 && against[i].isUp() && against[i].eValue() >= Tuning.PROOF * (mean.length - 1);
            all.add(new Known(
                    space.values().get(i),
                    used[i],
                    new Interval(effect, effect - 1.96 * sd, effect + 1.96 * sd),
                    i == 0 ? java.util.Optional.empty() : against[i].interval(),
                    better));
        }
        return all;
    }

    /** The value that is believed to be best; of equals the first. */
    public int recommended() {
        int best = 0;
        for (int i = 1; i < mean.length; i++) {
            best = mean[i] > mean[best] ? i : best;
        }
        return best;
    }

    double mean(int value) {
        return mean[value];
    }

    double variance(int value) {
        return covariance[value][value];
    }

    /** Hands out a value: by the probability that it is best, and now and then any. */
    Trial.Choice choose(Chance chance) {
        int values = mean.length;
        long item = org.autotrainer.domain.evaluation.Identity.of("parameter")
                .text(space.name())
                .hash();
        double[][] root = root();
        int[] wins = new int[values];
        double[] normals = new double[values];
        for (int draw = 0; draw < DRAWS; draw++) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < values; i++) {
                normals[i] = chance.normal(Chance.Purpose.DRAW, item + draw * 64L + i);
                double drawn = mean[i];
                for (int j = 0; j <= i; j++) {
                    drawn += root[i][j] * normals[j];
                }
                if (drawn > most) {
                    most = drawn;
                    best = i;
                }
            }
            wins[best]++;
        }
        List<Double> propensities = new ArrayList<>();
        double point = chance.uniform(Chance.Purpose.PARAMETER, item);
        double sum = 0;
        int taken = values - 1;
        for (int i = 0; i < values; i++) {
            double propensity = (1 - EXPLORE) * wins[i] / DRAWS + EXPLORE / values;
            propensities.add(propensity);
            if (point >= sum && point < sum + propensity) {
                taken = i;
            }
            sum += propensity;
        }
        return new Trial.Choice(space, taken, propensities);
    }

    private double[][] root() {
        int values = mean.length;
        double[][] root = new double[values][values];
        for (int i = 0; i < values; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? StrictMath.sqrt(Math.max(rest, 1e-12)) : rest / root[j][j];
            }
        }
        return root;
    }

    /** Learns from an outcome: its error, and the step of the filter that all beliefs take together. */
    void learn(Trial.Choice choice, double error, double gain, double noise) {
        int taken = choice.value();
        used[taken]++;
        List<Double> chances = choice.propensities();
        if (!chances.isEmpty()) {
            double without = error + mean[taken];
            for (int j = 1; j < mean.length; j++) {
                if (taken == j || taken == 0) {
                    double share = chances.get(j) / (chances.get(j) + chances.get(0));
                    double residual = without - share * mean[j] - (1 - share) * mean[0];
                    against[j].add(taken == j, 1 - share, residual, mean[j] - mean[0]);
                }
            }
        }
        double[] column = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            column[i] = covariance[i][taken];
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] += column[i] * gain;
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] -= column[i] * column[j] / noise;
            }
        }
    }

    double[] numbers() {
        Numbers to = new Numbers();
        for (int i = 0; i < mean.length; i++) {
            to.add(mean[i]).add(used[i]);
            for (double one : covariance[i]) {
                to.add(one);
            }
            against[i].write(to);
        }
        return to.toArray();
    }

    static ParameterBelief restored(ParameterSpace space, double[] numbers) {
        Numbers from = new Numbers(numbers);
        ParameterBelief belief = new ParameterBelief(space);
        for (int i = 0; i < belief.mean.length; i++) {
            belief.mean[i] = from.next();
            belief.used[i] = (int) from.next();
            for (int j = 0; j < belief.mean.length; j++) {
                belief.covariance[i][j] = from.next();
            }
            belief.against[i] = Ledger.read(from, true);
        }
        return belief;
    }
}
