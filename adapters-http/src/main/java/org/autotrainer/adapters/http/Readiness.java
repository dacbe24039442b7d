package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;

/**
 * Says whether the server should be sent requests, and why not. Thread-safe.
 *
 * <p>That a disk is full shows when something is to be written: it is believed until something was written, or for ten
 * seconds, so that a server that is left alone is tried again.
 */
final class Readiness {
    private static final long BELIEVED_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int DISK_FULL = 507;

    private volatile boolean full;
    private volatile long fullAt;

    /** Notes how a request to write was answered. */
    void wrote(int status, long nanoTime) {
        if (status == DISK_FULL) {
            fullAt = nanoTime;
            full = true;
        } else if (full && status >= OK && status < REDIRECTION) {
            full = false;
        }
    }

    /** The answer to the question whether the server is ready. */
    Answer answer(TrainingLoop loop, long nanoTime) {
        if (full && nanoTime - fullAt < BELIEVED_NANOS) {
            return Answer.problem(ProblemDetails.unready("storage", "the disk is full: the last write failed"));
        }
        try {
            loop.agents().list("", 1);
        } catch (AutoTrainerException refused) {
            ProblemDetails problem = ProblemDetails.of(refused);
            return Answer.problem(ProblemDetails.unready(problem.word(), problem.detail()));
        }
        return Answer.of(OK, Map.of("status", "ready"));
    }
}
