package org.autotrainer.domain.learning;

/**
 * The constants of learning, chosen in simulation with known truth: see docs/learning.md for what each was measured against.
 *
 * <p>Effects are shares of success: 0.01 is one point. A change of any of them is a new version of the state hash.
 */
public final class Tuning {
    /** Standard deviation that an effect is expected to have before anything is known. */
    public static final double EFFECT_SD = 0.05;
    /** Most that the noise of exploration adds or takes: one point. */
    public static final double EXPLORATION = 0.010;
    /** What a place in a prompt costs in attention and tokens; advice must promise more. */
    public static final double COST = 0.004;
    /** Share of recalls in which a retired heuristic gets a second chance. */
    public static final double REVIVAL = 0.01;
    /** Share of tasks that get no heuristics at all, so that the memory as a whole can be measured. */
    public static final double CONTROL = 0.02;
    /** Share of the budget for advice that was hardly tried. */
    public static final double UNTRIED_SHARE = 0.34;
    /** So many pieces of advice that were hardly tried have a place in any budget. */
    public static final int UNTRIED_PLACES = 2;
    /** Chosen fewer times than this, advice counts as hardly tried, and is not retired. */
    public static final int TRIED = 10;
    /** Two chosen texts are alike from this Dice coefficient on. */
    public static final double ALIKE = 0.50;
    /** How many near heuristics make a local baseline. */
    public static final int LANDMARKS = 12;
    /** A verdict needs this much evidence: one wrong in forty under the null, for both signs together. */
    public static final double PROOF = 40;
    /**
     * The share of evidence intervals that are made to miss the truth, so that fewer than one in twenty do at any look: the
     * variance is an estimate, and at coins of 5 to 10% a nominal 0.05 missed in 5.6 to 6.5% of 4,000 runs, this in 4.1 to 5.0%.
     */
    static final double MISS = 0.035;
    /** The least variance of an outcome that intervals reckon with. */
    static final double LEAST_VARIANCE = 0.05;

    static final double EFFECT_VARIANCE = EFFECT_SD * EFFECT_SD;
    static final double SUPPORT_WORTH = 0.006;
    static final double SUPPORT_WORTH_SD = 0.004;
    static final double MARKS_WORTH = 0.06;
    static final double MARKS_WORTH_SD = 0.025;
    static final double MOST_DOUBLINGS = 4;
    static final double HEURISTIC_GROWTH = 3e-6;
    static final double BASELINE_GROWTH = 2e-5;
    static final double LEAST_NOISE = 0.08;
    static final double LANDMARK_PRIOR = 5;
    static final double TASK_VARIANCE = 0.05;
    static final double TAG_VARIANCE = 0.03;
    static final double MODEL_VARIANCE = 0.01;
    static final double OVERALL = 0.5;
    static final double OVERALL_VARIANCE = 0.06;
    static final double TRUST_PRIOR = 0.88;
    static final double MIXTURE = 1.25;
    static final double CONTEXT_ALARM_VARIANCE = 0.01;

    /** From the end of it on, all that may count does. */
    private static final double[] DOUBLINGS = doublings();

    private Tuning() {}

    /** Doublings of support that count: 0 for one task, up to 4 for sixteen and more. */
    public static double doublings(int tasks) {
        return tasks < 2 ? 0 : DOUBLINGS[Math.min(tasks, DOUBLINGS.length - 1)];
    }

    private static double[] doublings() {
        double[] doublings = new double[2 << (int) MOST_DOUBLINGS];
        for (int tasks = 2; tasks < doublings.length; tasks++) {
            doublings[tasks] = Math.min(MOST_DOUBLINGS, StrictMath.log(tasks) / StrictMath.log(2));
        }
        return doublings;
    }

    /** The standard normal distribution function; Abramowitz and Stegun (1964), 26.2.17, good to 1e-7. */
    static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = 0.3989422804014327
                * StrictMath.exp(-x * x / 2)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x < 0 ? tail : 1 - tail;
    }
}
