package org.autotrainer.domain.sim;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Worlds where twenty texts do exactly nothing: how often does a rule hold something to be proven? */
final class NullWorlds {
    /** After how many tasks a rule is asked again. */
    private static final int EVERY = 50;

    static final WorldSpec SPEC = HarmWorld.neutral("null20", 20);

    /**
     * What was ever held to be proven, though nothing is true.
     *
     * @param worlds the worlds looked at
     * @param texts the texts that were reported, over all worlds
     * @param helps those that were ever said to help
     * @param harms those that were ever said to harm
     * @param deceived the worlds with any such text
     * @param knowledge what the intervals hold in the end
     */
    record FalseVerdicts(int worlds, int texts, int helps, int harms, int deceived, Assessment knowledge) {}

    private NullWorlds() {}

    /** Lets rules live through some tasks of the worlds with the first seeds, and asks them all the time. */
    static FalseVerdicts run(Function<World, Rule> maker, int worlds, int tasks) {
        int texts = 0;
        int helps = 0;
        int harms = 0;
        int deceived = 0;
        Assessment knowledge = Assessment.NONE;
        for (int seed = 1; seed <= worlds; seed++) {
            World world = new World(SPEC, seed);
            Rule rule = maker.apply(world);
            Set<String> helping = new HashSet<>();
            Set<String> harming = new HashSet<>();
            SimResult result = Simulation.run(world, rule, tasks, (situation, shown) -> {
                int done = situation.task().time() + 1;
                if (done % EVERY == 0 || done == tasks) {
                    collect(rule, Belief.Effect.HELPS, helping);
                    collect(rule, Belief.Effect.HARMS, harming);
                }
            });
            texts += rule.report().size();
            helps += helping.size();
            harms += harming.size();
            deceived += helping.isEmpty() && harming.isEmpty() ? 0 : 1;
            knowledge = knowledge.plus(result.knowledge());
        }
        return new FalseVerdicts(worlds, texts, helps, harms, deceived, knowledge);
    }

    private static void collect(Rule rule, Belief.Effect verdict, Set<String> ids) {
        rule.report().stream()
                .filter(belief -> belief.verdict() == verdict)
                .map(Belief::id)
                .forEach(ids::add);
    }
}
