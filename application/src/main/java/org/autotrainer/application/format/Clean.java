package org.autotrainer.application.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.evaluation.Suggestion;

/** Makes what other tools wrote fit for names, ids and advice. */
final class Clean {
    private static final int KEPT = 160;
    private static final int HASH = 16;
    private static final int REPLACEMENT = 0xfffd;

    private Clean() {}

    /** A name or an id in one line; what is too long keeps its beginning and ends in a hash of the whole. */
    static String name(String text) {
        String line = prose(text, Integer.MAX_VALUE)
                .replace('\n', ' ')
                .replace('\t', ' ')
                .strip();
        return line.codePointCount(0, line.length()) <= Limits.NAME
                ? line
                : prose(line, KEPT) + "… " + hash(line).substring(0, HASH);
    }

    /** The beginning of a prose text, without what no store keeps. */
    static String prose(String text, int max) {
        int plain = 0;
        while (plain < text.length() && plain < max && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length() || plain == max) {
            return text.substring(0, plain);
        }
        StringBuilder prose = new StringBuilder(text.substring(0, plain));
        text.substring(plain).codePoints().limit(max - plain).forEach(point -> prose.appendCodePoint(shown(point)));
        return prose.toString();
    }

    private static boolean isPlain(char unit) {
        return (unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\t';
    }

    private static int shown(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noncharacter = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        if (surrogate || noncharacter) {
            return REPLACEMENT;
        }
        return Character.isISOControl(point) && point != '\n' && point != '\t' ? ' ' : point;
    }

    /** Advice, if the text says anything; at most as much as advice may have. */
    static List<Suggestion> advice(String text) {
        String prose = prose(text, Limits.SUGGESTION).strip();
        return prose.isEmpty() ? List.of() : List.of(Suggestion.of(prose));
    }

    /** The values of an object that are numbers, texts or booleans: what parameters may be. */
    static Map<String, Object> scalars(Map<?, ?> object) {
        Map<String, Object> scalars = new TreeMap<>();
        object.forEach((name, value) -> {
            boolean finite = value instanceof Number number && Double.isFinite(number.doubleValue());
            if (scalars.size() < Limits.PARAMETERS && (finite || value instanceof Boolean)) {
                scalars.put(name((String) name), value);
            } else if (scalars.size() < Limits.PARAMETERS && value instanceof String text && !text.isEmpty()) {
                scalars.put(name((String) name), prose(text, KEPT));
            }
        });
        return scalars;
    }

    /** A hash of any JSON value that does not ask for the order of members. */
    static String hash(Object value) {
        return Identity.of("foreign").text(String.valueOf(ordered(value))).id();
    }

    private static Object ordered(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> ordered = new TreeMap<>();
            map.forEach((name, inner) -> ordered.put((String) name, inner == null ? "null" : ordered(inner)));
            return ordered;
        }
        if (value instanceof List<?> list) {
            List<Object> ordered = new ArrayList<>();
            list.forEach(inner -> ordered.add(inner == null ? "null" : ordered(inner)));
            return ordered;
        }
        return value;
    }

    /** A time with its offset, if the text is one. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
