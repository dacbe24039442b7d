package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775808", "18446744073709551615", "18446744073709551616", "x", "1.5"})
    void a_cursor_that_counts_nothing_is_not_taken(String cursor) {
        assertThatThrownBy(() -> Paging.offset(cursor))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is not one that a list gave");
    }
}
