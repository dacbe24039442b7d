package org.autotrainer.application.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells failures of what an attempt needs, such as a model that cannot be reached, from those of the attempt itself.
 *
 * <p>A span that ended with an error and names its kind ({@code error.type}, or the type of an exception at it) was not
 * stopped by the agent if that is an HTTP status 408, 429 or from 500, or speaks of time-outs, limits or connections.
 */
final class OtlpFailure {
    private static final List<String> WORDS = List.of(
            "timeout",
            "timed_out",
            "ratelimit",
            "rate_limit",
            "throttl",
            "quota",
            "connect",
            "socket",
            "unknownhost",
            "unavailable",
            "overloaded",
            "internalserver",
            "internal_server",
            "cancel");

    private OtlpFailure() {}

    /** What failed, if a span ended because of it. */
    static Optional<String> of(OtlpSpan span) {
        String type = OtlpText.line(span.text("error.type"), 200);
        return span.failed() && !type.isEmpty() && isOutside(type) ? Optional.of(type) : Optional.empty();
    }

    private static boolean isOutside(String type) {
        if (type.length() == 3 && type.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return type.equals("408") || type.equals("429") || type.charAt(0) == '5';
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }
}
