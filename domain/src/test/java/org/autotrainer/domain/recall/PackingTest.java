package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.memory.ContextTerms;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.recall.Question.Format;
import org.autotrainer.domain.text.PlainText;
import org.autotrainer.domain.text.RandomTexts;
import org.autotrainer.domain.text.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts packed into a budget. */
class PackingTest {
    private static final Fence FENCE = Fence.of("0123456789abcdef");

    /** What was taken, as the caller gets it. */
    private record Packed(List<String> texts, String block, int tokens) {}

    private static final Packed NOTHING = new Packed(List.of(), "", 0);

    @Test
    void the_block_is_a_frame_with_a_line_for_each() {
        Packed packed = pack(List.of("Be brief", "Be kind"), 100, Format.BLOCK);

        assertThat(packed.block()).isEqualTo(FENCE.open() + "- Be brief\n- Be kind\n" + FENCE.close());
        assertThat(packed.tokens()).isEqualTo(TokenCounter.ESTIMATE.count(packed.block()));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void nothing_relevant_is_an_empty_block(Format format) {
        assertThat(pack(List.of(), 1_000, format)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void no_budget_is_an_empty_block(int budget) {
        assertThat(pack(List.of("Be brief"), budget, Format.BLOCK)).isEqualTo(NOTHING);
        assertThat(pack(List.of("Be brief"), budget, Format.ITEMS)).isEqualTo(NOTHING);
    }

    @Test
    void a_block_that_fits_exactly_is_taken_and_one_token_less_is_too_little() {
        int needed = TokenCounter.ESTIMATE.count(FENCE.open() + "- Be brief\n" + FENCE.close());

        assertThat(pack(List.of("Be brief"), needed, Format.BLOCK).tokens()).isEqualTo(needed);
        assertThat(pack(List.of("Be brief"), needed - 1, Format.BLOCK).block()).isEmpty();
    }

    @Test
    void items_that_fit_exactly_are_taken_and_one_token_less_is_too_little() {
        assertThat(pack(List.of("12345", "1234"), 3, Format.ITEMS).texts()).hasSize(2);
        assertThat(pack(List.of("12345", "1234"), 3, Format.ITEMS).tokens()).isEqualTo(3);
        assertThat(pack(List.of("12345", "1234"), 2, Format.ITEMS).texts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void one_that_does_not_fit_is_passed_over_and_later_ones_may_fit(Format format) {
        assertThat(pack(List.of("first", "x".repeat(400), "last"), 50, format).texts())
                .containsExactly("first", "last");
    }

    @Test
    void a_text_of_spaces_takes_no_time() {
        String spaces = "a" + " ".repeat(200_000) + "b";

        assertThat(pack(List.of(spaces), 1_000_000, Format.BLOCK).texts()).hasSize(1);
    }

    @Test
    void items_count_the_bare_texts() {
        Packed packed = pack(List.of("Read\nthe policy"), 100, Format.ITEMS);

        assertThat(packed.tokens()).isEqualTo(TokenCounter.ESTIMATE.count("Read\nthe policy"));
        assertThat(packed.block()).contains("\n- Read the policy\n");
    }

    @Test
    void counts_beyond_all_bounds_do_not_break_the_budget() {
        TokenCounter huge = text -> Integer.MAX_VALUE;

        assertThat(pack(List.of("a", "b", "c"), Integer.MAX_VALUE, Format.ITEMS, huge)
                        .texts())
                .hasSize(1);
        assertThat(pack(List.of("a", "b", "c"), Integer.MAX_VALUE - 1, Format.ITEMS, huge)
                        .texts())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void the_budget_is_hard(Format format) {
        List<TokenCounter> counters = List.of(
                TokenCounter.ESTIMATE,
                String::length,
                text -> text.split("\\s+").length,
                text -> 1 + Math.floorMod(text.hashCode(), 20));
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                texts.add(
                        random.nextBoolean()
                                ? RandomTexts.sentence(random, 30) + "\n" + RandomTexts.sentence(random, 3)
                                : RandomTexts.anything(random, 200));
            }
            int budget = random.nextInt(200);
            TokenCounter counter = counters.get(random.nextInt(counters.size()));
            Packed packed = pack(texts, budget, format, counter);

            assertThat(packed.texts()).as("seed %d: in order", seed).isSubsetOf(texts);
            if (!packed.texts().isEmpty()) {
                int counted = packed.texts().stream().mapToInt(counter::count).sum();
                assertThat(packed.tokens())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(budget)
                        .isEqualTo(format == Format.BLOCK ? counter.count(packed.block()) : counted);
                assertThat(packed.block().lines())
                        .as("seed %d", seed)
                        .hasSize(2 + packed.texts().size());
            }
        }
    }

    private static Packed pack(List<String> texts, int budget, Format format) {
        return pack(texts, budget, format, TokenCounter.ESTIMATE);
    }

    private static Packed pack(List<String> texts, int budget, Format format, TokenCounter counter) {
        Question question = new Question(Context.NONE, budget, format, counter, Optional.empty(), List.of());
        Packing packing = new Packing(question, FENCE);
        List<Pick> taken = new ArrayList<>();
        for (String text : texts) {
            Heuristic heuristic = heuristic(text);
            int plain = PlainText.is(text) ? text.length() : -1;
            int alone = packing.alone(heuristic, plain);
            boolean fits = packing.fits(heuristic, plain, alone);
            assertThat(alone).isEqualTo(counter.count(text));
            assertThat(fits).as("with a look at the text").isEqualTo(packing.fits(heuristic, -1, alone));
            if (fits) {
                packing.take(heuristic, plain, alone);
                taken.add(new Pick(0, heuristic, 0.5, 0, true, List.of()));
            }
        }
        String block = packing.block(taken);
        return new Packed(
                taken.stream().map(pick -> pick.heuristic().text()).toList(), block, packing.tokens(taken, block));
    }

    private static Heuristic heuristic(String text) {
        return new Heuristic(
                "h",
                text,
                Support.NONE,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                ContextTerms.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
