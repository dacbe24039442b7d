package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.autotrainer.domain.sim.Recalled.Item;

/** A rule whose behaviour is written down in a test, and which keeps what it was told. */
final class Planted implements Rule {
    /** A verdict with the task that it is on. */
    record Told(SimTask task, Verdict verdict) {}

    private final List<SimTask> asked = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<String, String> suggested = new LinkedHashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private Function<List<Item>, Recalled> recall = known -> Recalled.NOTHING;
    private Function<Item, Belief> belief = item -> aBelief(item, Belief.Effect.UNKNOWN, -1, 1, "trial");

    /** Shows something of what was suggested so far, oldest first. */
    Planted showing(Function<List<Item>, List<Item>> choice) {
        return recalling(known -> new Recalled(choice.apply(known), Map.of()));
    }

    Planted recalling(Function<List<Item>, Recalled> newRecall) {
        recall = newRecall;
        return this;
    }

    /** Says the same about every text: that its effect lies between two values. */
    Planted saying(Belief.Effect verdict, double low, double high) {
        belief = item -> aBelief(item, verdict, low, high, "trial");
        return this;
    }

    /** Retires each text after it was shown so often, without any consequence. */
    Planted retiringAfter(int shows) {
        belief = item -> aBelief(item, Belief.Effect.UNKNOWN, -1, 1, times(item) >= shows ? Belief.RETIRED : "trial");
        return this;
    }

    List<SimTask> asked() {
        return asked;
    }

    List<Told> told() {
        return told;
    }

    int times(Item item) {
        return shown.getOrDefault(item.id(), 0);
    }

    @Override
    public Recalled recall(SimTask task) {
        asked.add(task);
        Recalled recalled = recall.apply(known());
        recalled.items().forEach(item -> shown.merge(item.id(), 1, Integer::sum));
        return recalled;
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        told.add(new Told(task, verdict));
        verdict.suggestions().forEach(text -> suggested.putIfAbsent(text, "item-" + suggested.size()));
    }

    @Override
    public List<Belief> report() {
        return known().stream().map(belief).toList();
    }

    private List<Item> known() {
        return suggested.entrySet().stream()
                .map(entry -> new Item(entry.getValue(), entry.getKey()))
                .toList();
    }

    private Belief aBelief(Item item, Belief.Effect verdict, double low, double high, String status) {
        Interval interval = new Interval(low, high);
        return new Belief(
                item.id(), item.text(), times(item), 0, verdict, Optional.of(interval), Optional.of(interval), status);
    }
}
