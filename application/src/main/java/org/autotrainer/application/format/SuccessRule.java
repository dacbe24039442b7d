package org.autotrainer.application.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * What counts as a success.
 *
 * @param at the field that tells
 * @param good the words that mean success, in lower case; empty for the usual ones
 * @param atLeast the number from which on it is one
 * @param atMost the number up to which it is one
 */
record SuccessRule(FieldPlace at, Set<String> good, OptionalDouble atLeast, OptionalDouble atMost, boolean comma) {
    private static final Set<String> GOOD = Set.of("true", "yes", "pass", "passed", "success", "correct", "1", "1.0");
    private static final Set<String> BAD = Set.of("false", "no", "fail", "failed", "failure", "incorrect", "0", "0.0");

    static SuccessRule of(Object given, boolean comma) {
        if (given instanceof String place && !place.isEmpty()) {
            return new SuccessRule(
                    FieldPlace.of("success", place), Set.of(), OptionalDouble.empty(), OptionalDouble.empty(), comma);
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw new InvalidValueException("success is missing; say which field tells it, such as \"passed\" or"
                    + " {\"at\": \"score\", \"at_least\": 0.7}");
        }
        ScoreRange.checkNames("success", map, List.of("at", "true", "at_least", "at_most"));
        JsonFields rule = new JsonFields(map);
        Set<String> good = rule.list("true").stream()
                .map(word -> String.valueOf(word).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        Object place = map.get("at");
        return new SuccessRule(
                FieldPlace.of("success.at", place == null ? "" : place),
                good,
                rule.finite("at_least"),
                rule.finite("at_most"),
                comma);
    }

    /** Whether a record tells of a success; nothing if it does not say. */
    Optional<Boolean> verdict(Map<String, Object> record) {
        Optional<Object> value = at.in(record);
        if (value.isEmpty() || String.valueOf(value.get()).isBlank()) {
            return Optional.empty();
        }
        if (atLeast.isPresent() || atMost.isPresent()) {
            double number = ScoreRange.number(at, value.get(), comma);
            return Optional.of(number >= atLeast.orElse(number) && number <= atMost.orElse(number));
        }
        String word = String.valueOf(value.get()).strip().toLowerCase(Locale.ROOT);
        if (!good.isEmpty()) {
            return Optional.of(good.contains(word));
        }
        if (GOOD.contains(word) || BAD.contains(word)) {
            return Optional.of(GOOD.contains(word));
        }
        throw new InvalidValueException(at.place() + " is \"" + Clean.prose(word, 40)
                + "\"; allowed are true, yes, pass, 1 and their opposites, unless the mapping says more");
    }
}
