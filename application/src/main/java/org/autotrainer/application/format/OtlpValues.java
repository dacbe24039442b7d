package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The values of OTLP in plain JDK types: what JSON writers put in many ways is read in each of them.
 *
 * <p>A whole number may be a number or a text of digits, a number may be {@code "NaN"}, and a kind may be a number or a
 * name. All text is as {@link OtlpText#clean} makes it.
 */
final class OtlpValues {
    /** Attributes of one span, event or resource. */
    static final int ATTRIBUTES = 10_000;
    /** How many levels of lists and objects a value may have. */
    static final int DEPTH = 16;

    /** About what a span or a judgement takes beside its texts, in characters. */
    static final int OVERHEAD = 500;

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

    private OtlpValues() {}

    /**
     * A list of keys and values as an object; of a key that is there twice the last counts.
     *
     * @throws InvalidValueException if it is no such list, is longer than {@link #ATTRIBUTES} or nests deeper than
     *     {@link #DEPTH}
     */
    static Map<String, Object> attributes(Map<?, ?> holder) {
        return object(new JsonFields(holder).list("attributes"), 1);
    }

    private static Map<String, Object> object(List<?> pairs, int level) {
        if (pairs.size() > ATTRIBUTES) {
            throw new InvalidValueException("attributes are " + pairs.size() + "; allowed are up to " + ATTRIBUTES);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (Object pair : pairs) {
            JsonFields fields = new JsonFields(map("an attribute", pair));
            value(fields.object("value").map(JsonFields::object).orElse(Map.of()), level)
                    .ifPresent(value ->
                            object.put(OtlpText.clean(fields.text("key").orElse("")), value));
        }
        return object;
    }

    /** A typed value; nothing for one that is empty. */
    static Optional<Object> value(Map<?, ?> typed, int level) {
        if (level > DEPTH) {
            throw new InvalidValueException("a value nests deeper than " + DEPTH + " levels");
        }
        for (Map.Entry<?, ?> entry : typed.entrySet()) {
            Object value = entry.getValue();
            if (value == null) {
                continue;
            }
            switch (String.valueOf(entry.getKey())) {
                case "stringValue", "bytesValue" -> {
                    return Optional.of(OtlpText.clean(String.valueOf(value)));
                }
                case "boolValue" -> {
                    return Optional.of(value instanceof Boolean flag ? flag : value.equals("true"));
                }
                case "intValue" -> {
                    return Optional.of(whole(value));
                }
                case "doubleValue" -> {
                    return Optional.of(number(value));
                }
                case "arrayValue" -> {
                    return Optional.of(list(map("arrayValue", value), level));
                }
                case "kvlistValue" -> {
                    return Optional.of(object(new JsonFields(map("kvlistValue", value)).list("values"), level + 1));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static List<Object> list(Map<?, ?> array, int level) {
        List<Object> list = new ArrayList<>();
        for (Object element : new JsonFields(array).list("values")) {
            value(map("an element", element), level + 1).ifPresent(list::add);
        }
        return list;
    }

    private static Object whole(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        String text = String.valueOf(value);
        if (WHOLE.matcher(text).matches()) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException tooLarge) {
                return text;
            }
        }
        return number(value);
    }

    /** A number that is finite; another one stays a text. */
    private static Object number(Object value) {
        double number = value instanceof Number given ? given.doubleValue() : parsed(String.valueOf(value));
        return Double.isFinite(number) ? (Object) number : OtlpText.clean(String.valueOf(value));
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** About how many characters the texts of a value have together. */
    static long length(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> length(entry.getKey()) + length(entry.getValue()))
                    .sum();
        }
        return value instanceof List<?> list
                ? list.stream().mapToLong(OtlpValues::length).sum()
                : value instanceof String text ? text.length() : Long.BYTES;
    }

    /** A time in nanoseconds since 1970, as a number or a text of digits; 0 when it is absent or none. */
    static long nanos(Map<?, ?> holder, String name) {
        Object value = holder.get(name);
        return value != null && whole(value) instanceof Long nanos && nanos > 0 ? nanos : 0;
    }

    /**
     * An id in hexadecimal digits, in small letters; empty when it is absent or all of it is 0.
     *
     * @throws InvalidValueException if it is of another form
     */
    static String id(Map<?, ?> holder, String name, int digits) {
        String id = new JsonFields(holder).text(name).orElse("");
        if (id.isEmpty()) {
            return "";
        }
        boolean zero = true;
        StringBuilder small = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            int digit = Character.digit(id.charAt(i), 16);
            if (digit < 0 || id.length() != digits) {
                throw new InvalidValueException(name + " is \"" + JsonFields.excerpt(OtlpText.clean(id), 40)
                        + "\"; allowed are " + digits + " hexadecimal digits");
            }
            zero &= digit == 0;
            small.append(Character.forDigit(digit, 16));
        }
        return zero ? "" : small.toString();
    }

    /** An object, or the words for what should be one. */
    static Map<?, ?> map(String what, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidValueException(what + " is not an object");
    }
}
