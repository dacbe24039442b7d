package org.autotrainer.adapters.cli.console;

import java.util.List;
import java.util.Optional;

/** Shares over time as a line of small bars, such as {@code ▃▄▄▆▇}: an empty place where none is known. */
public final class Sparkline {
    private static final String EIGHTHS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** A bar for each share, from 0 to 1. */
    public static String of(List<Optional<Double>> shares) {
        StringBuilder line = new StringBuilder();
        for (Optional<Double> share : shares) {
            line.append(share.map(Sparkline::bar).orElse(' '));
        }
        return line.toString();
    }

    private static char bar(double share) {
        long height = Math.round(share * (EIGHTHS.length() - 1));
        return EIGHTHS.charAt((int) Math.max(0, Math.min(EIGHTHS.length() - 1, height)));
    }
}
