package org.autotrainer.domain.sim;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.sim.Recalled.Item;

/** Knows all that is true, but only the advice that was suggested so far: nobody can do better. */
final class OracleRule implements Rule {
    private final World world;
    private final Oracle oracle;

    OracleRule(World world) {
        this.world = world;
        oracle = new Oracle(world);
    }

    @Override
    public Recalled recall(SimTask task) {
        List<Item> items = oracle.choose(world.at(task.time())).stream()
                .map(advice -> new Item("advice-" + advice, oracle.text(advice)))
                .toList();
        return new Recalled(items, world.dials().bestValues());
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        oracle.hear(verdict.suggestions());
    }

    @Override
    public Map<String, String> recommended() {
        return world.dials().bestValues();
    }
}
