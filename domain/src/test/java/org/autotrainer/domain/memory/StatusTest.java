package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The words for what became of a suggestion. */
class StatusTest {
    @Test
    void a_status_is_found_by_its_word() {
        assertThat(List.of(Status.values()))
                .map(Status::word)
                .containsExactly("pending", "applied", "dismissed", "observed", "quarantined");
        assertThat(List.of(Status.PENDING, Status.APPLIED, Status.DISMISSED))
                .allSatisfy(status -> assertThat(Status.of(status.word())).isEqualTo(status));
    }

    @Test
    void an_unknown_word_is_refused_with_those_that_are_allowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Status.of("done"))
                .withMessage("status is \"done\"; allowed are pending, applied and dismissed");
    }

    @Test
    void what_an_answer_alone_tells_is_not_kept_and_cannot_be_asked_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> Status.of("observed"));
        assertThatIllegalArgumentException().isThrownBy(() -> Status.of("quarantined"));
    }
}
