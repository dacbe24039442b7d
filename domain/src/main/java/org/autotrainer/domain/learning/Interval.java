package org.autotrainer.domain.learning;

/**
 * An estimated effect with the interval that holds the truth 95 times in a hundred.
 *
 * @param uplift in shares of success: 0.04 is four points
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double uplift, double low, double high) {}
