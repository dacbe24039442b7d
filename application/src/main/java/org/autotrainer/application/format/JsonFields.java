package org.autotrainer.application.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/** The fields of a JSON object by name and kind; what is there but of another kind is refused with its name. */
record JsonFields(Map<?, ?> object) {
    /** A text, if it is there. */
    Optional<String> text(String name) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(name, "a text");
    }

    /** An object, if it is there. */
    Optional<JsonFields> object(String name) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new JsonFields(map));
        }
        throw wrong(name, "an object");
    }

    /** A list; empty when it is absent. */
    List<?> list(String name) {
        Object value = object.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    /** A number that must be there. */
    double number(String name) {
        Object value = object.get(name);
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(name, "a number");
    }

    /** A number, if it is there and finite: other tools write NaN for what was not measured. */
    OptionalDouble finite(String name) {
        Object value = object.get(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue())
                    ? OptionalDouble.of(number.doubleValue())
                    : OptionalDouble.empty();
        }
        throw wrong(name, "a number");
    }

    /** True or false, if it is there. */
    Optional<Boolean> truth(String name) {
        Object value = object.get(name);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        throw wrong(name, "true or false");
    }

    /** True or false, which must be there. */
    boolean needed(String name) {
        return truth(name).orElseThrow(() -> wrong(name, "true or false"));
    }

    /** An object; empty when it is absent. */
    JsonFields part(String name) {
        return object(name).orElse(new JsonFields(Map.of()));
    }

    /** The objects in a list; empty when it is absent. */
    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof Map<?, ?> map)) {
                throw new InvalidValueException("an element of " + name + " is no object");
            }
            objects.add(new JsonFields(map));
        }
        return objects;
    }

    /** A text; empty when it is absent. */
    String words(String name) {
        return text(name).orElse("");
    }

    /** A text, if it is there as one. */
    String textOrNothing(String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    /** A whole number from 0; 0 when it is absent. */
    int count(String name) {
        Object value = object.get(name);
        if (value == null) {
            return 0;
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number >= 0 && number <= Limits.COUNT) {
                return (int) number;
            }
        }
        throw wrong(name, "a whole number from 0 to " + Limits.COUNT);
    }

    /** An id that must be there: a text or a whole number. */
    String id(String name) {
        Object value = object.get(name);
        if (value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger) {
            return value.toString();
        }
        throw wrong(name, "a text or a whole number");
    }

    /** The beginning of a text, with spaces for control characters, as names and prose take it. */
    static String excerpt(String text, int max) {
        StringBuilder excerpt = new StringBuilder();
        text.codePoints()
                .limit(max)
                .forEach(point -> excerpt.appendCodePoint(
                        Character.isISOControl(point) && point != '\n' && point != '\t' ? ' ' : point));
        return excerpt.toString();
    }

    private InvalidValueException wrong(String name, String allowed) {
        Object value = object.get(name);
        String shown = value == null ? "missing" : excerpt(String.valueOf(value), 40);
        return new InvalidValueException(name + " is " + shown + "; allowed is " + allowed);
    }
}
