package org.autotrainer.domain.learning;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Which verdicts of an agent hold together: e-BH (Wang and Ramdas, 2022), at most one in ten of them false. */
public final class Correction {
    private static final double FALSE_SHARE = 0.10;

    private Correction() {}

    /** The e-value from which on verdicts hold together; infinite when none do. */
    public static double threshold(DoubleStream eValues) {
        double[] sorted = eValues.sorted().toArray();
        int tested = sorted.length;
        for (int i = 0; i < tested; i++) {
            int atLeast = tested - i;
            if (sorted[i] * atLeast * FALSE_SHARE >= tested) {
                return sorted[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Whether an e-value is among those that hold together. */
    public static boolean holds(double eValue, double[] all) {
        return eValue >= threshold(Arrays.stream(all));
    }
}
