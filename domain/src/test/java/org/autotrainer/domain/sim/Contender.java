package org.autotrainer.domain.sim;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rule that takes part in comparisons.
 *
 * @param name what tables call it
 * @param maker makes a fresh rule for a world; of the world, an honest rule takes nothing but the seed
 */
record Contender(String name, Function<World, Rule> maker) {
    /** All of them, in the order of the table's columns. */
    static final List<Contender> ALL = List.of(
            new Contender("none", world -> new NoMemory()),
            new Contender("newest", world -> new NewestFirst()),
            new Contender("support", world -> new MostSupport()),
            new Contender("counters", world -> new OutcomeCounters()),
            new Contender("thompson", world -> new BetaThompson(world.seed())),
            new Contender("autotrainer", world -> new AutoTrainerRule(world.seed(), true)),
            new Contender("explore-off", world -> new AutoTrainerRule(world.seed(), false)),
            new Contender("oracle", OracleRule::new));

    /**
     * The one of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Contender named(String name) {
        return ALL.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule is named \"" + name + "\"; there are "
                        + ALL.stream().map(Contender::name).collect(Collectors.joining(", "))));
    }

    /** How a fresh rule of this kind fares in a world. */
    SimResult in(WorldSpec spec, long seed, int tasks) {
        World world = new World(spec, seed);
        return Simulation.run(world, maker.apply(world), tasks);
    }

    @Override
    public String toString() {
        return name;
    }
}
