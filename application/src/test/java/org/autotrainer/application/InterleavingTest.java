package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.autotrainer.application.MaintainStore.Report;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_loop_that_meets_a_long_journal_without_a_checkpoint_leaves_a_whole_one() {
        MemoryStore store = new MemoryStore();
        TrainingLoop first = TrainingLoop.over(store);
        for (int batch = 0; batch < 5; batch++) {
            List<ImportEvaluations.Item> items = new ArrayList<>();
            for (int i = 0; i < 1_500; i++) {
                int task = 1_500 * batch + i;
                items.add(new ImportEvaluations.Item("", i, advised(task)));
            }
            first.importing(new ImportEvaluations.Options(false, true)).add(items);
        }
        TrainingLoop.over(store).train(advised(7_500));

        assertThat(TrainingLoop.over(store).maintenance().check(verified -> {}).problems())
                .isEmpty();
        TrainingLoop.over(store).train(advised(7_501));
        assertThat(TrainingLoop.over(store).maintenance().check(verified -> {}).problems())
                .isEmpty();
    }

    private static Evaluation advised(int task) {
        return Evaluation.of("a", "t" + task)
                .suggest("Advice " + task % 3_000)
                .suggest("More advice " + task % 2_000)
                .suggest("Further advice")
                .build();
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
