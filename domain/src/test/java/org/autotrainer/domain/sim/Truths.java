package org.autotrainer.domain.sim;

import java.util.Arrays;

/** Makes up what is true in a world, and what becomes of it when the world drifts. */
final class Truths {
    private final WorldSpec spec;
    private final long seed;
    private final Lore lore;
    private final int topics;

    Truths(WorldSpec spec, long seed, Lore lore, int topics) {
        this.spec = spec;
        this.seed = seed;
        this.lore = lore;
        this.topics = topics;
    }

    /** The truth in the beginning. */
    Truth first() {
        double[][] effects = new double[lore.size()][];
        for (Advice advice : lore.all()) {
            effects[advice.number()] = effects(advice, Chance.of(seed, "effect", advice.number()));
        }
        double[] ease = new double[topics];
        for (int topic = 0; topic < topics; topic++) {
            ease[topic] = Chance.of(seed, "ease", topic).between(spec.get(Knob.HARDEST), spec.get(Knob.EASIEST));
        }
        return new Truth(effects, ease);
    }

    /** The truth after the given number of drifts, from the one before. */
    Truth drifted(Truth before, int drift) {
        double[][] effects = new double[lore.size()][topics];
        for (Advice advice : lore.all()) {
            Chance chance = Chance.of(seed, "drift of advice " + drift, advice.number());
            double factor = chance.happens(spec.get(Knob.DRIFTING)) ? chance.happens(.5) ? 0 : -1 : 1;
            boolean wakes = chance.happens(.08 * spec.get(Knob.DRIFTING) / Knob.DRIFTING.standard());
            double woken = size(chance);
            boolean sleeps = true;
            for (int topic = 0; topic < topics; topic++) {
                double was = before.effect(advice.number(), topic);
                effects[advice.number()][topic] = advice.hostile() || was == 0 ? was : was * factor;
                sleeps &= was == 0;
            }
            if (sleeps && wakes) {
                advice.topics().forEach(topic -> effects[advice.number()][topic] = woken);
            }
        }
        double[] ease = new double[topics];
        for (int topic = 0; topic < topics; topic++) {
            double step = spec.get(Knob.DRIFTING_EASE)
                    * Chance.of(seed, "drift of ease " + drift, topic).normal();
            ease[topic] = Math.min(.9, Math.max(.1, before.ease(topic) + step));
        }
        return new Truth(effects, ease);
    }

    private double[] effects(Advice advice, Chance chance) {
        double kind = chance.uniform();
        double size = size(chance);
        double flips = chance.uniform();
        double[] effects = new double[topics];
        if (advice.number() == 0 && spec.get(Knob.FIRST_EFFECT) != 0) {
            Arrays.fill(effects, spec.get(Knob.FIRST_EFFECT));
            return effects;
        }
        if (advice.hostile()) {
            double harm = Math.max(size, Math.min(.05, spec.get(Knob.MOST_EFFECT)));
            advice.topics().forEach(topic -> effects[topic] = -harm);
            return effects;
        }
        double helps = spec.get(Knob.HELPFUL);
        double effect = kind < helps ? size : kind < helps + spec.get(Knob.HARMFUL) ? -size : 0;
        for (int topic : advice.topics()) {
            effects[topic] = effect * (advice.everywhere() ? chance.between(.6, 1) : 1);
        }
        if (effect != 0 && !advice.everywhere() && topics > 1 && flips < spec.get(Knob.FLIPPING)) {
            int here = advice.topics().get(0);
            int there = (here + 1 + chance.below(topics - 1)) % topics;
            effects[here] = effect;
            effects[there] = -effect * chance.between(.6, 1.2);
        }
        return effects;
    }

    private double size(Chance chance) {
        return chance.between(spec.get(Knob.LEAST_EFFECT), spec.get(Knob.MOST_EFFECT));
    }
}
