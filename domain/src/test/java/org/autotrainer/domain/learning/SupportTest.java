package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Support: how many distinct tasks stand behind a heuristic. */
class SupportTest {
    @Test
    void no_task_is_no_support() {
        assertThat(Support.NONE.tasks()).isZero();
        assertThat(Support.NONE.recent()).isEmpty();
    }

    @Test
    void a_task_counts_once() {
        Support once = Support.NONE.with(7);

        assertThat(once.tasks()).isEqualTo(1);
        assertThat(once.with(7)).isSameAs(once);
    }

    @Test
    void distinct_tasks_are_counted_exactly_up_to_a_thousand() {
        long seed = 41;
        Random random = new Random(seed);
        Support support = Support.NONE;
        Set<Long> tasks = new HashSet<>();
        while (tasks.size() < Support.REMEMBERED) {
            long task = random.nextInt(1_500);
            tasks.add(task);
            support = support.with(task);
            assertThat(support.tasks()).as("seed %d", seed).isEqualTo(tasks.size());
        }
    }

    @Test
    void beyond_a_thousand_only_the_last_thousand_are_told_apart() {
        Support support = upTo(Support.REMEMBERED + 1);

        assertThat(support.tasks()).isEqualTo(1_001);
        assertThat(support.recent()).hasSize(1_000).startsWith(1).endsWith(1_000);
        assertThat(support.with(1)).isSameAs(support);
        assertThat(support.with(1_000)).isSameAs(support);
        assertThat(support.with(0).tasks()).as("the first one was forgotten").isEqualTo(1_002);
    }

    @Test
    void the_oldest_is_forgotten_first() {
        assertThat(upTo(1_500).recent()).isEqualTo(LongStream.range(500, 1_500).toArray());
    }

    @Test
    void what_a_store_kept_is_the_same_and_goes_on_alike() {
        long seed = 42;
        Random random = new Random(seed);
        for (int tasks : new int[] {0, 1, 2, 999, 1_000, 1_001, 1_700}) {
            Support support = upTo(tasks);
            Support restored = Support.restored(support.tasks(), support.recent());
            assertThat(restored).isEqualTo(support).hasSameHashCodeAs(support);
            for (int i = 0; i < 50; i++) {
                long task = random.nextInt(2 * tasks + 1);
                support = support.with(task);
                restored = restored.with(task);
                assertThat(restored).as("seed %d, %d tasks", seed, tasks).isEqualTo(support);
            }
        }
    }

    @Test
    void hashes_that_do_not_fit_the_tasks_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.restored(1, new long[2]))
                .withMessage("2 hashes cannot stand behind 1 tasks");
        assertThatIllegalArgumentException().isThrownBy(() -> Support.restored(2, new long[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Support.restored(5_000, new long[999]));
        assertThatIllegalArgumentException().isThrownBy(() -> Support.restored(5_000, new long[1_001]));
        assertThatIllegalArgumentException().isThrownBy(() -> Support.restored(-1, new long[0]));
    }

    @Test
    void nobody_can_change_it_from_outside() {
        long[] hashes = {1, 2};
        Support support = Support.restored(2, hashes);
        hashes[0] = 9;
        support.recent()[1] = 9;

        assertThat(support.recent()).containsExactly(1, 2);
    }

    @Test
    void support_of_other_tasks_or_in_another_order_is_not_equal() {
        Support support = Support.NONE.with(1).with(2);

        assertThat(support).isEqualTo(Support.NONE.with(1).with(2));
        assertThat(support).isNotEqualTo(Support.NONE.with(2).with(1));
        assertThat(support).isNotEqualTo(Support.NONE.with(1).with(3));
        assertThat(support).isNotEqualTo(Support.NONE.with(1));
        assertThat(support).hasToString("2 tasks");
    }

    @Test
    void a_task_has_the_hash_of_the_first_release() {
        assertThat(Support.hash("t1")).isEqualTo(-2230813096444011522L);
        assertThat(Support.hash("t2")).isNotEqualTo(Support.hash("t1"));
    }

    private static Support upTo(int tasks) {
        Support support = Support.NONE;
        for (int task = 0; task < tasks; task++) {
            support = support.with(task);
        }
        return support;
    }
}
