package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.autotrainer.application.MaintainStore.Report;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several loops on one store, in any order, with crashes in between, learn what one loop would have learned. */
public class InterleavingTest {
    private static final List<String> AGENTS = List.of("a", "b");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void two_loops_that_take_turns_and_crash_agree_with_the_journal(long seed) {
        MemoryStore store = new MemoryStore();
        takeTurns(new RandomEvents(seed), () -> store, 120);

        TrainingLoop fresh = TrainingLoop.over(store);
        Report found = fresh.maintenance().check(verified -> {});
        assertThat(found.problems()).as("seed %d", seed).isEmpty();

        fresh.maintenance().rebuild(agent -> {});
        Report rebuilt = TrainingLoop.over(store).maintenance().check(verified -> {});
        assertThat(rebuilt).as("seed %d", seed).isEqualTo(found);
    }

    /** Lets random things happen to two loops over one store; a loop crashes when its store is closed below it. */
    public static void takeTurns(RandomEvents events, Supplier<Store> open, int turns) {
        List<Store> stores = new ArrayList<>(List.of(open.get(), open.get()));
        List<TrainingLoop> loops = new ArrayList<>();
        stores.forEach(store -> loops.add(TrainingLoop.over(store)));
        List<Evaluation> ofA = new ArrayList<>();
        List<Evaluation> ofB = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            int which = events.below(2);
            int end = events.below(15);
            if (end == 0) {
                loops.get(which).close();
            }
            if (end < 2) {
                stores.get(which).close();
                stores.set(which, open.get());
                loops.set(which, TrainingLoop.over(stores.get(which)));
            }
            boolean first = events.below(3) > 0;
            List<Evaluation> earlier = first ? ofA : ofB;
            List<Evaluation> now = events.happen(loops.get(which), AGENTS.get(first ? 0 : 1), earlier);
            for (Evaluation evaluation : now) {
                earlier.removeIf(older -> older.id().equals(evaluation.id()));
                earlier.add(evaluation);
            }
        }
        loops.get(0).close();
        stores.get(1).close();
    }
}
