package org.autotrainer.adapters.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.adapters.cli.console.Axis;
import org.autotrainer.domain.learning.Explanation;

/**
 * An uplift with its interval, as it stands on the wire.
 *
 * @param uplift in shares of success: 0.04 is four points
 */
record Effect(double uplift, double low, double high) {
    /** The effect that a value of the wire is, if it is one. */
    static Optional<Effect> of(Object value) {
        return value instanceof Map<?, ?> body
                        && body.get("uplift") instanceof Number uplift
                        && body.get("low") instanceof Number low
                        && body.get("high") instanceof Number high
                ? Optional.of(new Effect(uplift.doubleValue(), low.doubleValue(), high.doubleValue()))
                : Optional.empty();
    }

    /** The effect of a name among evidence, if it is known. */
    static Optional<Effect> in(Map<String, Object> evidence, String name) {
        return of(evidence.getOrDefault(name, ""));
    }

    /** The uplift in points, with a sign. */
    String points() {
        return Explanation.points(uplift);
    }

    /** The interval in points: a difference of shares lies within a hundred, however little is known of it. */
    String interval() {
        return "[" + Explanation.points(range().low()) + ", " + Explanation.points(range().high()) + "]";
    }

    /** Whether the interval says nothing: it holds all that a difference of shares can be. */
    boolean saysNothing() {
        return low <= -1 && high >= 1;
    }

    /** Uplift and interval in points. */
    String inWords() {
        return points() + " " + interval();
    }

    /** The interval, for an axis. */
    Axis.Range range() {
        return new Axis.Range(Math.max(-1, low), Math.min(1, high));
    }

    String bar(Axis axis) {
        return axis.bar(uplift, range());
    }

    String small(Axis axis) {
        return axis.small(uplift, range());
    }

    /** A share as a percentage with one decimal. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** A share in points, with a sign. */
    static String signed(double share) {
        return Explanation.points(share);
    }

    /** A number with one decimal. */
    static String tenths(double number) {
        return Explanation.tenths(number);
    }

    /** A number with two decimals. */
    static String decimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
