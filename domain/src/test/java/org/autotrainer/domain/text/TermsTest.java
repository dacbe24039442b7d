package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of a text. */
class TermsTest {
    @Test
    void stop_words_are_left_out() {
        assertThat(Terms.of("Please make sure that you always verify the ID before it is too late"))
                .containsExactly("verify", "id", "too", "late");
    }

    @Test
    void terms_keep_the_order_of_the_text_and_come_as_often_as_in_it() {
        assertThat(Terms.of("Refund, then cancel, then refund")).containsExactly("refund", "cancel", "refund");
    }

    @ParameterizedTest
    @CsvSource({
        "cats, cat", "ties, tie", "policies, policy", "dies, die", "status, status",
        "analysis, analysis", "process, process", "buses, buse", "uses, use", "used, used",
        "using, using", "booking, book", "bookings, book", "running, run", "adding, add",
        "passing, pass", "falling, fall", "refunded, refund", "seed, seed", "need, need",
        "speed, spe", "exceeds, exce", "string, str", "strings, str", "thing, thing",
        "cancelled, cancell", "cancel, cancel", "cancelling, cancell", "preferred, prefer", "trees, tre",
        "tree, tre", "pages, page", "page, page", "note, note", "notes, note",
        "issue, issu", "issued, issu", "naïvetés, naïveté", "café, café", "id, id",
        "ids, ids", "gas, gas"
    })
    void latin_words_are_stemmed_lightly(String word, String stem) {
        assertThat(Terms.of(word)).containsExactly(stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_ids", "v2s", "90s", "бронирования", "태그들"})
    void names_numbers_and_words_of_other_scripts_are_not_stemmed(String word) {
        assertThat(Terms.of(word)).containsExactly(word);
    }

    @Test
    void ideographs_and_kana_give_bigrams() {
        assertThat(Terms.of("航空券を予約")).containsExactly("航空", "空券", "券を", "を予", "予約");
        assertThat(Terms.of("カード")).containsExactly("カー", "ード");
        assertThat(Terms.of("人々")).containsExactly("人々");
        assertThat(Terms.of("𠮷野家")).containsExactly("𠮷野", "野家");
        assertThat(Terms.of("退、款")).containsExactly("退", "款");
    }

    @Test
    void latin_words_among_ideographs_stay_whole() {
        assertThat(Terms.of("APIを使う")).containsExactly("api", "を使", "使う");
        assertThat(Terms.of("请用refunds接口2次")).containsExactly("请用", "refund", "接口", "2", "次");
    }

    @Test
    void a_word_without_end_counts_by_its_beginning() {
        String blob = "0123456789abcdef".repeat(1_000);

        assertThat(Terms.of(blob)).containsExactly(blob.substring(0, 64));
        assertThat(Terms.of("x" + "𝟘𐐨".repeat(100)).get(0)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void a_cut_never_parts_a_character() {
        for (int length = 60; length < 70; length++) {
            String term = Terms.of("x".repeat(length) + "𐐨".repeat(10)).get(0);

            assertThat(term.codePoints()).noneMatch(point -> point >= 0xd800 && point < 0xe000);
        }
    }

    @Test
    void a_text_without_words_has_no_terms() {
        assertThat(Terms.of("")).isEmpty();
        assertThat(Terms.of("👍 … the")).isEmpty();
    }

    @Test
    void a_tag_is_a_term_of_its_own_kind() {
        assertThat(Terms.tag("Refund")).isEqualTo("#refund");
        assertThat(Terms.tag("Order-Status")).isEqualTo("#order status").isEqualTo(Terms.tag("order status"));
        assertThat(Terms.tag("bookings")).isEqualTo("#bookings");
    }

    @Test
    void tags_without_letters_stay_apart() {
        assertThat(Terms.tag("🔥")).isEqualTo("#🔥").isNotEqualTo(Terms.tag("👍"));
    }

    @Test
    void no_word_is_taken_for_a_tag_and_no_term_is_empty() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = "#" + RandomTexts.anything(random, 20) + " #" + RandomTexts.sentence(random, 5);
            List<String> terms = Terms.of(text);
            assertThat(terms)
                    .as("seed %d, text %d: %s", seed, i, RandomTexts.escaped(text))
                    .noneMatch(term -> term.isEmpty() || term.startsWith("#") || term.contains(" "));
        }
    }
}
