package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.sim.Critics.Suggested;
import org.autotrainer.domain.sim.Recalled.Item;
import org.autotrainer.domain.text.TokenCounter;

/**
 * One rule living in one world.
 *
 * <p>Gains are differences of probabilities and not of outcomes, so that luck does not blur them. The oracle is asked about the
 * same tasks, and knows the same suggestions.
 */
final class Simulation {
    /** Is told what happened in each task, after the verdicts that came with it. */
    interface Watcher {
        void after(Situation situation, List<Integer> shown);
    }

    private record Pending(int due, SimTask task, Verdict verdict) {}

    private final World world;
    private final Rule rule;
    private final Oracle oracle;
    private final Gains gains = new Gains();
    private final Shows shows = new Shows();
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(Comparator.comparingInt(Pending::due)
            .thenComparingInt(one -> one.task().time()));
    private int helpful;
    private int harmful;
    private int useless;
    private int overBudget;
    private int unknown;
    private double regret;

    private Simulation(World world, Rule rule) {
        this.world = world;
        this.rule = rule;
        oracle = new Oracle(world);
    }

    /** Lets a rule live through the first tasks of a world. */
    static SimResult run(World world, Rule rule, int tasks) {
        return run(world, rule, tasks, (situation, shown) -> {});
    }

    static SimResult run(World world, Rule rule, int tasks, Watcher watcher) {
        Simulation simulation = new Simulation(world, rule);
        for (int time = 0; time < tasks; time++) {
            simulation.step(world.at(time), watcher);
        }
        return simulation.result();
    }

    private void step(Situation situation, Watcher watcher) {
        Recalled recalled = rule.recall(situation.task());
        List<Item> items = admitted(recalled.items(), situation.task().budget());
        List<Integer> shown = items.stream()
                .map(item -> world.lore().find(item.text()).orElseThrow())
                .toList();
        Map<String, String> chosen = recalled.chosen();
        double success = world.success(situation, shown, chosen);
        account(situation, items, shown, chosen, success);
        boolean succeeded = situation.luck() < success;
        if (situation.missing() >= world.missing(succeeded)) {
            pending.add(new Pending(situation.due(), situation.task(), verdict(situation, items, shown, success)));
        }
        deliver(situation.task().time());
        watcher.after(situation, shown);
    }

    /** What may be shown: texts that were suggested, as far as the budget holds. */
    private List<Item> admitted(List<Item> items, int budget) {
        List<Item> admitted = new ArrayList<>();
        int left = budget;
        for (Item item : items) {
            int tokens = TokenCounter.ESTIMATE.count(item.text());
            if (!oracle.heard(item.text())) {
                unknown++;
            } else if (tokens > left) {
                overBudget++;
            } else {
                left -= tokens;
                admitted.add(item);
            }
        }
        return admitted;
    }

    private void account(
            Situation situation, List<Item> items, List<Integer> shown, Map<String, String> chosen, double success) {
        double without = world.success(situation, List.of(), Map.of());
        double best =
                world.success(situation, oracle.choose(situation), world.dials().bestValues());
        gains.add(success - without, best - without);
        regret += world.dials().regret(chosen);
        for (int line = 0; line < shown.size(); line++) {
            List<Integer> others = new ArrayList<>(shown);
            others.remove(line);
            shows.add(items.get(line).id(), success - world.success(situation, others, chosen));
            double effect = situation.truth().effect(shown.get(line), situation.topic());
            helpful += effect > 0 ? 1 : 0;
            harmful += effect < 0 ? 1 : 0;
            useless += effect == 0 ? 1 : 0;
        }
    }

    private Verdict verdict(Situation situation, List<Item> items, List<Integer> shown, double success) {
        boolean succeeded = situation.luck() < success;
        double score = .1 + (succeeded ? .5 : 0) + .3 * success + situation.scoreNoise();
        List<Mark> marks = world.marks(situation, items.stream().map(Item::id).toList(), shown);
        return new Verdict(
                succeeded,
                Math.min(1, Math.max(0, score)),
                situation.suggestions().stream().map(Suggested::text).toList(),
                situation.critic(),
                marks);
    }

    private void deliver(int time) {
        while (!pending.isEmpty() && pending.peek().due() <= time) {
            Pending next = pending.remove();
            rule.evaluate(next.task(), next.verdict());
            oracle.hear(next.verdict().suggestions());
        }
    }

    private SimResult result() {
        return new SimResult(
                world.spec().name(),
                gains,
                new SimResult.Lines(helpful, harmful, useless),
                Assessment.of(rule.report(), shows),
                overBudget,
                unknown,
                100 * regret / Math.max(1, gains.tasks()),
                100 * world.dials().regret(rule.recommended()));
    }
}
