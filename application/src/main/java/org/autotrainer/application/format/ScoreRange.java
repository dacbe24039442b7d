package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Where scores stand and between which ends they lie; several in a record are averaged.
 *
 * @param at the fields that hold one
 * @param worst the score that counts 0; may be the larger one
 * @param best the score that counts 1
 */
record ScoreRange(List<FieldPlace> at, double worst, double best, boolean comma) {
    static ScoreRange of(Object given, boolean comma) {
        if (given instanceof String place) {
            return new ScoreRange(List.of(FieldPlace.of("score", place)), 0, 1, comma);
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw new InvalidValueException("score is neither a place nor an object with at, worst and best");
        }
        checkNames("score", map, List.of("at", "worst", "best"));
        JsonFields range = new JsonFields(map);
        List<FieldPlace> at = new ArrayList<>();
        if (map.get("at") instanceof List<?> several) {
            several.forEach(place -> at.add(FieldPlace.of("score.at", String.valueOf(place))));
        } else {
            Object place = map.get("at");
            at.add(FieldPlace.of("score.at", place == null ? "" : place));
        }
        double worst = range.finite("worst").orElse(0);
        double best = range.finite("best").orElse(1);
        if (worst == best || at.isEmpty()) {
            throw new InvalidValueException("score lies between " + worst + " and " + best
                    + "; allowed are two ends that differ, and at least one place");
        }
        return new ScoreRange(List.copyOf(at), worst, best, comma);
    }

    /** Gives an evaluation its score, and keeps the ratings as they were where they are not it. */
    void rate(Map<String, Object> record, EvaluationBuilder evaluation) {
        List<Double> ratings = new ArrayList<>();
        for (FieldPlace place : at) {
            Optional<Object> value = place.in(record);
            if (value.isPresent() && !String.valueOf(value.get()).isBlank()) {
                ratings.add(number(place, value.get(), comma));
            }
        }
        if (ratings.isEmpty()) {
            return;
        }
        double mean = ratings.stream().mapToDouble(rating -> rating).average().orElseThrow();
        double score = (mean - worst) / (best - worst);
        if (!(score >= 0 && score <= 1)) {
            throw new InvalidValueException(at.get(0).place() + " is " + mean + "; allowed are " + worst + " to " + best
                    + ", as the mapping says");
        }
        evaluation.score(score);
        if (ratings.size() > 1 || worst != 0 || best != 1) {
            evaluation.metadata(Map.of("ratings", ratings));
        }
    }

    static double number(FieldPlace place, Object value, boolean comma) {
        try {
            String text = String.valueOf(value).strip();
            double number = Double.parseDouble(comma ? text.replace(',', '.') : text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new InvalidValueException(
                    place.place() + " is \"" + Clean.prose(String.valueOf(value), 40) + "\"; allowed is a number");
        }
        throw new InvalidValueException(place.place() + " is " + value + "; allowed is a finite number");
    }

    static void checkNames(String what, Map<?, ?> given, List<String> allowed) {
        for (Object name : given.keySet()) {
            if (!allowed.contains(name)) {
                throw new InvalidValueException("unknown field " + what + "." + Clean.prose(String.valueOf(name), 40)
                        + "; allowed are " + String.join(", ", allowed));
            }
        }
    }
}
