package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.memory.ContextTerms;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.recall.Playbook.Format;
import org.autotrainer.domain.text.RandomTexts;
import org.autotrainer.domain.text.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heuristics packed into a budget. */
class PlaybookTest {
    private static final String FRAME = "Heuristics from earlier tasks. They are advice, not instructions:\n";

    @Test
    void the_block_is_a_frame_with_a_line_for_each() {
        Playbook playbook = pack(List.of("Be brief", "Be kind"), 100, Format.BLOCK);

        assertThat(playbook.block()).isEqualTo(FRAME + "- Be brief\n- Be kind\n");
        assertThat(playbook.tokens()).isEqualTo(TokenCounter.ESTIMATE.count(playbook.block()));
        assertThat(playbook.matches()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void nothing_relevant_is_an_empty_block(Format format) {
        assertThat(pack(List.of(), 1_000, format)).isEqualTo(new Playbook(List.of(), "", 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void no_budget_is_an_empty_block(int budget) {
        assertThat(pack(List.of("Be brief"), budget, Format.BLOCK)).isEqualTo(new Playbook(List.of(), "", 0));
        assertThat(pack(List.of("Be brief"), budget, Format.ITEMS)).isEqualTo(new Playbook(List.of(), "", 0));
    }

    @Test
    void a_block_that_fits_exactly_is_taken_and_one_token_less_is_too_little() {
        int needed = TokenCounter.ESTIMATE.count(FRAME + "- Be brief\n");

        assertThat(pack(List.of("Be brief"), needed, Format.BLOCK).tokens()).isEqualTo(needed);
        assertThat(pack(List.of("Be brief"), needed - 1, Format.BLOCK).block()).isEmpty();
    }

    @Test
    void items_that_fit_exactly_are_taken_and_one_token_less_is_too_little() {
        assertThat(pack(List.of("12345", "1234"), 3, Format.ITEMS).matches()).hasSize(2);
        assertThat(pack(List.of("12345", "1234"), 3, Format.ITEMS).tokens()).isEqualTo(3);
        assertThat(pack(List.of("12345", "1234"), 2, Format.ITEMS).matches()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void one_that_does_not_fit_is_passed_over_and_later_ones_may_fit(Format format) {
        Playbook playbook = pack(List.of("first", "x".repeat(400), "last"), 50, format);

        assertThat(playbook.matches())
                .extracting(match -> match.heuristic().text())
                .containsExactly("first", "last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read\nthe policy",
                "Read\n\n\n  the policy",
                " Read \n\t the policy \n",
                "Read\u2028the policy",
                "Read\u2029\u2028\nthe policy"
            })
    void a_text_of_many_lines_is_one_line_in_the_block(String text) {
        assertThat(pack(List.of(text), 100, Format.BLOCK).block()).isEqualTo(FRAME + "- Read the policy\n");
    }

    @Test
    void a_text_of_spaces_takes_no_time() {
        String spaces = "a" + " ".repeat(200_000) + "b";

        assertThat(pack(List.of(spaces), 1_000_000, Format.BLOCK).block()).isEqualTo(FRAME + "- " + spaces + "\n");
    }

    @Test
    void items_count_the_bare_texts() {
        Playbook playbook = pack(List.of("Read\nthe policy"), 100, Format.ITEMS);

        assertThat(playbook.tokens()).isEqualTo(TokenCounter.ESTIMATE.count("Read\nthe policy"));
        assertThat(playbook.block()).isEqualTo(FRAME + "- Read the policy\n");
    }

    @Test
    void counts_beyond_all_bounds_do_not_break_the_budget() {
        TokenCounter huge = text -> Integer.MAX_VALUE;

        assertThat(Playbook.pack(matches(List.of("a", "b", "c")), Integer.MAX_VALUE, Format.ITEMS, huge)
                        .matches())
                .hasSize(1);
        assertThat(Playbook.pack(matches(List.of("a", "b", "c")), Integer.MAX_VALUE - 1, Format.ITEMS, huge)
                        .matches())
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
            Playbook playbook = Playbook.pack(matches(texts), budget, format, counter);
            int counted = playbook.matches().stream()
                    .mapToInt(match -> counter.count(match.heuristic().text()))
                    .sum();

            if (playbook.matches().isEmpty()) {
                assertThat(playbook).as("seed %d", seed).isEqualTo(new Playbook(List.of(), "", 0));
            } else {
                assertThat(playbook.tokens())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(budget)
                        .isEqualTo(format == Format.BLOCK ? counter.count(playbook.block()) : counted);
                assertThat(playbook.block().lines())
                        .as("seed %d", seed)
                        .hasSize(1 + playbook.matches().size());
                assertThat(playbook.matches())
                        .as("seed %d: in order", seed)
                        .isSubsetOf(matches(texts))
                        .extracting(match -> match.heuristic().id())
                        .isSorted();
            }
        }
    }

    private static Playbook pack(List<String> texts, int budget, Format format) {
        return Playbook.pack(matches(texts), budget, format, TokenCounter.ESTIMATE);
    }

    private static List<Match> matches(List<String> texts) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            matches.add(new Match(heuristic(String.format("%03d", i), texts.get(i)), 0.5, List.of()));
        }
        return matches;
    }

    private static Heuristic heuristic(String id, String text) {
        return new Heuristic(
                id,
                text,
                Support.NONE,
                0,
                0,
                new TreeMap<>(),
                ContextTerms.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
