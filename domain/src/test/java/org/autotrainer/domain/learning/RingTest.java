package org.autotrainer.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The last so many things, each in its place. */
class RingTest {
    @Test
    void the_last_so_many_are_kept() {
        Ring<String, Integer> ring = new Ring<>(3);
        for (int i = 0; i < 5; i++) {
            ring.add("k" + i, i);
        }

        assertThat(ring.all()).extracting(Ring.Place::value).containsExactly(2, 3, 4);
        assertThat(ring.has("k1")).isFalse();
        assertThat(ring.find("k2")).map(Ring.Place::value).contains(2);
        assertThat(ring.oldest()).map(Ring.Place::key).contains("k2");
    }

    @Test
    void a_place_outside_the_ring_is_refused() {
        for (int slot : new int[] {-1, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Ring<String, Integer>(3).restore(new Ring.Place<>(slot, 0, "k", 0)))
                    .withMessage("place " + slot + " is outside a ring of 3");
        }
    }

    @Test
    void what_is_replaced_keeps_its_place_and_its_age() {
        Ring<String, Integer> ring = new Ring<>(3);
        Ring.Place<String, Integer> place = ring.add("k0", 0);
        ring.add("k1", 1);
        Ring.Place<String, Integer> changed = ring.replace(place, 7);

        assertThat(changed.slot()).isEqualTo(place.slot());
        assertThat(ring.all()).extracting(Ring.Place::value).containsExactly(7, 1);
        assertThat(ring.at(0).value()).isEqualTo(7);
    }

    @Test
    void a_ring_that_is_brought_back_in_any_order_goes_on_like_a_queue() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int most = 1 + random.nextInt(6);
            Ring<Integer, Integer> ring = new Ring<>(most);
            Deque<Integer> expected = new ArrayDeque<>();
            for (int i = 0; i < 40; i++) {
                ring.add(i, i);
                expected.addLast(i);
                if (expected.size() > most) {
                    expected.removeFirst();
                }
                if (random.nextInt(4) == 0) {
                    List<Ring.Place<Integer, Integer>> places = new ArrayList<>(ring.all());
                    java.util.Collections.shuffle(places, random);
                    Ring<Integer, Integer> restored = new Ring<>(most);
                    places.forEach(restored::restore);
                    ring = restored;
                }
                assertThat(ring.all())
                        .as("seed %d, after %d", seed, i)
                        .extracting(Ring.Place::value)
                        .containsExactlyElementsOf(expected);
            }
        }
    }
}
