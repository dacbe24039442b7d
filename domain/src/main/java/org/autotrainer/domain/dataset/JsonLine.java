package org.autotrainer.domain.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Writes an object as one line of JSON: equal objects give equal text, on every Java.
 *
 * <p>Keys keep their order. Control characters and the line ends of Unicode are escaped, unpaired surrogates replaced.
 * A double is written with the fewest digits that read back as the same number, and always shows that it is one.
 */
public final class JsonLine {
    /** Doubles have at most this many significant digits. */
    private static final int MOST_DIGITS = 17;
    /** Smaller and larger powers of ten are written with an exponent. */
    private static final int SMALLEST_PLAIN = -7;

    private static final int LARGEST_PLAIN = 20;
    private static final String HEX = "0123456789abcdef";

    private JsonLine() {}

    /**
     * The object as a line, without the line feed.
     *
     * @throws IllegalArgumentException if a value is not a text, whole number, finite double, boolean, null, list or
     *     object of these
     */
    public static String of(Map<String, ?> object) {
        StringBuilder line = new StringBuilder();
        write(object, line);
        return line.toString();
    }

    /**
     * A list as a line, without the line feed.
     *
     * @throws IllegalArgumentException as {@link #of(Map)}
     */
    public static String of(List<?> list) {
        StringBuilder line = new StringBuilder();
        write(list, line);
        return line.toString();
    }

    private static void write(Object value, StringBuilder line) {
        if (value instanceof String text) {
            write(text, line);
        } else if (value instanceof Map<?, ?> object) {
            write(object, line);
        } else if (value instanceof List<?> list) {
            write(list, line);
        } else if (value instanceof Double || value instanceof Float) {
            line.append(number(((Number) value).doubleValue()));
        } else if (value == null
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            line.append(value);
        } else {
            throw new IllegalArgumentException("JSON has no form for " + value.getClass());
        }
    }

    private static void write(Map<?, ?> object, StringBuilder line) {
        char next = '{';
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            line.append(next);
            write((String) entry.getKey(), line);
            line.append(':');
            write(entry.getValue(), line);
            next = ',';
        }
        line.append(next == '{' ? "{}" : "}");
    }

    private static void write(List<?> list, StringBuilder line) {
        char next = '[';
        for (Object value : list) {
            line.append(next);
            write(value, line);
            next = ',';
        }
        line.append(next == '[' ? "[]" : "]");
    }

    private static void write(String text, StringBuilder line) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c >= 0x20 && c < 0x7f) {
                line.append(c);
            } else if (c < 0xa0 || c == 0x2028 || c == 0x2029) {
                escape(c, line);
            } else if (!Character.isSurrogate(c)) {
                line.append(c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                line.append(c).append(text.charAt(++i));
            } else {
                line.append('\ufffd');
            }
        }
        line.append('"');
    }

    private static void escape(char c, StringBuilder line) {
        line.append('\\');
        switch (c) {
            case '\n' -> line.append('n');
            case '\r' -> line.append('r');
            case '\t' -> line.append('t');
            case '\b' -> line.append('b');
            case '\f' -> line.append('f');
            default -> {
                line.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    line.append(HEX.charAt((c >> shift) & 0xf));
                }
            }
        }
    }

    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no form for " + value);
        }
        if (value == 0) {
            return Math.copySign(1, value) < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN) {
            return shortest.toPlainString() + (shortest.scale() <= 0 ? ".0" : "");
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
