package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** How several rules fared in several worlds, each with several seeds. */
final class Comparison {
    private record Cell(WorldSpec world, Contender rule) {}

    private final List<WorldSpec> worlds;
    private final List<Contender> rules;
    private final Map<Cell, List<SimResult>> results = new LinkedHashMap<>();

    /**
     * Runs them all, on all processors; results do not depend on how many there are.
     *
     * @param progress is told now and then how far it is
     */
    Comparison(List<WorldSpec> worlds, List<Contender> rules, int tasks, List<Long> seeds, Consumer<String> progress) {
        this.worlds = List.copyOf(worlds);
        this.rules = List.copyOf(rules);
        for (WorldSpec world : worlds) {
            for (Contender rule : rules) {
                List<SimResult> runs = LongStream.range(0, seeds.size())
                        .parallel()
                        .mapToObj(seed -> rule.in(world, seedIn(world, seeds.get((int) seed)), tasks))
                        .toList();
                results.put(new Cell(world, rule), runs);
            }
            progress.accept(world.name());
        }
    }

    /**
     * The seed of a world for the seed of a comparison.
     *
     * <p>Each world gets its own luck, or a mean over worlds would be no better than one of them. Only variants of a world, like
     * {@code base} and {@code base+topics=4}, share theirs.
     */
    static long seedIn(WorldSpec world, long seed) {
        int plus = world.name().indexOf('+');
        return Chance.of(seed, plus < 0 ? world.name() : world.name().substring(0, plus), 0)
                .bits();
    }

    List<WorldSpec> worlds() {
        return worlds;
    }

    List<Contender> rules() {
        return rules;
    }

    /** The runs of a rule in a world, one for each seed. */
    List<SimResult> of(WorldSpec world, Contender rule) {
        return results.getOrDefault(new Cell(world, rule), List.of());
    }

    /** All runs of a rule. */
    List<SimResult> of(Contender rule) {
        List<SimResult> all = new ArrayList<>();
        worlds.forEach(world -> all.addAll(of(world, rule)));
        return all;
    }
}
