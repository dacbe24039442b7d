package org.autotrainer.domain.learning;

import java.util.Arrays;

/**
 * Tells when outcomes have left what was predicted: an e-detector, a mixture of e-CUSUMs in both directions (Shin, Ramdas and
 * Rinaldo, 2024). At most one false alarm in a thousand outcomes is guaranteed; far fewer are seen.
 */
final class Detector {
    private static final double[] PACES = {.1, .2, .4, .8};
    private static final double ALARM = 1_000;

    private final double[] up = ones();
    private final double[] down = ones();

    /** Takes in how far an outcome was from its prediction, −1 to 1; says 1 or −1 on an alarm in that direction, else 0. */
    int add(double error) {
        double z = 2 * error;
        double sumUp = 0;
        double sumDown = 0;
        for (int i = 0; i < PACES.length; i++) {
            double pace = PACES[i];
            up[i] = Math.max(1, up[i]) * StrictMath.exp(pace * z - pace * pace / 2);
            down[i] = Math.max(1, down[i]) * StrictMath.exp(-pace * z - pace * pace / 2);
            sumUp += up[i];
            sumDown += down[i];
        }
        if ((sumUp + sumDown) / (2 * PACES.length) <= ALARM) {
            return 0;
        }
        Arrays.fill(up, 1);
        Arrays.fill(down, 1);
        return sumUp > sumDown ? 1 : -1;
    }

    void write(Numbers to) {
        for (int i = 0; i < PACES.length; i++) {
            to.add(up[i]).add(down[i]);
        }
    }

    static Detector read(Numbers from) {
        Detector detector = new Detector();
        for (int i = 0; i < PACES.length; i++) {
            detector.up[i] = from.next();
            detector.down[i] = from.next();
        }
        return detector;
    }

    private static double[] ones() {
        double[] ones = new double[PACES.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
