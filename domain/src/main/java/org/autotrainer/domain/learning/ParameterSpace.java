package org.autotrainer.domain.learning;

import java.util.List;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/**
 * A strategy parameter with the values that a caller offers: nothing else is ever handed out.
 *
 * @param name its name
 * @param values numbers, texts or booleans, the default first; 1 to 20, no two alike
 */
public record ParameterSpace(String name, List<Object> values) {
    /** How many values may be offered. */
    public static final int MOST = 20;

    /** Checks name and values. */
    public ParameterSpace {
        CleanText.required("choices", name, Limits.NAME);
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST) {
            throw new InvalidValueException(
                    "choices of " + name + " are " + values.size() + "; allowed are 1 to " + MOST);
        }
        if (values.stream().distinct().count() != values.size()) {
            throw new InvalidValueException("choices of " + name + " hold a value twice; each may stand there once");
        }
        for (Object value : values) {
            if (value instanceof String text) {
                CleanText.name("choices of " + name, text, Limits.NAME);
            } else if (!(value instanceof Long || value instanceof Double || value instanceof Boolean)) {
                throw new InvalidValueException(
                        "choices of " + name + " hold " + value + "; allowed are numbers, texts, true and false");
            }
        }
    }

    /** Whether all values are numbers: neighbours are then expected to do about as well. */
    public boolean isOrdered() {
        return values.stream().allMatch(value -> value instanceof Long || value instanceof Double);
    }

    /** Which of the values it is, a number by its value; below 0 when it is none of them. */
    public int indexOf(Object value) {
        for (int i = 0; i < values.size(); i++) {
            Object offered = values.get(i);
            boolean same = (offered instanceof Number number && value instanceof Number other)
                    ? number.doubleValue() == other.doubleValue()
                    : offered.equals(value);
            if (same) {
                return i;
            }
        }
        return -1;
    }

    /** The name and the values as one text, the same for the same space. */
    public String signature() {
        StringBuilder text = new StringBuilder(name);
        for (Object value : values) {
            char type =
                    value instanceof Long ? 'i' : value instanceof Double ? 'd' : value instanceof Boolean ? 'b' : 's';
            text.append('\n').append(type).append(value);
        }
        return text.toString();
    }

    /**
     * The space of a signature.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ParameterSpace of(String signature) {
        String[] lines = signature.split("\n", -1);
        List<Object> values = new java.util.ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                throw new IllegalArgumentException("no parameter: " + signature);
            }
            String rest = lines[i].substring(1);
            values.add(
                    switch (lines[i].charAt(0)) {
                        case 'i' -> Long.valueOf(rest);
                        case 'd' -> Double.valueOf(rest);
                        case 'b' -> Boolean.valueOf(rest);
                        case 's' -> rest;
                        default -> throw new IllegalArgumentException("no parameter: " + signature);
                    });
        }
        return new ParameterSpace(lines[0], values);
    }
}
