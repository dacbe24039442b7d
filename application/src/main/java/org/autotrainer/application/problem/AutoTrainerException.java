package org.autotrainer.application.problem;

/**
 * Says in one sentence what could not be done, where, and what is allowed or would help.
 *
 * <p>The message is meant for the person who asked; it never holds a stack trace or the words of a library.
 */
public final class AutoTrainerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** A problem of the given kind. */
    public AutoTrainerException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** A problem of the given kind with what caused it. */
    public AutoTrainerException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** What kind of thing went wrong. */
    public Problem problem() {
        return problem;
    }
}
