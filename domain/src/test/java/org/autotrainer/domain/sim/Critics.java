package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who judges the tasks of a world, and what they suggest as long as one truth holds.
 *
 * <p>Honest critics differ in skill around that of the spec. They suggest after a failure one to three texts, and after a success
 * sometimes one. What is a failure here is decided without advice, so that critics say the same whatever rule they meet.
 */
final class Critics {
    /** A text that is suggested. */
    record Suggested(int advice, String text) {}

    private final WorldSpec spec;
    private final Lore lore;
    private final int honest;
    private final Draw fromAnywhere;
    private final List<List<Draw>> onTopic = new ArrayList<>();

    Critics(WorldSpec spec, long seed, Lore lore, Truth truth) {
        this.spec = spec;
        this.lore = lore;
        honest = spec.count(Knob.CRITICS);
        fromAnywhere = Draw.of(lore.honest(), advice -> 1);
        for (int critic = 0; critic < honest; critic++) {
            double skill = Math.min(1, spec.get(Knob.SKILL) * (.5 + (critic + .5) / honest));
            List<Draw> draws = new ArrayList<>();
            for (int topic = 0; topic < truth.topics(); topic++) {
                draws.add(draw(seed, truth, topic, skill));
            }
            onTopic.add(draws);
        }
    }

    /** How often each text on a topic comes to the mind of a critic. */
    private Draw draw(long seed, Truth truth, int topic, double skill) {
        List<Integer> there = lore.honestOn(topic);
        if (there.isEmpty()) {
            return fromAnywhere;
        }
        Map<Integer, Double> luck = new HashMap<>();
        there.forEach(advice ->
                luck.put(advice, Chance.of(seed, "popularity " + topic, advice).uniform()));
        List<Integer> byPopularity =
                there.stream().sorted(Comparator.comparing(luck::get)).toList();
        Map<Integer, Double> weights = new HashMap<>();
        IntStream.range(0, byPopularity.size()).forEach(rank -> {
            int advice = byPopularity.get(rank);
            double effect = truth.effect(advice, topic);
            double liked = StrictMath.pow(rank + 1, -spec.get(Knob.SUGGESTION_SKEW));
            double seenThrough = effect > 0 ? 1 + skill : effect < 0 ? 1 - skill : 1;
            weights.put(advice, liked * seenThrough * (lore.get(advice).everywhere() ? .5 : 1));
        });
        double all = weights.values().stream().mapToDouble(weight -> weight).sum();
        return all > 0 ? Draw.of(there, weights::get) : fromAnywhere;
    }

    /** Who judges a task; the hostile one comes after the honest ones. */
    int judge(Chance chance) {
        boolean hostile = chance.happens(spec.get(Knob.HOSTILE));
        int one = chance.below(honest);
        return hostile ? honest : one;
    }

    boolean isHostile(int critic) {
        return critic == honest;
    }

    /** What a critic suggests for a task of a topic. */
    List<Suggested> suggest(Chance chance, int critic, int topic, boolean succeeded) {
        int count = !succeeded ? 1 + chance.below(3) : chance.happens(.4) ? 1 : 0;
        List<Suggested> suggestions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean relevant = chance.happens(spec.get(Knob.RELEVANT));
            boolean reworded = chance.happens(spec.get(Knob.REWORDED));
            int advice = isHostile(critic)
                    ? chance.pick(lore.hostile())
                    : (relevant ? onTopic.get(critic).get(topic) : fromAnywhere).next(chance);
            List<String> wordings = lore.get(advice).wordings();
            suggestions.add(new Suggested(advice, wordings.get(reworded ? 1 + chance.below(wordings.size() - 1) : 0)));
        }
        return suggestions;
    }
}
