package org.autotrainer.application.problem;

import java.util.Optional;

/**
 * Says in one sentence what could not be done, where, and what is allowed or would help.
 *
 * <p>The message is meant for the person who asked; it never holds a stack trace or the words of a library.
 */
public final class AutoTrainerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Optional<Missing> missing;

    /** A problem of the given kind. */
    public AutoTrainerException(Problem problem, String message) {
        super(message);
        this.problem = problem;
        this.missing = Optional.empty();
    }

    /** That something is not there. */
    public AutoTrainerException(Missing missing, String message) {
        super(message);
        this.problem = Problem.NOT_FOUND;
        this.missing = Optional.of(missing);
    }

    /** A problem of the given kind with what caused it. */
    public AutoTrainerException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.missing = Optional.empty();
    }

    /** What kind of thing went wrong. */
    public Problem problem() {
        return problem;
    }

    /** What is not there, if such things are listed somewhere. */
    public Optional<Missing> missing() {
        return missing;
    }
}
