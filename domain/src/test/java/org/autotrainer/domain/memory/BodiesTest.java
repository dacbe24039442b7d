package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private final Bodies bodies = new Bodies();
    private final Random random = new Random(7);

    private record Known(byte[] bytes, long number) {}

    @Test
    void what_is_kept_is_given_back_whatever_came_and_went_meanwhile() {
        Deque<Known> kept = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(100) == 0 ? random.nextInt(300_000) : random.nextInt(2_000)];
            random.nextBytes(bytes);
            kept.add(new Known(bytes, bodies.add(bytes)));
            if (random.nextInt(3) == 0) {
                kept.addFirst(kept.removeLast()); // not only in the order in which they came
            }
            while (kept.size() > 100) {
                Known gone = kept.remove();
                assertThat(bodies.bytes(gone.number)).isEqualTo(gone.bytes);
                assertThat(bodies.holds(gone.number, gone.bytes)).isTrue();
                bodies.remove(gone.number);
            }
        }
        assertThat(kept).allSatisfy(one -> assertThat(bodies.bytes(one.number)).isEqualTo(one.bytes));
    }

    @Test
    void what_comes_and_goes_takes_no_new_memory_for_its_bytes() {
        byte[] bytes = new byte[1_000];
        Deque<Long> kept = new ArrayDeque<>();
        for (int i = 0; i < 100_000; i++) {
            kept.add(bodies.add(bytes));
            if (kept.size() > 1_000) {
                bodies.remove(kept.remove());
            }
        }
        assertThat(bodies.made()).as("bytes of arrays for a megabyte at a time").isLessThan(3 << 20);
    }

    @Test
    void no_bytes_are_kept_as_none() {
        long none = bodies.add(new byte[0]);

        bodies.remove(none);

        assertThat(none).isEqualTo(Bodies.NONE);
        assertThat(bodies.bytes(none)).isEmpty();
    }

    @Test
    void the_bytes_that_are_given_back_are_the_callers_own() {
        long number = bodies.add(new byte[] {1, 2, 3});

        bodies.bytes(number)[0] = 9;

        assertThat(bodies.bytes(number)).containsExactly(1, 2, 3);
    }
}
