package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * Says whether the server should be sent requests, and why not. Thread-safe.
 *
 * <p>That a disk is full shows when something is to be written: it is believed until an evaluation was written, or for ten
 * seconds, so that a server that is left alone is tried again. Whoever asks needs no token, so what a store says of itself,
 * such as its file, is not told.
 */
final class Readiness {
    private static final long BELIEVED_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int OK = 200;

    private volatile boolean full;
    private volatile long fullAt;

    /** Notes that there was no room to write. */
    void foundDiskFull(long nanoTime) {
        fullAt = nanoTime;
        full = true;
    }

    /** Notes that something is on the disk that was not there before; an answer of 200 alone does not say so. */
    void wrote() {
        full = false;
    }

    /** The answer to the question whether the server is ready. */
    Answer answer(TrainingLoop loop, long nanoTime) {
        if (full && nanoTime - fullAt < BELIEVED_NANOS) {
            return Answer.problem(ProblemDetails.unready("storage", "the disk is full: the last write failed"));
        }
        try {
            loop.agents().list("", 1);
        } catch (AutoTrainerException refused) {
            return Answer.problem(
                    ProblemDetails.unready(ProblemDetails.of(refused).word(), why(refused.problem())));
        }
        return Answer.of(OK, Map.of("status", "ready"));
    }

    private static String why(Problem problem) {
        return switch (problem) {
            case BUSY -> "too much is under way, or another process holds the store";
            case STORAGE_FULL -> "the disk is full";
            default -> "the store cannot be used; autotrainer store check tells more";
        };
    }
}
