package org.autotrainer.application.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Where a field of a record stands.
 *
 * @param place a JSON Pointer, or the name of a member or a column
 */
record FieldPlace(String place) {
    static FieldPlace of(String field, Object place) {
        if (place instanceof String text && !text.isEmpty()) {
            return new FieldPlace(text);
        }
        throw new InvalidValueException(
                field + " is " + Clean.prose(String.valueOf(place), 40) + "; allowed is a JSON Pointer or a name");
    }

    /** The value there; nothing if it is absent, null or an empty text. */
    Optional<Object> in(Map<String, Object> record) {
        Object value = record.get(place);
        if (value == null && place.startsWith("/")) {
            value = record;
            for (String step : place.substring(1).split("/", -1)) {
                value = inner(value, step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return Optional.ofNullable(value).filter(there -> !there.equals(""));
    }

    @SuppressWarnings("NullAway") // null is a value in JSON
    private static Object inner(Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (value instanceof List<?> list && step.matches("\\d{1,9}") && Integer.parseInt(step) < list.size()) {
            return list.get(Integer.parseInt(step));
        }
        return null;
    }
}
