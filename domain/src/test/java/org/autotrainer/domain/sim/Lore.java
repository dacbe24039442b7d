package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.autotrainer.domain.sim.Words.Topic;
import org.autotrainer.domain.text.NormalForm;

/** All advice of a world, found by any of its texts. */
final class Lore {
    private final List<Advice> all = new ArrayList<>();
    private final Map<String, Integer> byText = new HashMap<>();

    /** Writes the advice of a world. */
    Lore(WorldSpec spec, long seed, List<Topic> topics) {
        Map<String, Integer> byNormalForm = new HashMap<>();
        int honest = spec.count(Knob.ADVICE);
        int hostile = spec.get(Knob.HOSTILE) > 0 ? spec.count(Knob.HOSTILE_ADVICE) : 0;
        for (int number = 0; number < honest + hostile; number++) {
            Chance chance = Chance.of(seed, "advice", number);
            boolean everywhere = chance.happens(number < honest ? spec.get(Knob.EVERYWHERE) : .5);
            List<Integer> about = about(chance, topics.size(), everywhere);
            List<String> words =
                    everywhere ? Words.COMMON : topics.get(about.get(0)).words();
            List<String> wordings;
            do {
                wordings = Words.advice(chance, words);
            } while (wordings.stream().map(NormalForm::of).anyMatch(byNormalForm::containsKey));
            for (String text : wordings) {
                byText.put(text, number);
                byNormalForm.put(NormalForm.of(text), number);
            }
            all.add(new Advice(number, wordings, about, everywhere, number >= honest));
        }
    }

    int size() {
        return all.size();
    }

    Advice get(int number) {
        return all.get(number);
    }

    List<Advice> all() {
        return List.copyOf(all);
    }

    /** The number of the advice that a text says, word for word. */
    OptionalInt find(String text) {
        Integer number = byText.get(text);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Honest advice on a topic. */
    List<Integer> honestOn(int topic) {
        return all.stream()
                .filter(advice -> !advice.hostile() && advice.topics().contains(topic))
                .map(Advice::number)
                .toList();
    }

    List<Integer> honest() {
        return all.stream()
                .filter(advice -> !advice.hostile())
                .map(Advice::number)
                .toList();
    }

    List<Integer> hostile() {
        return all.stream().filter(Advice::hostile).map(Advice::number).toList();
    }

    private static List<Integer> about(Chance chance, int topics, boolean everywhere) {
        if (everywhere) {
            return IntStream.range(0, topics).boxed().toList();
        }
        int first = chance.below(topics);
        int second = chance.below(topics);
        return first == second || chance.happens(.75) ? List.of(first) : List.of(first, second);
    }
}
