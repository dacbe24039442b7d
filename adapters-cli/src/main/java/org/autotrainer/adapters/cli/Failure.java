package org.autotrainer.adapters.cli;

import java.util.concurrent.ExecutionException;
import org.autotrainer.adapters.cli.console.TerminalText;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * How a command that could not do its work ends.
 *
 * @param sentence what a person is told
 */
record Failure(int exitCode, String sentence) {
    private static final int LONGEST = 600;

    /** Keeps the sentence short. */
    Failure {
        sentence = TerminalText.brief(sentence, LONGEST);
    }

    /** The failure that something thrown amounts to. */
    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AutoTrainerException known) {
                String next = known.missing()
                        .map(missing -> "; try: autotrainer " + missing.kind().several() + " list")
                        .orElse("");
                return new Failure(exitCode(known.problem()), known.getMessage() + next);
            }
            if (cause instanceof InvalidValueException invalid) {
                return new Failure(ExitCode.USAGE, String.valueOf(invalid.getMessage()));
            }
            if (cause instanceof OutOfMemoryError) {
                return new Failure(
                        ExitCode.FAILED, "there is not enough memory; give Java more with AUTOTRAINER_OPTS=-Xmx4g");
            }
            if (!isWrapper(cause)) {
                break;
            }
        }
        return new Failure(
                ExitCode.FAILED,
                "something went wrong that should not have; set AUTOTRAINER_DEBUG=1 to see where, and please report it");
    }

    /** Whether something thrown only carries what was thrown first: in another thread, or while things were made. */
    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ExecutionException
                || thrown.getClass().getName().startsWith("com.google.inject.");
    }

    private static int exitCode(Problem problem) {
        return switch (problem) {
            case INVALID -> ExitCode.USAGE;
            case NOT_FOUND, CONFLICT, STALE, FORBIDDEN, BUSY, STORE_UNUSABLE -> ExitCode.FAILED;
            case STORAGE_FULL -> ExitCode.DISK;
        };
    }
}
