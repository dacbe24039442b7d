package org.autotrainer.domain.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Free-form objects (metadata, tool arguments, tool schemas, parameters) as plain JDK values.
 *
 * <p>A free-form value is a {@link String}, {@link Boolean}, {@link Long}, finite {@link Double}, {@code null}, or an
 * unmodifiable {@link List} or {@link Map} of these; maps keep the order in which they were given.
 */
public final class FreeForm {
    private FreeForm() {}

    /**
     * Makes a deep, unmodifiable copy with numbers as {@link Long} or {@link Double}.
     *
     * @throws InvalidValueException if a value is of another type, a number is not finite or not a 64-bit integer,
     *     it nests deeper than {@link Limits#DEPTH}, or all its texts are longer than {@link Limits#FREE_FORM}
     */
    public static Map<String, Object> copyOf(String what, Map<String, ?> object) {
        if (object.isEmpty()) {
            return Map.of();
        }
        return new Copier(what).object(object, 0);
    }

    /**
     * Makes a copy of an object whose values are numbers, texts and booleans only.
     *
     * @throws InvalidValueException if a value is none of these, or as {@link #copyOf} does
     */
    public static Map<String, Object> scalars(String what, Map<String, ?> object) {
        Map<String, Object> copy = copyOf(what, object);
        copy.forEach((name, value) -> {
            if (value == null || value instanceof List || value instanceof Map) {
                throw new InvalidValueException(
                        what + "." + name + " is " + typeOf(value) + "; allowed are a number, a text or a boolean");
            }
        });
        return copy;
    }

    private static String typeOf(Object value) {
        return value == null ? "null" : value instanceof List ? "a list" : "an object";
    }

    private static final class Copier {
        private final String what;
        private long characters;

        Copier(String what) {
            this.what = what;
        }

        Map<String, Object> object(Map<?, ?> map, int depth) {
            deeper(depth);
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(text((String) name), value(value, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }

        private List<Object> list(List<?> list, int depth) {
            deeper(depth);
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(value -> copy.add(value(value, depth + 1)));
            return Collections.unmodifiableList(copy);
        }

        private Object value(Object value, int depth) {
            if (value == null || value instanceof Boolean || value instanceof Long) {
                return value;
            }
            if (value instanceof String text) {
                return text(text);
            }
            if (value instanceof Map<?, ?> map) {
                return object(map, depth);
            }
            if (value instanceof List<?> list) {
                return list(list, depth);
            }
            if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
                return ((Number) value).longValue();
            }
            if (value instanceof Number number && !(value instanceof java.math.BigInteger)) {
                return finite(number.doubleValue());
            }
            throw new InvalidValueException(what + " holds " + value + ", which is not a text, boolean, list, object,"
                    + " 64-bit integer or finite number");
        }

        private Double finite(double number) {
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new InvalidValueException(what + " holds " + number + "; allowed are finite numbers");
            }
            return number;
        }

        private String text(String text) {
            characters += text.length();
            if (characters > Limits.FREE_FORM) {
                throw new InvalidValueException(
                        what + " is too large; allowed are " + Limits.FREE_FORM + " characters in all");
            }
            return CleanText.transcript(what, text);
        }

        private void deeper(int depth) {
            if (depth > Limits.DEPTH) {
                throw new InvalidValueException(what + " nests too deep; allowed are " + Limits.DEPTH + " levels");
            }
        }
    }
}
