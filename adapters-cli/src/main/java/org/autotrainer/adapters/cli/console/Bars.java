package org.autotrainer.adapters.cli.console;

/** Small bars made of block characters. */
public final class Bars {
    private static final int WIDTH = 20;
    private static final int SMALL = 8;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private Bars() {}

    /** A bar as long as its share of the largest value; whatever is more than nothing can be seen. */
    public static String of(long value, long largest) {
        return of(value, largest, WIDTH);
    }

    /** A short bar, for a table with much else in it. */
    public static String small(long value, long largest) {
        return of(value, largest, SMALL);
    }

    static String of(long value, long largest, int width) {
        if (value <= 0 || largest <= 0) {
            return "";
        }
        long eighths = Math.max(1, Math.round(8.0 * width * Math.min(value, largest) / largest));
        int full = (int) (eighths / 8);
        int rest = (int) (eighths % 8);
        return "█".repeat(full) + (rest == 0 ? "" : String.valueOf(EIGHTHS.charAt(rest)));
    }
}
