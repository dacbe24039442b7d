package org.autotrainer.adapters.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void nothing_that_a_terminal_obeys_gets_through() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = "a" + Character.toString(point) + "b";
            String line = TerminalText.line(text);
            String json = Json.escaped("\"" + text + "\"");
            boolean obeyed = Character.getType(point) == Character.CONTROL
                    || Character.getType(point) == Character.SURROGATE
                    || Character.getDirectionality(point) >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                    || (point >= 0xe0000 && point <= 0xe007f);
            if (obeyed) {
                assertThat(line).as("U+" + Integer.toHexString(point)).doesNotContain(Character.toString(point));
                assertThat(json).as("U+" + Integer.toHexString(point)).matches("\"a(\\\\u[0-9a-f]{4})+b\"");
            } else if (point != 0x61c && point != 0x200e && point != 0x200f && point != 0x2028 && point != 0x2029) {
                assertThat(line)
                        .as("U+" + Integer.toHexString(point).toUpperCase(Locale.ROOT))
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void lines_stay_where_they_are_wanted() {
        assertThat(TerminalText.line("a\tb\r\nc\nd")).isEqualTo("a b  c d");
        assertThat(TerminalText.lines("a\tb\r\nc\nd")).isEqualTo("a b\nc\nd");
    }

    @Test
    void half_a_character_is_replaced() {
        assertThat(TerminalText.line("a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(TerminalText.line("a😀b")).isEqualTo("a😀b");
    }
}
