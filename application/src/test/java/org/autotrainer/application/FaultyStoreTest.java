package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.autotrainer.application.MaintainStore.Report;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails at the worst moments: what was acknowledged is there once, and memory agrees with the journal. */
class FaultyStoreTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void commits_that_fail_before_or_after_they_took_effect_do_no_harm(long seed) {
        RandomEvents events = new RandomEvents(seed);
        MemoryStore store = new MemoryStore();
        TrainingLoop loop = TrainingLoop.over(new FaultyStore(store, events));
        List<Evaluation> acknowledged = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Evaluation evaluation = events.evaluation("a");
            for (int tries = 0; tries < 20; tries++) {
                try {
                    loop.train(evaluation);
                    acknowledged.add(evaluation);
                    break;
                } catch (AutoTrainerException failed) {
                    assertThat(failed.problem()).isEqualTo(Problem.BUSY);
                }
            }
        }
        Report report = TrainingLoop.over(store).maintenance().check(verified -> {});
        assertThat(report.problems()).as("seed %d", seed).isEmpty();
        assertThat(report.facts()).as("seed %d", seed).isEqualTo(acknowledged.size());

        TrainingLoop sound = TrainingLoop.over(new MemoryStore());
        acknowledged.forEach(sound::train);
        assertThat(sound.maintenance().check(verified -> {}).stateHash())
                .as("seed %d", seed)
                .isEqualTo(report.stateHash());
    }

    /** Fails one commit in four without effect, one in four after it took effect, and runs one work in four twice. */
    private record FaultyStore(Store store, RandomEvents events) implements Store {
        @Override
        public <T> T read(Function<? super Snapshot, ? extends T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
            int fault = events.below(4);
            if (fault == 3) {
                attempt(agents, work);
            }
            T result = store.write(agents, transaction -> {
                T done = work.apply(transaction);
                if (fault == 0) {
                    throw new AutoTrainerException(Problem.BUSY, "the commit failed");
                }
                return done;
            });
            if (fault == 1) {
                throw new AutoTrainerException(Problem.BUSY, "the commit succeeded, but nobody knows");
            }
            return result;
        }

        private void attempt(Set<String> agents, Function<? super Transaction, ?> work) {
            try {
                store.write(agents, transaction -> {
                    work.apply(transaction);
                    throw new Conflict();
                });
            } catch (Conflict retried) {
                assertThat(retried).hasNoCause();
            }
        }

        @Override
        public List<String> damage() {
            return store.damage();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
