package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.domain.text.TokenCounter;

/** Chooses the best of the advice that was suggested so far, knowing all that is true. */
final class Oracle {
    private final World world;
    private final Set<String> heard = new HashSet<>();
    private final Map<Integer, String> shortest = new HashMap<>();

    Oracle(World world) {
        this.world = world;
    }

    void hear(List<String> suggestions) {
        for (String text : suggestions) {
            if (heard.add(text)) {
                shortest.merge(world.lore().find(text).orElseThrow(), text, (a, b) -> tokens(b) < tokens(a) ? b : a);
            }
        }
    }

    boolean heard(String text) {
        return heard.contains(text);
    }

    /** The shortest text that was suggested for a piece of advice. */
    String text(int advice) {
        return shortest.getOrDefault(advice, "");
    }

    /** The numbers of the advice to show: what helps most by itself, or by token, whichever is better together. */
    List<Integer> choose(Situation situation) {
        List<Integer> useful = situation.truth().helpful(situation.topic()).stream()
                .filter(shortest::containsKey)
                .toList();
        List<Integer> byEffect = pack(situation, useful);
        List<Integer> byToken = pack(
                situation,
                useful.stream()
                        .sorted(Comparator.comparingDouble(
                                advice -> -situation.truth().effect(advice, situation.topic()) / tokens(text(advice))))
                        .toList());
        return success(situation, byToken) > success(situation, byEffect) ? byToken : byEffect;
    }

    /** Takes what fits, unless it spoils what is taken already. */
    private List<Integer> pack(Situation situation, List<Integer> candidates) {
        List<Integer> taken = new ArrayList<>();
        int left = situation.task().budget();
        for (int advice : candidates) {
            int tokens = tokens(text(advice));
            if (tokens <= left) {
                double before = success(situation, taken);
                taken.add(advice);
                left -= tokens;
                if (success(situation, taken) < before) {
                    taken.remove(taken.size() - 1);
                    left += tokens;
                }
            }
        }
        return taken;
    }

    private double success(Situation situation, List<Integer> lines) {
        return world.success(situation, lines, Map.of());
    }

    private static int tokens(String text) {
        return TokenCounter.ESTIMATE.count(text);
    }
}
