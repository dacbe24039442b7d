package org.autotrainer.domain.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShortlistTest {
    private final Random random = new Random(5);
    private final Traits traits = new Traits();
    private final List<String> ids = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /** Takes in documents whose ids begin alike now and then. */
    private void documents(int count, java.util.function.DoubleSupplier value) {
        for (int number = 0; number < count; number++) {
            String id = HexFormat.of().toHexDigits(random.nextInt() & 0xf0f0f0ff, 8)
                    + HexFormat.of().toHexDigits(random.nextInt());
            ids.add(id);
            values.add(value.getAsDouble());
            traits.add(number, id);
        }
    }

    private int compareIds(int one, int other) {
        return ids.get(one).compareTo(ids.get(other));
    }

    private int[] sorted(int limit) {
        Comparator<Integer> highestFirst = Comparator.comparing(values::get, Comparator.reverseOrder());
        return IntStream.range(0, ids.size())
                .boxed()
                .sorted(highestFirst.thenComparing(this::compareIds))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] ranked(Shortlist list) {
        list.expect(ids.size());
        IntStream.range(0, ids.size()).forEach(document -> list.add(document, values.get(document)));
        return list.ranked(traits, this::compareIds);
    }

    @Test
    void the_highest_are_told_as_a_sort_would() {
        documents(3_000, () -> random.nextDouble() * 40);

        assertThat(ranked(new Shortlist(160))).isEqualTo(sorted(160));
    }

    @Test
    void among_many_of_the_same_value_ids_decide() {
        documents(3_000, () -> 1 + random.nextInt(4));

        assertThat(ranked(new Shortlist(160))).isEqualTo(sorted(160));
    }

    @Test
    void values_that_hardly_differ_are_told_apart() {
        documents(500, () -> 7 + random.nextInt(60) * Math.ulp(7.0));

        assertThat(ranked(new Shortlist(160))).isEqualTo(sorted(160));
    }

    @Test
    void many_that_hardly_differ_are_not_put_in_order_one_by_one() {
        AtomicInteger asked = new AtomicInteger();
        documents(10_000, () -> values.isEmpty() ? 7.001 : 7 + random.nextInt(3) * Math.ulp(7.0));
        Shortlist list = new Shortlist(160);
        list.expect(ids.size());
        IntStream.range(0, ids.size()).forEach(document -> list.add(document, values.get(document)));

        int[] ranked = list.ranked(traits, (one, other) -> {
            asked.incrementAndGet();
            return compareIds(one, other);
        });
        assertThat(ranked).isEqualTo(sorted(160));
        assertThat(asked.get()).isLessThan(5 * ids.size());
    }

    @Test
    void values_far_apart_are_told_apart() {
        documents(500, () -> StrictMath.pow(10, random.nextInt(600) - 300));

        assertThat(ranked(new Shortlist(160))).isEqualTo(sorted(160));
    }

    @Test
    void of_fewer_than_are_asked_for_all_are_told_and_none_is_left_for_the_next_time() {
        Shortlist list = new Shortlist(160);
        documents(20, () -> 1 + random.nextInt(4));

        assertThat(ranked(list)).isEqualTo(sorted(160));
        assertThat(ranked(list)).isEqualTo(sorted(160));
        assertThat(list.ranked(traits, this::compareIds)).isEmpty();
    }
}
