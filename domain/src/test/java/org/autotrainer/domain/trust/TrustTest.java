package org.autotrainer.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels of trust, from none to all. */
class TrustTest {
    @Test
    void the_words_are_these_in_the_order_of_trust() {
        assertThat(List.of(Trust.values()))
                .isSorted()
                .map(Trust::word)
                .containsExactly("blocked", "untrusted", "reviewed", "trusted");
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void a_level_is_found_by_its_word(Trust trust) {
        assertThat(Trust.of(trust.word())).isEqualTo(trust);
    }

    @Test
    void an_unknown_word_is_refused_with_those_that_are_allowed() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Trust.of("Trusted"))
                .withMessage("trust is \"Trusted\"; allowed are blocked, untrusted, reviewed and trusted");
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void the_lesser_of_two_does_not_depend_on_their_order(Trust one) {
        assertThat(List.of(Trust.values())).allSatisfy(other -> {
            Trust least = Trust.least(one, other);
            assertThat(least).isEqualTo(Trust.least(other, one)).isIn(one, other);
            assertThat(least).isLessThanOrEqualTo(one).isLessThanOrEqualTo(other);
        });
    }
}
