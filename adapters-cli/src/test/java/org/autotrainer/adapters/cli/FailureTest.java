package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.ProvisionException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    @ParameterizedTest
    @EnumSource(Problem.class)
    void each_kind_of_problem_has_its_exit_code(Problem problem) {
        int expected = problem == Problem.INVALID ? 2 : problem == Problem.STORAGE_FULL ? 74 : 1;

        assertThat(Failure.of(new AutoTrainerException(problem, "why"))).isEqualTo(new Failure(expected, "why"));
    }

    @Test
    void what_others_wrapped_is_unwrapped() {
        AutoTrainerException busy = new AutoTrainerException(Problem.BUSY, "the store is busy");

        assertThat(Failure.of(new ProvisionException("library words", busy)).sentence())
                .isEqualTo("the store is busy");
        assertThat(Failure.of(new ExecutionException(new InvalidValueException("score is 2"))))
                .isEqualTo(new Failure(2, "score is 2"));
    }

    @Test
    void a_problem_that_a_mistake_of_ours_wraps_is_still_a_mistake() {
        Throwable mistake = new IllegalStateException("ours", new AutoTrainerException(Problem.BUSY, "busy"));

        assertThat(Failure.of(mistake).sentence()).startsWith("something went wrong that should not have");
    }

    @Test
    void the_unexpected_is_one_sentence_and_traced_on_demand() {
        Provoked plain = new Provoked("");
        assertThat(plain.exitCode).isEqualTo(1);
        assertThat(plain.err)
                .isEqualTo(
                        "autotrainer: something went wrong that should not have; set AUTOTRAINER_DEBUG=1 to see where,"
                                + " and please report it\n");

        assertThat(new Provoked("1").err)
                .startsWith("autotrainer: something went wrong")
                .contains("java.lang.IllegalStateException: provoked", "\tat ");
    }

    @Test
    void too_little_memory_is_told_with_what_helps() {
        assertThat(Failure.of(new OutOfMemoryError()).sentence()).contains("AUTOTRAINER_OPTS=-Xmx");
    }

    @Test
    void a_sentence_is_never_endless() {
        assertThat(new Failure(1, "😀".repeat(10_000)).sentence())
                .hasSizeLessThan(700)
                .endsWith("…");
    }

    /** A command that runs into a mistake of ours. */
    private static final class Provoked {
        private final int exitCode;
        private final String err;

        Provoked(String debug) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Surroundings surroundings = new Surroundings(
                    InputStream.nullInputStream(),
                    new ByteArrayOutputStream(),
                    written,
                    Map.of("HOME", "/nowhere", "AUTOTRAINER_DEBUG", debug),
                    Set.of());
            exitCode = new Dispatcher(new Console(surroundings), () -> {
                        throw new IllegalStateException("provoked");
                    })
                    .run("lessons");
            err = written.toString(StandardCharsets.UTF_8);
        }
    }
}
