package org.autotrainer.adapters.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.autotrainer.adapters.cli.console.Axis.Range;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void an_effect_stands_within_its_interval_and_the_colon_for_no_effect() {
        Range range = new Range(-.05, .15);

        assertThat(Axis.of(List.of(range)).bar(.05, range)).isEqualTo("-5 |[====:====●=========]| +15");
        assertThat(Axis.of(List.of(range, new Range(-.10, .20))).bar(.05, range))
                .startsWith("-10 |")
                .contains("[", ":", "●", "]")
                .endsWith("| +20");
    }

    @Test
    void intervals_share_the_axis_that_has_room_for_all() {
        Axis axis = Axis.of(List.of(new Range(.01, .02), new Range(-.12, .31)));

        assertThat(axis.bar(.015, new Range(.01, .02))).startsWith("-15 |").endsWith("| +35");
        assertThat(axis.small(.015, new Range(.01, .02))).hasSize("-15 |".length() + 11 + "| +35".length());
    }

    @Test
    void what_cannot_be_ends_in_an_arrow() {
        Range wide = new Range(-1.89, 1.2);

        assertThat(Axis.of(List.of(wide)).bar(-.35, wide)).isEqualTo("-100 |<======●==:=========>| +100");
    }

    @Test
    void no_effect_at_all_has_an_axis() {
        assertThat(Axis.of(List.of()).bar(0, new Range(0, 0))).isEqualTo("-5 |----------●----------| +5");
    }
}
