package org.autotrainer.adapters.cli.console;

import java.util.Collection;
import java.util.Locale;

/**
 * A line on which effects are drawn with their intervals, in points of success, such as {@code -10 |--[==●==:=]--| +20}: the
 * colon stands for no effect. What lies beyond a hundred points cannot be, and ends in an arrow.
 */
public final class Axis {
    private static final int WIDTH = 21;
    private static final int SMALL = 11;
    private static final int STEP = 5;
    private static final int MOST = 100;

    private final int low;
    private final int high;

    private Axis(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /** An interval in shares of success. */
    public record Range(double low, double high) {}

    /** The axis that has room for all intervals, and for no effect. */
    public static Axis of(Collection<Range> ranges) {
        int low = -STEP;
        int high = STEP;
        for (Range range : ranges) {
            low = Math.min(low, -rounded(-range.low));
            high = Math.max(high, rounded(range.high));
        }
        return new Axis(low, high);
    }

    /** The next round number of points that is not below a share. */
    private static int rounded(double share) {
        return (int) Math.max(-MOST, Math.min(MOST, STEP * Math.ceil(100 * share / STEP)));
    }

    /** An effect, given in shares of success, with its interval. */
    public String bar(double effect, Range range) {
        return bar(effect, range, WIDTH);
    }

    /** The same, for a table with much else in it. */
    public String small(double effect, Range range) {
        return bar(effect, range, SMALL);
    }

    private String bar(double effect, Range range, int width) {
        StringBuilder line = new StringBuilder("-".repeat(width));
        int first = place(range.low, width);
        int last = place(range.high, width);
        for (int i = first; i <= last; i++) {
            line.setCharAt(i, '=');
        }
        line.setCharAt(first, 100 * range.low < low ? '<' : '[');
        line.setCharAt(last, 100 * range.high > high ? '>' : ']');
        line.setCharAt(place(0, width), ':');
        line.setCharAt(place(effect, width), '●');
        return end(low) + " |" + line + "| " + end(high);
    }

    private int place(double share, int width) {
        double where = (100 * share - low) / (high - low) * (width - 1);
        return (int) Math.max(0, Math.min(width - 1, Math.round(where)));
    }

    private static String end(int points) {
        return String.format(Locale.ROOT, "%+d", points);
    }
}
