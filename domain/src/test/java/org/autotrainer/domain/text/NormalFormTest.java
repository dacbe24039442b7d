package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The normal form: what counts as the same advice. */
class NormalFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Verify the booking ID!        | verify the booking id",
                "  Verify -- the\tbooking (id) | verify the booking id",
                "Use snake_case                | use snake_case",
                "Refund $20, i.e. 15%          | refund $20 i e 15%",
                "a.b/c:d                       | a b c d",
                "1.5 and 15                    | 1 5 and 15",
            })
    void case_and_punctuation_make_no_difference(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Don't refund", "DON’T REFUND", "donʼt refund", "don＇t refund", "Do not, refund."})
    void a_negation_is_one_however_its_apostrophe_is_set(String text) {
        assertThat(NormalForm.of(text)).isEqualTo("do not refund");
    }

    @Test
    void other_apostrophes_part_words() {
        assertThat(NormalForm.of("the user's")).isEqualTo("the user s").isEqualTo(NormalForm.of("the user’s"));
    }

    @Test
    void the_turkish_i_has_no_language() {
        assertThat(NormalForm.of("TITLE")).isEqualTo("title");
        assertThat(NormalForm.of("İSTANBUL")).isEqualTo("istanbul");
        assertThat(NormalForm.of("ısı")).isEqualTo("ısı");
    }

    @Test
    void the_german_sharp_s_stays_a_letter_of_its_own() {
        assertThat(NormalForm.of("Straße")).isEqualTo("straße").isEqualTo(NormalForm.of("STRAẞE"));
        assertThat(NormalForm.of("Grüße")).isEqualTo(NormalForm.of("Gru\u0308ße"));
    }

    @Test
    void the_greek_sigma_is_one_letter() {
        assertThat(NormalForm.of("ΟΔΟΣ")).isEqualTo(NormalForm.of("οδος"));
    }

    @Test
    void capitals_without_a_composed_form_are_those_of_letters_with_one() {
        assertThat(NormalForm.of("J\u030c")).isEqualTo("\u01f0").isEqualTo(NormalForm.of("\u01f0"));
        assertThat(NormalForm.of("H\u0331")).isEqualTo(NormalForm.of("\u1e96"));
    }

    @Test
    void letters_of_every_script_count() {
        assertThat(NormalForm.of("予約を、確認！")).isEqualTo("予約を 確認");
        assertThat(NormalForm.of("ｶﾞ ＡＢＣ１２３")).isEqualTo("ガ abc123");
        assertThat(NormalForm.of("بطاقة: الائتمان؟")).isEqualTo("بطاقة الائتمان");
        assertThat(NormalForm.of("Проверьте ID")).isEqualTo("проверьте id");
        assertThat(NormalForm.of("예약 확인.")).isEqualTo("예약 확인");
    }

    @Test
    void vowel_signs_belong_to_their_letters() {
        assertThat(NormalForm.of("हिन्दी, भाषा।")).isEqualTo("हिन्दी भाषा");
        assertThat(NormalForm.of("किताब")).isNotEqualTo(NormalForm.of("कताब"));
    }

    @Test
    void digits_of_every_script_and_of_compatibility_count() {
        assertThat(NormalForm.of("٣ x²")).isEqualTo("٣ x2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "…?!", "👍", "👩‍👩‍👧 ❤️", "🇩🇪", "\u0301", "´", "©", "\ufe0f", "\u00ad", "\u200d"})
    void a_text_without_letter_or_digit_has_none(String text) {
        assertThat(NormalForm.of(text)).isEmpty();
    }

    @Test
    void what_nobody_sees_makes_no_difference() {
        assertThat(NormalForm.of("Check ✅️ twice")).isEqualTo(NormalForm.of("Check ✅ twice"));
        assertThat(NormalForm.of("can\u00adcel")).isEqualTo("cancel");
        assertThat(NormalForm.of("\ufeffcan\u2060cel")).isEqualTo("cancel");
        assertThat(NormalForm.of("葛\udb40\udd00城")).isEqualTo("葛城");
        assertThat(NormalForm.of("क्\u200dष")).isEqualTo("क्ष");
    }

    @Test
    void words_with_other_letters_stay_apart() {
        assertThat(NormalForm.of("résumé")).isNotEqualTo(NormalForm.of("resume"));
        assertThat(NormalForm.of("refund twice")).isNotEqualTo(NormalForm.of("refundtwice"));
    }

    @Test
    void the_normal_form_of_a_normal_form_is_itself() {
        long seed = 20_260_521;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomTexts.anything(random, 12);
            String normal = NormalForm.of(text);
            assertThat(NormalForm.of(normal))
                    .as("seed %d, text %d: %s", seed, i, RandomTexts.escaped(text))
                    .isEqualTo(normal);
        }
    }

    @Test
    void upper_case_makes_no_difference_to_what_was_lower_case_in_one_letter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            int upper = Character.toUpperCase(point);
            if (!Unicode13.lacks(point) && !Unicode13.lacks(upper) && Character.toLowerCase(upper) == point) {
                assertThat(NormalForm.of(Character.toString(upper)))
                        .as("U+%04X", point)
                        .isEqualTo(NormalForm.of(Character.toString(point)));
            }
        }
    }
}
