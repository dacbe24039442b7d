package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Numbers of which one is drawn, each as often as its weight says. */
final class Draw {
    private final List<Integer> numbers;
    private final List<Double> sums = new ArrayList<>();

    private Draw(List<Integer> numbers, ToDoubleFunction<Integer> weight) {
        this.numbers = List.copyOf(numbers);
        double sum = 0;
        for (Integer number : numbers) {
            sum += weight.applyAsDouble(number);
            sums.add(sum);
        }
    }

    /** A draw from a list that is not empty, with weights of which one at least is positive. */
    static Draw of(List<Integer> numbers, ToDoubleFunction<Integer> weight) {
        return new Draw(numbers, weight);
    }

    int next(Chance chance) {
        double at = chance.uniform() * sums.get(sums.size() - 1);
        int found = Collections.binarySearch(sums, at);
        return numbers.get(found < 0 ? -found - 1 : found + 1);
    }
}
