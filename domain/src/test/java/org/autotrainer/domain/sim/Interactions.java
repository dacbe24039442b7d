package org.autotrainer.domain.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which pieces of advice say the same, so that together they help once, and which conflict. */
final class Interactions {
    /** What two conflicting pieces of advice cost when they are shown together. */
    static final double CONFLICT = .06;

    private final int[] meaning;
    private final Set<Long> conflicts = new HashSet<>();

    Interactions(WorldSpec spec, long seed, Lore lore, Truth truth) {
        meaning = new int[lore.size()];
        for (int advice = 0; advice < meaning.length; advice++) {
            meaning[advice] = advice;
        }
        for (int topic = 0; topic < truth.topics(); topic++) {
            Chance chance = Chance.of(seed, "interaction", topic);
            List<Integer> there = lore.honestOn(topic);
            int last = -1;
            for (int advice : there) {
                if (truth.effect(advice, topic) > 0 && !lore.get(advice).everywhere()) {
                    if (last >= 0 && chance.happens(spec.get(Knob.REDUNDANT))) {
                        meaning[advice] = meaning[last];
                    }
                    last = advice;
                }
            }
            for (int advice : there) {
                int other = chance.pick(there);
                if (chance.happens(spec.get(Knob.CONFLICTING)) && advice != other) {
                    conflicts.add(pair(advice, other));
                }
            }
        }
    }

    boolean sayTheSame(int one, int other) {
        return meaning[one] == meaning[other];
    }

    boolean conflict(int one, int other) {
        return !conflicts.isEmpty() && conflicts.contains(pair(one, other));
    }

    /** Pairs that conflict. */
    int conflicts() {
        return conflicts.size();
    }

    private static long pair(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }
}
