package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of tokens. */
class TokenCounterTest {
    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "abcd, 1", "abcde, 2", "abcdefgh, 2", "👍👍👍👍, 1", "👍👍👍👍👍, 2", "予約, 1"})
    void four_code_points_are_one_token_rounded_up(String text, int tokens) {
        assertThat(TokenCounter.ESTIMATE.count(text)).isEqualTo(tokens);
    }
}
