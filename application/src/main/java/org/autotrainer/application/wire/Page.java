package org.autotrainer.application.wire;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items what is on it; may be empty
 * @param next the cursor of the next page; null on the last
 */
@SuppressWarnings("NullAway") // absent is null on the wire
public record Page<T>(List<T> items, String next) {
    /** A page, and the next one if there is one. */
    public static <T> Page<T> of(List<T> items, Optional<String> next) {
        return new Page<>(items, next.orElse(null));
    }

    /** The cursor of the next page, if there is one. */
    public Optional<String> following() {
        return Optional.ofNullable(next);
    }
}
