package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "7, 2", "8, 3", "350, 100", "351, 101"})
    void it_is_the_characters_divided_by_three_and_a_half_rounded_up(int characters, long tokens) {
        assertThat(TokenEstimate.of(Map.of("k", "é".repeat(characters - 1)))).isEqualTo(tokens);
        assertThat(TokenEstimate.of(Map.of("k", List.of("😀".repeat(characters - 1), 12, true))))
                .isEqualTo(tokens);
    }
}
