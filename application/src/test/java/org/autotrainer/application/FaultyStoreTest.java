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
import org.autotrainer.domain.text.TokenCounter;
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_retraction_whose_commit_fails_or_is_tried_twice_is_whole_or_not_there(long seed) {
        RandomHistory history = new RandomHistory(seed);
        MemoryStore store = new MemoryStore();
        TrainingLoop sound = TrainingLoop.over(store, history.clock(), TokenCounter.ESTIMATE);
        for (int i = 0; i < 40; i++) {
            history.happen(sound);
        }
        TrainingLoop loop = TrainingLoop.over(
                new FaultyStore(store, new RandomEvents(seed)), history.clock(), TokenCounter.ESTIMATE);
        for (int i = 0; i < 12; i++) {
            for (boolean done = false; !done; ) {
                try {
                    history.retract(loop);
                    done = true;
                } catch (AutoTrainerException failed) {
                    assertThat(failed.problem()).isIn(Problem.BUSY, Problem.CONFLICT);
                    done = failed.problem() == Problem.CONFLICT; // it was taken back, but nobody knew
                }
                String told = "seed " + seed + ", retraction " + i;
                Report found = TrainingLoop.over(store).maintenance().check(verified -> {});
                assertThat(found.problems()).as(told).isEmpty();
                TrainingLoop other = TrainingLoop.over(OtherFacts.of(store, RandomHistory.AGENT));
                assertThat(found.stateHash())
                        .as(told)
                        .isEqualTo(other.maintenance().check(verified -> {}).stateHash());
                assertThat(loop.heuristics().list(RandomHistory.AGENT, "", 100).items())
                        .as(told)
                        .isEqualTo(other.heuristics()
                                .list(RandomHistory.AGENT, "", 100)
                                .items());
            }
        }
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
