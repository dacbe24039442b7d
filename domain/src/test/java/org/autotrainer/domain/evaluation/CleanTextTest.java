package org.autotrainer.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may enter as text, and what is refused at the door. */
class CleanTextTest {
    private static final int MANY = 1_000;

    @ParameterizedTest(name = "U+{0}")
    @MethodSource("whatNoStoreKeeps")
    void no_text_at_all_may_hold_what_no_store_keeps(String hex, String character) {
        assertRefused(() -> CleanText.name("model", "a" + character + "b", MANY), "model", hex);
        assertRefused(() -> CleanText.required("agent", "a" + character + "b", MANY), "agent", hex);
        assertRefused(() -> CleanText.prose("suggestion", "a" + character + "b", MANY), "suggestion", hex);
        assertRefused(() -> CleanText.transcript("messages.content", "a" + character + "b"), "messages.content", hex);
    }

    static Stream<Object[]> whatNoStoreKeeps() {
        IntStream lowOnes = IntStream.of(0, 0xd800, 0xdbff, 0xdc00, 0xdfff);
        IntStream arabicBlock = IntStream.rangeClosed(0xfdd0, 0xfdef);
        IntStream endsOfPlanes =
                IntStream.rangeClosed(0, 16).flatMap(plane -> IntStream.of(plane << 16 | 0xfffe, plane << 16 | 0xffff));
        return IntStream.concat(lowOnes, IntStream.concat(arabicBlock, endsOfPlanes))
                .mapToObj(CleanTextTest::named);
    }

    @ParameterizedTest(name = "U+{0}")
    @MethodSource("controls")
    void names_and_prose_refuse_control_characters_and_transcripts_keep_them(String hex, String control) {
        assertRefused(() -> CleanText.name("task_id", control, MANY), "task_id", hex);
        assertRefused(() -> CleanText.prose("context.text", control, MANY), "context.text", hex);
        assertThat(CleanText.transcript("messages.content", control)).isEqualTo(control);
    }

    static Stream<Object[]> controls() {
        return IntStream.concat(IntStream.range(1, 0x20), IntStream.range(0x7f, 0xa0))
                .filter(point -> point != '\t' && point != '\n' && point != '\r')
                .mapToObj(CleanTextTest::named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "\r"})
    void a_name_is_one_line_without_tabs(String space) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> CleanText.name("run", "a" + space + "b", MANY))
                .withMessageStartingWith("run holds a control character");
    }

    @Test
    void prose_keeps_tabs_and_ends_lines_with_line_feeds() {
        assertThat(CleanText.prose("suggestion", "a\tb\r\nc\rd\ne\r\r\n", MANY)).isEqualTo("a\tb\nc\nd\ne\n\n");
    }

    @Test
    void a_transcript_is_kept_as_it_was() {
        String escape = "\u001b[31mred\u001b[0m\r\nb\u0085";

        assertThat(CleanText.transcript("messages.content", escape)).isEqualTo(escape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "é",
                "中文",
                "हिन्दी",
                "مرحبا",
                "👩‍👩‍👧",
                "\ue000",
                "\ufffd",
                "\ufdcf",
                "\ufdf0",
                "\ud83f\udffd",
                "\u2028"
            })
    void letters_and_signs_of_every_script_may_pass(String text) {
        assertThat(CleanText.prose("suggestion", text, MANY)).isEqualTo(text);
    }

    @Test
    void lengths_are_counted_in_code_points() {
        assertThat(CleanText.name("model", "👍".repeat(10), 10)).hasSize(20);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> CleanText.name("model", "👍".repeat(11), 10))
                .withMessageStartingWith("model has 11 characters; allowed are up to 10");
    }

    @Test
    void the_line_feeds_of_other_systems_count_once() {
        assertThat(CleanText.prose("suggestion", "\r\n".repeat(10), 10)).isEqualTo("\n".repeat(10));
    }

    @Test
    void a_text_that_is_too_long_is_quoted_at_its_beginning_without_cutting_a_character() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> CleanText.prose("suggestion", "x" + "👍\n".repeat(100), 100))
                .withMessage("suggestion has 201 characters; allowed are up to 100: \"x" + "👍 ".repeat(19) + "👍…\"");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> CleanText.name("run", "abc", 2))
                .withMessage("run has 3 characters; allowed are up to 2: \"abc…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void what_must_be_there_is_not_blank(String blank) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> CleanText.required("agent", blank, 200))
                .withMessage("agent is missing; allowed are 1 to 200 characters");
    }

    @Test
    void a_name_may_be_absent() {
        assertThat(CleanText.name("run", "", 200)).isEmpty();
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable door, String field, String hex) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(door)
                .withMessageStartingWith(field + " holds a")
                .withMessageContaining(" U+" + hex + ",");
    }

    private static Object[] named(int point) {
        String character = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                ? String.valueOf((char) point)
                : Character.toString(point);
        return new Object[] {String.format("%04X", point), character};
    }
}
