package org.autotrainer.application.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/** Makes text that every store keeps of what telemetry brings: NUL, unpaired surrogates and noncharacters become U+FFFD. */
final class OtlpText {
    private static final char REPLACEMENT = '\uFFFD';

    private OtlpText() {}

    /** What an object has under a name; an empty text when it is absent or null. */
    static Object at(Map<?, ?> object, String name) {
        Object value = object.get(name);
        return value == null ? "" : value;
    }

    /** A value as a text: what is no text is written as JSON. */
    static String text(Object value) {
        if (value instanceof String text) {
            return clean(text);
        }
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            String line = JsonLine.of(Map.of("", cleaned(value, 1)));
            return line.substring("{\"\":".length(), line.length() - 1);
        }
        return value.toString();
    }

    /** A name or an id under a name: one line. */
    static String line(Map<?, ?> object, String name) {
        return line(text(at(object, name)), Limits.NAME);
    }

    /** A value in which every text is one that stores keep. */
    static Object cleaned(Object value) {
        return cleaned(value, 1);
    }

    @SuppressWarnings("NullAway") // JSON has null
    private static Object cleaned(Object value, int level) {
        if (level > Limits.DEPTH) {
            throw new InvalidValueException("a value nests deeper than " + Limits.DEPTH + " levels");
        }
        if (value instanceof String text) {
            return clean(text);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(cleaned(element, level + 1)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(clean(String.valueOf(name)), cleaned(inner, level + 1)));
            return copy;
        }
        return value instanceof BigInteger || value instanceof BigDecimal ? value.toString() : value;
    }

    /** The text as every store keeps it. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRefused(text, i)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isRefused(point) ? REPLACEMENT : point));
        return clean.toString();
    }

    private static boolean isRefused(String text, int index) {
        char letter = text.charAt(index);
        return letter == 0 || (letter >= Character.MIN_SURROGATE && isRefused(pointAround(text, index)));
    }

    /** The code point of which a unit is a part. */
    private static int pointAround(String text, int index) {
        boolean second = index > 0
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return text.codePointAt(second ? index - 1 : index);
    }

    private static boolean isRefused(int point) {
        return point == 0
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point & 0xfffe) == 0xfffe
                || (point >= 0xfdd0 && point <= 0xfdef);
    }

    /** The beginning of a text as one line: what names and ids take. */
    static String line(String text, int max) {
        return JsonFields.excerpt(clean(text), max)
                .replace('\n', ' ')
                .replace('\t', ' ')
                .strip();
    }
}
