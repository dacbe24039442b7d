package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that nobody sees. */
class InvisibleTest {
    private static final int ZWNJ = 0x200c;
    private static final int ZWJ = 0x200d;

    @Test
    void every_format_control_and_private_character_is_invisible_but_signs_before_numbers() {
        assertThat(seen().filter(point -> !Unicode13.lacks(point)).toArray())
                .containsExactly(
                        '\t', '\n', '\r', 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x8e2, 0x110bd);
    }

    @Test
    void what_is_taken_for_later_than_unicode_13_is_invisible_but_three_more_signs() {
        assertThat(seen().filter(Unicode13::lacks).boxed().toList()).isSubsetOf(0x890, 0x891, 0x110cd);
    }

    /** What Java takes for a format, control or private character, and is not taken for invisible. */
    private static IntStream seen() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    default -> false;
                })
                .filter(point -> !Invisible.is(point));
    }

    @Test
    void letters_digits_and_spaces_are_seen() {
        int[] hidden = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> Character.isDigit(point) || Character.isSpaceChar(point) || Character.isLetter(point))
                .filter(Invisible::is)
                .toArray();

        assertThat(hidden).as("fillers of Hangul").containsExactly(0x115f, 0x1160, 0x3164, 0xffa0);
    }

    @ParameterizedTest
    @ValueSource(ints = {ZWNJ, ZWJ})
    void a_joiner_is_at_home_beside_a_letter_that_joins(int joiner) {
        assertThat(Invisible.isAtHome('ی', joiner, 'ش')).isTrue();
        assertThat(Invisible.isAtHome('I', joiner, 'ه')).isTrue();
        assertThat(Invisible.isAtHome('\u094d', joiner, -1)).isTrue();
        assertThat(Invisible.isAtHome('a', joiner, 'b')).isFalse();
        assertThat(Invisible.isAtHome(-1, joiner, 'ش')).isFalse();
        assertThat(Invisible.isAtHome(' ', joiner, 'ش')).isFalse();
        assertThat(Invisible.isAtHome(joiner, joiner, 'ش')).isFalse();
        assertThat(Invisible.isAtHome('ی', joiner, joiner)).isFalse();
    }

    @Test
    void a_joiner_is_at_home_between_emoji_and_a_non_joiner_is_not() {
        assertThat(Invisible.isAtHome(0x1f469, ZWJ, 0x1f467)).isTrue();
        assertThat(Invisible.isAtHome(0xfe0f, ZWJ, 0x1f525)).isTrue();
        assertThat(Invisible.isAtHome(0x1f469, ZWNJ, 0x1f467)).isFalse();
        assertThat(Invisible.isAtHome(0x1f469, ZWJ, 'a')).isFalse();
        assertThat(Invisible.isAtHome(0x1f469, ZWJ, 0xfe0f)).isFalse();
    }

    @Test
    void a_selector_is_at_home_once_after_a_sign_that_can_be_an_emoji() {
        assertThat(Invisible.isAtHome(0x2764, 0xfe0f, -1)).isTrue();
        assertThat(Invisible.isAtHome('1', 0xfe0f, 0x20e3)).isTrue();
        assertThat(Invisible.isAtHome('a', 0xfe0f, -1)).isFalse();
        assertThat(Invisible.isAtHome(0xfe0f, 0xfe0f, -1)).isFalse();
        assertThat(Invisible.isAtHome(0x1f600, 0xfe01, -1)).isFalse();
    }

    @Test
    void a_space_without_width_is_at_home_in_scripts_without_spaces() {
        assertThat(Invisible.isAtHome('ក', 0x200b, 'ខ')).isTrue();
        assertThat(Invisible.isAtHome('a', 0x200b, 'b')).isFalse();
    }
}
