package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemDetailsTest {
    @ParameterizedTest
    @CsvSource({
        "INVALID, 400, invalid, what was wrong",
        "NOT_FOUND, 404, not-found, what was wrong",
        "CONFLICT, 409, conflict, what was wrong",
        "BUSY, 503, busy, the store is busy",
        "STORE_UNUSABLE, 500, store, the store cannot be used",
        "STORAGE_FULL, 507, storage, the disk is full"
    })
    void each_problem_has_its_status_and_its_type(Problem problem, int status, String type, String detail) {
        ProblemDetails details = ProblemDetails.of(new AutoTrainerException(problem, "what was wrong"));

        assertThat(details.status()).isEqualTo(status);
        assertThat(details.type()).isEqualTo("urn:autotrainer:problem:" + type);
        assertThat(details.detail()).startsWith(detail);
    }

    @Test
    void a_value_that_is_not_accepted_is_a_bad_request() {
        assertThat(ProblemDetails.of(new InvalidValueException("score is 2")).status())
                .isEqualTo(400);
    }

    @Test
    void an_argument_that_the_program_itself_got_wrong_is_a_failure_and_gives_nothing_away() {
        ProblemDetails details = ProblemDetails.ofFailure(new IllegalArgumentException("-1"));

        assertThat(details.status()).isEqualTo(500);
        assertThat(details.detail()).isEqualTo("the server failed at this request");
    }
}
