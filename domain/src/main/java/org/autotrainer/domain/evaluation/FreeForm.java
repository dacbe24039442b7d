package org.autotrainer.domain.evaluation;

import java.math.BigInteger;
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
     * @throws InvalidValueException if a value is of another type, a name is not a text, a number is not finite, an
     *     integer has more than 64 bits, it nests deeper than {@link Limits#DEPTH}, it has more than {@link
     *     Limits#FREE_FORM_VALUES} values, or all its texts are longer than {@link Limits#FREE_FORM}
     */
    public static Map<String, Object> copyOf(String what, Map<String, ?> object) {
        if (object.isEmpty()) {
            return Map.of();
        }
        return new Copier(what).object(object, 1);
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

    /** The code points of all texts of a free-form value together, names included. */
    static long length(Object value) {
        long length = 0;
        if (value instanceof String text) {
            length = text.codePointCount(0, text.length());
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                length += length(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                length += length(entry.getKey()) + length(entry.getValue());
            }
        }
        return length;
    }

    private static String typeOf(Object value) {
        return value == null ? "null" : value instanceof List ? "a list" : "an object";
    }

    private static final class Copier {
        private final String what;
        private long characters;
        private int values;

        Copier(String what) {
            this.what = what;
        }

        Map<String, Object> object(Map<?, ?> map, int level) {
            enter(level);
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(name(name), value(value, level)));
            return Collections.unmodifiableMap(copy);
        }

        private List<Object> list(List<?> list, int level) {
            enter(level);
            List<Object> copy = new ArrayList<>();
            list.forEach(value -> copy.add(value(value, level)));
            return Collections.unmodifiableList(copy);
        }

        private Object value(Object value, int level) {
            if (++values > Limits.FREE_FORM_VALUES) {
                throw new InvalidValueException(
                        what + " is too large; allowed are " + Limits.FREE_FORM_VALUES + " values in all");
            }
            if (value == null || value instanceof Boolean || value instanceof Long) {
                return value;
            }
            if (value instanceof String text) {
                return text(text);
            }
            if (value instanceof Map<?, ?> map) {
                return object(map, level + 1);
            }
            if (value instanceof List<?> list) {
                return list(list, level + 1);
            }
            if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
                return ((Number) value).longValue();
            }
            if (value instanceof BigInteger integer) {
                return whole(integer);
            }
            if (value instanceof Number number) {
                return finite(number.doubleValue());
            }
            throw new InvalidValueException(
                    what + " holds a " + value.getClass().getSimpleName()
                            + "; allowed are texts, booleans, numbers, null, lists and objects");
        }

        private Long whole(BigInteger integer) {
            if (integer.bitLength() >= Long.SIZE) {
                throw new InvalidValueException(what + " holds an integer of " + (integer.bitLength() + 1)
                        + " bits; allowed are integers of up to 64 bits");
            }
            return integer.longValue();
        }

        private Double finite(double number) {
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new InvalidValueException(what + " holds " + number + "; allowed are finite numbers");
            }
            return number;
        }

        private String name(Object name) {
            if (name instanceof String text) {
                return text(text);
            }
            throw new InvalidValueException(what + " has the name " + name + "; allowed are texts");
        }

        private String text(String text) {
            characters += text.codePointCount(0, text.length());
            if (characters > Limits.FREE_FORM) {
                throw new InvalidValueException(
                        what + " is too large; allowed are " + Limits.FREE_FORM + " characters in all");
            }
            return CleanText.transcript(what, text);
        }

        private void enter(int level) {
            if (level > Limits.DEPTH) {
                throw new InvalidValueException(what + " nests too deep; allowed are " + Limits.DEPTH + " levels");
            }
        }
    }
}
