package org.autotrainer.adapters.http;

import java.util.Locale;
import java.util.StringTokenizer;

/** Reads fields of the head in which a client says what it would rather have: {@code gzip;q=0.5, br}. */
final class Quality {
    private Quality() {}

    /** Whether a body may be compressed by gzip for a client. */
    static boolean acceptsGzip(String acceptEncoding) {
        double named = of(acceptEncoding, "gzip");
        return named < 0 ? of(acceptEncoding, "*") > 0 : named > 0;
    }

    /** Whether a client asks for lines by their name, rather than for JSON by its name. */
    static boolean prefersLines(String accept) {
        double lines = of(accept, Answer.LINES);
        return lines > 0 && lines > of(accept, Answer.JSON);
    }

    /** How much a client wants something, from 0 to 1; below 0 when it does not name it. */
    private static double of(String field, String name) {
        double highest = -1;
        StringTokenizer choices = new StringTokenizer(field.toLowerCase(Locale.ROOT), ",");
        while (choices.hasMoreTokens()) {
            StringTokenizer parts = new StringTokenizer(choices.nextToken(), ";");
            if (parts.hasMoreTokens() && parts.nextToken().strip().equals(name)) {
                double weight = 1;
                while (parts.hasMoreTokens()) {
                    weight = weight(parts.nextToken().strip(), weight);
                }
                highest = Math.max(highest, weight);
            }
        }
        return highest;
    }

    /** The weight that a parameter says; what is no weight from 0 to 1 counts as 0. */
    private static double weight(String parameter, double before) {
        if (!parameter.startsWith("q=")) {
            return before;
        }
        String value = parameter.substring(2);
        return value.matches("[01](\\.[0-9]{0,3})?") ? Math.min(1, Double.parseDouble(value)) : 0;
    }
}
