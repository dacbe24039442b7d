package org.autotrainer.domain.sim;

/** Where an effect on the probability of success lies, as somebody says. */
record Interval(double low, double high) {
    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
