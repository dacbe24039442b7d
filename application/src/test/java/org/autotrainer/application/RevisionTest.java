package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.autotrainer.application.memory.Replay;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The past can be changed: what was learned is then what it would have been. */
class RevisionTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void correcting_evaluations_ends_where_the_corrected_ones_alone_would_have(long seed) {
        RandomEvents events = new RandomEvents(seed);
        List<Evaluation> given = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            given.add(events.evaluation("a"));
        }
        List<Evaluation> corrected = new ArrayList<>(given);
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        given.forEach(loop::train);
        for (int i = 0; i < 10; i++) {
            int which = events.below(corrected.size());
            corrected.set(which, events.correction(corrected.get(which)));
            loop.train(corrected.get(which));
        }
        TrainingLoop other = TrainingLoop.over(new MemoryStore());
        corrected.forEach(other::train);

        assertThat(stateHash(loop)).as("seed %d", seed).isEqualTo(stateHash(other));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void leaving_facts_out_ends_where_the_others_alone_would_have(long seed) {
        RandomEvents events = new RandomEvents(seed);
        MemoryStore store = new MemoryStore();
        TrainingLoop loop = TrainingLoop.over(store);
        TrainingLoop other = TrainingLoop.over(new MemoryStore());
        Set<Long> leftOut = new HashSet<>();
        for (long position = 1; position <= 60; position++) {
            Evaluation evaluation = events.evaluation("a");
            loop.train(evaluation);
            if (events.below(3) == 0) {
                leftOut.add(position);
            } else {
                other.train(evaluation);
            }
        }
        String without = store.read(
                snapshot -> Replay.without(snapshot, "a", leftOut::contains).stateHash());

        assertThat(without).as("seed %d", seed).isEqualTo(other.maintenance().stateHash("a"));
    }

    @Test
    void the_same_evaluation_twice_changes_nothing_and_answers_the_same() {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        Evaluation evaluation = Evaluation.of("a", "t").suggest("Ask first").build();
        TrainEvaluations.Result first = loop.train().train(evaluation);
        TrainEvaluations.Result second = loop.train().train(evaluation);

        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        assertThat(second.response()).isEqualTo(first.response());
        assertThat(loop.lessons().list("a", "", 10).items()).hasSize(1);
    }

    @Test
    void another_content_under_a_known_id_is_a_conflict_that_changes_nothing() {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        loop.train(Evaluation.of("a", "t").id("e1").suggest("Ask first").build());
        String before = stateHash(loop);

        assertThatThrownBy(() -> loop.train(
                        Evaluation.of("a", "t").id("e1").suggest("Never ask").build()))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageContaining("e1")
                .hasMessageContaining("higher revision");
        assertThat(stateHash(loop)).isEqualTo(before);
    }

    @Test
    void a_superseded_revision_that_comes_late_changes_nothing() {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        loop.train(Evaluation.of("a", "t").id("e1").suggest("one").build());
        loop.train(Evaluation.of("a", "t").id("e1").revision(2).suggest("three").build());
        String before = stateHash(loop);

        assertThat(loop.train()
                        .train(Evaluation.of("a", "t")
                                .id("e1")
                                .revision(1)
                                .suggest("two")
                                .build())
                        .known())
                .isTrue();
        assertThat(stateHash(loop)).isEqualTo(before);
        assertThat(loop.heuristics().keys("a")).containsEntry("heuristic_from_task_t_0", "three");
    }

    private static String stateHash(TrainingLoop loop) {
        return loop.maintenance().check(verified -> {}).stateHash();
    }
}
