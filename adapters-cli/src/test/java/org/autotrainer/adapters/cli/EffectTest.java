package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectTest {
    @Test
    void an_interval_lies_within_a_hundred_points() {
        Effect unsure = new Effect(0.148, -1.168, 0.5);

        assertThat(unsure.inWords()).isEqualTo("+14.8 [-100.0, +50.0]");
        assertThat(unsure.range().low()).isEqualTo(-1);
        assertThat(unsure.saysNothing()).isFalse();
    }

    @Test
    void one_that_holds_all_that_can_be_says_nothing() {
        assertThat(new Effect(0.148, -1.168, 1.464).saysNothing()).isTrue();
    }
}
