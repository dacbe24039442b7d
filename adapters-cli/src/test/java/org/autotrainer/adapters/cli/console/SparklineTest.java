package org.autotrainer.adapters.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void nothing_is_low_and_everything_is_high() {
        assertThat(Sparkline.of(List.of(Optional.of(0.0), Optional.of(0.5), Optional.of(1.0))))
                .isEqualTo("▁▅█");
    }

    @Test
    void what_is_not_known_is_an_empty_place() {
        assertThat(Sparkline.of(List.of(Optional.of(1.0), Optional.empty(), Optional.of(0.0))))
                .isEqualTo("█ ▁");
    }

    @Test
    void what_lies_outside_stays_within() {
        assertThat(Sparkline.of(List.of(Optional.of(-1.0), Optional.of(2.0)))).isEqualTo("▁█");
    }
}
