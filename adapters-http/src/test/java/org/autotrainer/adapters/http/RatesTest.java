package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How many requests of a caller are let in. */
class RatesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static int admitted(Rates rates, String caller, long nanoTime) {
        int admitted = 0;
        while (admitted < 1_000 && rates.admit(caller, nanoTime)) {
            admitted++;
        }
        return admitted;
    }

    @Test
    void some_are_let_in_at_once_and_then_as_many_as_the_rate_says() {
        Rates rates = new Rates(5, 10);

        assertThat(admitted(rates, "a", 0)).isEqualTo(10);
        assertThat(admitted(rates, "a", SECOND)).isEqualTo(5);
        assertThat(admitted(rates, "a", SECOND + SECOND / 5)).isEqualTo(1);
        assertThat(admitted(rates, "a", 100 * SECOND)).isEqualTo(10);
    }

    @Test
    void each_caller_has_a_rate_of_its_own() {
        Rates rates = new Rates(5, 10);

        assertThat(admitted(rates, "a", 0)).isEqualTo(10);
        assertThat(admitted(rates, "b", 0)).isEqualTo(10);
    }

    @Test
    void none_is_no_limit() {
        assertThat(admitted(new Rates(0, 0), "a", 0)).isEqualTo(1_000);
    }

    @Test
    void of_many_callers_no_more_are_remembered_than_there_is_room_for() {
        Rates rates = new Rates(1, 2);
        assertThat(admitted(rates, "a", 0)).isEqualTo(2);

        for (int i = 0; i <= Rates.REMEMBERED; i++) {
            rates.admit("caller " + i, 0);
        }

        assertThat(admitted(rates, "a", 0)).as("all begin anew").isEqualTo(2);
    }
}
