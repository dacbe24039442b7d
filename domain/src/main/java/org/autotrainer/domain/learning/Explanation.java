package org.autotrainer.domain.learning;

import java.util.Optional;

/** Evidence in one sentence that a person understands. */
public final class Explanation {
    private Explanation() {}

    /**
     * What is believed and what was measured, in points of success.
     *
     * @param trust how far the coins bear out beliefs, 0 to 1
     */
    public static String of(Evidence evidence, Optional<Interval> believed, double trust) {
        if (believed.isEmpty()) {
            return evidence.shown() + evidence.withheld() == 0
                    ? "not handed out yet"
                    : "shown " + evidence.shown() + ", withheld " + evidence.withheld() + ", not judged yet";
        }
        Interval belief = believed.get();
        String measured = evidence.measured()
                .map(interval -> "; coin check " + points(interval.uplift()) + " [" + points(interval.low()) + ", "
                        + points(interval.high()) + "], e-value " + tenths(evidence.eValue())
                        + (evidence.eValue() >= Tuning.PROOF ? ", proven" : ", not proven yet"))
                .orElse("");
        return points(belief.uplift()) + " points where recalled (believed " + points(belief.low()) + ".."
                + points(belief.high()) + "); shown " + evidence.shown() + ", withheld by coin " + evidence.withheld()
                + measured + (trust < .5 ? "; coins bear out only " + Math.round(100 * trust) + "% of beliefs" : "");
    }

    /** A share of success as points with a sign and one decimal: {@code +4.1}. */
    public static String points(double share) {
        String digits = tenths(100 * share);
        return digits.startsWith("-") || digits.equals("0.0") ? digits : "+" + digits;
    }

    /** A number with one decimal, rounded half up. */
    public static String tenths(double number) {
        if (Math.abs(number) > 1e9) {
            return number > 0 ? "over 1000000000" : "under -1000000000";
        }
        long tenths = Math.round(number * 10);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
