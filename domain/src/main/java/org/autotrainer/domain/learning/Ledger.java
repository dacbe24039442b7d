package org.autotrainer.domain.learning;

import java.util.Optional;

/**
 * The randomised evidence on one effect: what happened where a known coin let it in, and where it kept it out.
 *
 * <p>The coin's probability is known, so the estimate is right whatever the rest of the model got wrong, and the e-value is a
 * test martingale: it may be looked at after every task. Working state of the fold; not thread-safe.
 */
public final class Ledger {
    private static final double[] BETS = {.5, 1, 2, 4, 8, -.5, -1, -2, -4, -8};
    private static final double ENOUGH = 4;

    private double sumAy;
    private double sumAa;
    private double sumV;
    private int in;
    private int out;
    private final double[] logE;

    Ledger() {
        this(BETS.length);
    }

    private Ledger(int bets) {
        logE = new double[bets];
    }

    /** A ledger that estimates, and makes no verdict. */
    static Ledger withoutBets() {
        return new Ledger(0);
    }

    /**
     * Takes in one outcome.
     *
     * @param kept whether the coin let it in
     * @param coin the probability with which the coin keeps it out, 0 to 1
     * @param residual what is left of the outcome when all else that is known is taken off
     * @param guess the effect that is believed until there is enough evidence
     */
    void add(boolean kept, double coin, double residual, double guess) {
        double a = (kept ? 1.0 : 0.0) - (1 - coin);
        if (kept) {
            in++;
        } else {
            out++;
        }
        if (coin <= 0) {
            return; // nothing was left to chance
        }
        for (int i = 0; i < logE.length; i++) {
            double bet = BETS[i];
            logE[i] += bet * a * residual
                    - StrictMath.log((1 - coin) * StrictMath.exp(bet * coin * residual)
                            + coin * StrictMath.exp(-bet * (1 - coin) * residual));
        }
        sumAy += a * residual;
        sumAa += a * a;
        double effect = sumAa > 5 ? sumAy / sumAa : guess;
        double rest = residual - effect * a;
        sumV += a * a * rest * rest;
    }

    /** Forgets three quarters after a change of the world, and begins to bet anew. */
    void fade() {
        sumAy *= .25;
        sumAa *= .25;
        sumV *= .25;
        java.util.Arrays.fill(logE, 0);
    }

    /** How often the coin let it in. */
    public int in() {
        return in;
    }

    /** How often the coin kept it out. */
    public int out() {
        return out;
    }

    /**
     * The e-value against "no effect": the mean of ten betting martingales (Waudby-Smith and Ramdas, 2024). 0 while there is
     * hardly any evidence.
     */
    public double eValue() {
        if (sumAa < ENOUGH) {
            return 0;
        }
        double sum = 0;
        for (double log : logE) {
            sum += StrictMath.exp(Math.min(60, log));
        }
        return sum / BETS.length;
    }

    double weight() {
        return sumAa;
    }

    /** Whether the evidence points up. */
    boolean isUp() {
        return sumAy > 0;
    }

    /** The measured effect with a normal-mixture confidence sequence (Howard and others, 2021): it holds at every look. */
    public Optional<Interval> interval() {
        if (sumAa < 1) {
            return Optional.empty();
        }
        double variance = Math.max(sumV, Tuning.LEAST_VARIANCE * sumAa) + Tuning.MIXTURE;
        double half =
                StrictMath.sqrt(variance * StrictMath.log(variance / (Tuning.MIXTURE * Tuning.MISS * Tuning.MISS)))
                        / sumAa;
        double uplift = sumAy / sumAa;
        return Optional.of(new Interval(uplift, uplift - half, uplift + half));
    }

    void write(Numbers to) {
        to.add(sumAy).add(sumAa).add(sumV).add(in).add(out);
        for (double log : logE) {
            to.add(log);
        }
    }

    static Ledger read(Numbers from, boolean betting) {
        Ledger ledger = betting ? new Ledger() : withoutBets();
        ledger.sumAy = from.next();
        ledger.sumAa = from.next();
        ledger.sumV = from.next();
        ledger.in = (int) from.next();
        ledger.out = (int) from.next();
        for (int i = 0; i < ledger.logE.length; i++) {
            ledger.logE[i] = from.next();
        }
        return ledger;
    }
}
