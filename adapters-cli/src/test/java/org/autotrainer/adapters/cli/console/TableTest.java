package org.autotrainer.adapters.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_are_as_wide_as_they_look() {
        Table table = new Table(Column.text("name"), Column.number("n"), Column.text("more"));
        table.row("日本", 5, "x").row("cafe\u0301", 1_000, "y").row("plain", 70, "z");

        assertThat(table.render(80, false, false))
                .containsExactly("name      n  more", "日本      5  x", "cafe\u0301   1000  y", "plain    70  z");
    }

    @Test
    void the_flexible_column_takes_what_is_left() {
        Table table = new Table(Column.text("id"), Column.flexible("text"));
        table.row("1", "one two three four five six seven");

        assertThat(table.render(30, false, false))
                .containsExactly("id  text", "1   one two three four five", "    six seven");
        assertThat(table.render(80, false, false)).containsExactly("id  text", "1   one two three four five six seven");
    }

    @Test
    void where_lines_are_bound_a_long_id_keeps_both_ends() {
        Table table = new Table(Column.id("id"), Column.text("task"), Column.bar(), Column.flexible("text"));
        table.row("0123456789ab", "task-" + "x".repeat(110), "█".repeat(10), "one two three");

        assertThat(table.render(80, false, false).get(1))
                .hasSizeGreaterThan(100)
                .contains("x".repeat(110));
        assertThat(table.render(80, true, false).get(1))
                .hasSize(80)
                .matches("0123456789ab  task-x+…x+  █{10}  one two three");
    }

    @Test
    void where_lines_are_bound_none_is_wider_down_to_forty_columns() {
        Random random = new Random(5);
        List<String> pieces = List.of("a", "é", "語", " ", "😀", "long", "-");
        for (int round = 0; round < 300; round++) {
            Table table = new Table(
                    Column.id("id"),
                    Column.text("status"),
                    Column.number("shown"),
                    Column.bar(),
                    Column.text("task"),
                    Column.flexible("what it is"));
            for (int row = 0; row < 5; row++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(90); i > 0; i--) {
                    text.append(pieces.get(random.nextInt(pieces.size())));
                }
                table.row("0123456789ab", "quarantined", "1,000,000", "█".repeat(10), text, text.reverse());
            }
            int width = 40 + random.nextInt(100);

            assertThat(table.render(width, true, false)).allMatch(line -> Columns.of(line) <= width);
        }
    }

    @Test
    void a_text_is_shortened_in_its_middle_by_the_columns_that_it_takes() {
        assertThat(Columns.shorten("abcdefgh", 8)).isEqualTo("abcdefgh");
        assertThat(Columns.shorten("abcdefgh", 5)).isEqualTo("ab…gh");
        assertThat(Columns.shorten("日本語日本語", 6)).isEqualTo("日…語");
        assertThat(Columns.shorten("abc", 1)).isEqualTo("…");
        assertThat(Columns.shorten("abc", 0)).isEmpty();
        assertThat(Columns.begin("日本語", 5)).isEqualTo("日本");
    }

    @Test
    void a_word_without_end_is_broken() {
        assertThat(Columns.wrap("a".repeat(25) + " b", 10)).containsExactly("a".repeat(10), "a".repeat(10), "aaaaa b");
        assertThat(Columns.wrap("日本語日本語", 5)).containsExactly("日本", "語日", "本語");
        assertThat(Columns.wrap("", 10)).containsExactly("");
    }

    @Test
    void no_line_is_wider_than_asked_and_nothing_is_lost() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(List.of("a", "é", "語", " ", "😀", "long", " ").get(random.nextInt(7)));
            }
            int width = 2 + random.nextInt(30);
            List<String> lines = Columns.wrap(text.toString(), width);

            assertThat(lines).allMatch(line -> Columns.of(line) <= width);
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }

    @Test
    void what_a_terminal_obeys_is_replaced_in_cells() {
        assertThat(new Table(Column.text("")).row("a\u001b[31m\nb").render(80, false, true))
                .containsExactly("a\ufffd[31m b");
    }

    @Test
    void bars_show_shares_and_never_hide_the_smallest() {
        assertThat(Bars.of(20, 20)).isEqualTo("█".repeat(20));
        assertThat(Bars.of(10, 20)).isEqualTo("█".repeat(10));
        assertThat(Bars.of(1, 1_000_000)).isEqualTo("▏");
        assertThat(Bars.of(0, 20)).isEmpty();
        assertThat(Bars.of(3, 0)).isEmpty();
        assertThat(Bars.of(30, 20)).isEqualTo("█".repeat(20));
    }
}
