package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.memory.ContextTerms;
import org.autotrainer.domain.memory.Heuristic;
import org.junit.jupiter.api.Test;

/** Why a heuristic was recalled, in a few words. */
class PickTest {
    @Test
    void advice_of_a_person_says_so() {
        assertThat(match(0, List.of()).why()).isEqualTo("advice for any task; set by hand");
    }

    @Test
    void advice_of_tasks_tells_how_many() {
        assertThat(match(1, List.of("#refund", "parcel")).why())
                .isEqualTo("shares #refund, parcel; suggested in 1 task");
        assertThat(match(3, List.of("parcel")).why()).isEqualTo("shares parcel; suggested in 3 tasks");
    }

    @Test
    void advice_for_other_tasks_that_is_given_without_a_task_says_so() {
        assertThat(match(1, List.of(), ContextTerms.of(Map.of("parcel", 1))).why())
                .isEqualTo("whatever the task is about; suggested in 1 task");
    }

    private static Pick match(int tasks, List<String> terms) {
        return match(tasks, terms, ContextTerms.NONE);
    }

    private static Pick match(int tasks, List<String> terms, ContextTerms contexts) {
        Support support = Support.NONE;
        for (int task = 0; task < tasks; task++) {
            support = support.with(task);
        }
        Heuristic heuristic = new Heuristic(
                "h",
                "text",
                support,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                contexts,
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new Pick(0, heuristic, 0.5, 0, true, terms);
    }
}
