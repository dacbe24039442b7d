package org.autotrainer.domain.learning;

/** One weight of the model of outcomes, with what is not known about it. Working state of the fold. */
final class Weight {
    private double mean;
    private double variance;

    Weight(double mean, double variance) {
        this.mean = mean;
        this.variance = variance;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** Grows less certain with time. */
    void grow(double by) {
        variance += by;
    }

    /** Is less certain at once. */
    void loosen(double atLeast) {
        variance = Math.max(variance, atLeast);
    }

    /** One step of the diagonal Kalman filter: {@code x} is how much of the weight was in the outcome. */
    void step(double x, double gain, double noise, double leastVariance) {
        double share = variance * x;
        mean += share * gain;
        variance = Math.max(leastVariance, variance - share * share / noise);
    }

    void set(Weight other) {
        mean = other.mean;
        variance = other.variance;
    }

    void write(Numbers to) {
        to.add(mean).add(variance);
    }

    static Weight read(Numbers from) {
        double mean = from.next();
        return new Weight(mean, from.next());
    }
}
