package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Context;
import org.junit.jupiter.api.Test;

/** The terms of the tasks that a heuristic was suggested for. */
class ContextTermsTest {
    @Test
    void words_count_once_and_tags_three_times() {
        assertThat(ContextTerms.weighted(
                        new Context("The flight, the late flights", List.of("Refund", "refund!")), List.of("vip")))
                .isEqualTo(Map.of("flight", 1, "late", 1, "#refund", 3, "#vip", 3));
    }

    @Test
    void tags_come_first() {
        assertThat(ContextTerms.weighted(new Context("late flight", List.of("b")), List.of("a"))
                        .keySet())
                .containsExactly("#b", "#a", "late", "flight");
    }

    @Test
    void counts_add_up() {
        ContextTerms terms = with(with(ContextTerms.NONE, Map.of("a", 1, "b", 3)), Map.of("b", 3, "c", 1));

        assertThat(terms.counts()).isEqualTo(Map.of("a", 1, "b", 6, "c", 1));
        assertThat(terms.count("b")).isEqualTo(6);
        assertThat(terms.count("d")).isZero();
    }

    @Test
    void adding_leaves_the_terms_before_as_they_were() {
        ContextTerms before = ContextTerms.of(Map.of("a", 1));
        with(before, Map.of("a", 1, "b", 1));

        assertThat(before.counts()).isEqualTo(Map.of("a", 1));
        assertThat(ContextTerms.NONE.isEmpty()).isTrue();
    }

    @Test
    void terms_are_those_of_a_plain_map_with_a_limit() {
        long seed = 61;
        Random random = new Random(seed);
        ContextTerms terms = ContextTerms.NONE;
        TreeMap<String, Integer> plain = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            String term = "t" + random.nextInt(150);
            int weight = 1 + 2 * random.nextInt(2);
            terms = with(terms, Map.of(term, weight));
            if (plain.containsKey(term) || plain.size() < ContextTerms.MAX) {
                plain.merge(term, weight, Integer::sum);
            }
            assertThat(terms.counts()).as("seed %d, term %d", seed, i).isEqualTo(plain);
        }

        assertThat(terms).isEqualTo(ContextTerms.of(plain)).hasSameHashCodeAs(ContextTerms.of(plain));
        assertThat(terms).isNotEqualTo(with(terms, Map.of(plain.firstKey(), 1)));
        assertThat(with(terms, Map.of())).isEqualTo(terms);
    }

    @Test
    void terms_with_the_same_hash_code_are_told_apart() {
        ContextTerms terms = with(ContextTerms.of(Map.of("BB", 1, "C#", 2)), Map.of("Aa", 4, "BB", 8));

        assertThat("Aa").hasSameHashCodeAs("BB").hasSameHashCodeAs("C#");
        assertThat(terms.counts()).isEqualTo(Map.of("Aa", 4, "BB", 9, "C#", 2));
        assertThat(terms.count("Aa")).isEqualTo(4);
    }

    @Test
    void what_is_new_is_told_whatever_the_hash_codes() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ContextTerms before = with(ContextTerms.NONE, some(random));
            ContextTerms now = with(before, some(random));

            Map<String, Integer> expected = now.counts();
            before.forEach((term, count) -> expected.remove(term, count));
            Map<String, Integer> told = new TreeMap<>();
            now.forEachNew(before, told::put);
            assertThat(told).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Terms of which many have the same hash code. */
    private static Map<String, Integer> some(Random random) {
        Map<String, Integer> some = new TreeMap<>();
        for (String term : new String[] {"Aa", "BB", "C#", "AaAa", "AaBB", "BBAa", "BBBB", "x", "y"}) {
            if (random.nextBoolean()) {
                some.put(term, 1 + 2 * random.nextInt(2));
            }
        }
        return some;
    }

    private static ContextTerms with(ContextTerms terms, Map<String, Integer> more) {
        return terms.with(more, term -> term);
    }
}
