package org.autotrainer.application;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.memory.Heuristic;

/** The orders in which heuristics are listed, each with the place of a heuristic in it. */
enum HeuristicOrder {
    /** Those with the most support first. */
    SUPPORT,
    /** By their ids, which never change. */
    ID;

    /**
     * The order with the given word; the first for none.
     *
     * @throws InvalidValueException if there is none
     */
    static HeuristicOrder of(String word) {
        return word.isEmpty() ? SUPPORT : among("sort", values(), HeuristicOrder::word, word);
    }

    /**
     * The status with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    static Lifecycle status(String word) {
        return among("status", Lifecycle.values(), Lifecycle::word, word);
    }

    private static <T> T among(String name, T[] all, Function<T, String> words, String word) {
        for (T one : all) {
            if (words.apply(one).equals(word)) {
                return one;
            }
        }
        throw new InvalidValueException(name + " is \"" + word + "\"; allowed are "
                + Arrays.stream(all).map(words).collect(Collectors.joining(", ")));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Comparator<Heuristic> comparator() {
        return this == ID
                ? Comparator.comparing(Heuristic::id)
                : Comparator.comparing(
                                (Heuristic heuristic) -> -heuristic.support().tasks())
                        .thenComparing(Heuristic::id);
    }

    /** Where a heuristic stands now. */
    String place(Heuristic heuristic) {
        return this == ID ? heuristic.id() : heuristic.support().tasks() + " " + heuristic.id();
    }

    /** Whether a heuristic comes after a place; all do after none. */
    Predicate<Heuristic> after(String place) {
        if (place.isEmpty()) {
            return any -> true;
        }
        if (this == ID) {
            return heuristic -> heuristic.id().compareTo(place) > 0;
        }
        int space = place.indexOf(' ');
        int tasks = Integer.parseInt(place.substring(0, space));
        String id = place.substring(space + 1);
        return heuristic -> {
            int its = heuristic.support().tasks();
            return its < tasks || (its == tasks && heuristic.id().compareTo(id) > 0);
        };
    }
}
