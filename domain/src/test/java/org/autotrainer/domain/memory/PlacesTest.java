package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    @Test
    void the_places_under_a_hash_are_those_that_were_put_there_and_not_taken_out() {
        Random random = new Random(3);
        Map<Integer, Long> known = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int place = random.nextInt(1_000);
            places.remove(place);
            known.remove(place);
            if (random.nextInt(4) > 0) {
                long hash = random.nextInt(300) * 0x1_0000_0001L - 50;
                places.put(place, hash);
                known.put(place, hash);
            }
        }
        for (long hash : known.values()) {
            assertThat(places.of(hash).boxed().toList())
                    .containsExactlyInAnyOrderElementsOf(known.keySet().stream()
                            .filter(place -> known.get(place) == hash)
                            .toList());
        }
    }

    @Test
    void other_hashes_of_the_same_chain_are_not_told() {
        places.put(1, 5);
        places.put(2, 5 + (1L << 40));

        assertThat(places.of(5).toArray()).containsExactly(1);
    }

    @Test
    void a_place_that_is_not_there_is_left_alone() {
        places.put(1, 5);

        places.remove(2);
        places.remove(100_000);

        assertThat(places.of(5).toArray()).containsExactly(1);
    }
}
