package org.autotrainer.application.wire;

import java.util.List;
import java.util.Map;

/** Absent is null on the wire and empty in the domain: the way between the two. */
@SuppressWarnings("NullAway") // absent is null on the wire
final class Wire {
    private Wire() {}

    static String text(String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> list(List<T> value) {
        return value == null ? List.of() : value;
    }

    static Map<String, Object> map(Map<String, Object> value) {
        return value == null ? Map.of() : value;
    }

    static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    static <T> List<T> orNull(List<T> value) {
        return value.isEmpty() ? null : value;
    }

    static Map<String, Object> orNull(Map<String, Object> value) {
        return value.isEmpty() ? null : value;
    }
}
