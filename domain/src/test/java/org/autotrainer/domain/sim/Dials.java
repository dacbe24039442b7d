package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strategy parameters of a world, with what their values truly do.
 *
 * <p>The first is best at one of its values and worse with each step from it, the second has values of unrelated effects, and the
 * third does nothing.
 */
final class Dials {
    /** How many there are at most. */
    static final int MOST = 3;

    private record Dial(Choice choice, List<Double> effects) {
        double best() {
            return Collections.max(effects);
        }

        /** What a value does; a value that is not offered does what the default does. */
        double effect(Map<String, String> chosen) {
            String value = chosen.getOrDefault(choice.name(), choice.values().get(0));
            return effects.get(Math.max(0, choice.values().indexOf(value)));
        }
    }

    private final List<Dial> dials = new ArrayList<>();

    Dials(long seed, int count) {
        Chance chance = Chance.of(seed, "parameters", 0);
        int peak = chance.below(5);
        double step = chance.between(.015, .04);
        List<Double> humped = new ArrayList<>();
        for (int value = 0; value < 5; value++) {
            humped.add(-step * Math.abs(value - peak));
        }
        Choice temperature = new Choice("temperature", List.of("0.0", "0.2", "0.5", "0.8", "1.0"), true);
        Choice style = new Choice("style", List.of("plain", "outline", "examples"), false);
        Choice steps = new Choice("max_steps", List.of("5", "10", "20"), true);
        dials.add(new Dial(temperature, humped));
        dials.add(new Dial(style, List.of(.0, chance.between(-.05, .08), chance.between(-.05, .12))));
        dials.add(new Dial(steps, List.of(.0, .0, .0)));
        dials.subList(count, MOST).clear();
    }

    /** What a caller offers. */
    List<Choice> offered() {
        return dials.stream().map(Dial::choice).toList();
    }

    /** What the chosen values add to the probability of success; the default stands for a missing one. */
    double effect(Map<String, String> chosen) {
        double sum = 0;
        for (Dial dial : dials) {
            sum += dial.effect(chosen);
        }
        return sum;
    }

    /** How much less the chosen values add than the best ones; 0 or more. */
    double regret(Map<String, String> chosen) {
        double sum = 0;
        for (Dial dial : dials) {
            sum += dial.best() - dial.effect(chosen);
        }
        return sum;
    }

    /** The best value of each. */
    Map<String, String> bestValues() {
        Map<String, String> values = new HashMap<>();
        for (Dial dial : dials) {
            values.put(
                    dial.choice().name(),
                    dial.choice().values().get(dial.effects().indexOf(dial.best())));
        }
        return values;
    }
}
