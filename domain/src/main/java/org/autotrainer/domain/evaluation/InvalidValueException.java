package org.autotrainer.domain.evaluation;

/**
 * A value that AutoTrainer does not accept: the message names the field, the value and what is allowed.
 *
 * <p>It is thrown when a value is made, before anything is recorded, so that nothing is half done.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says in one sentence what was wrong, where, and what is allowed. */
    public InvalidValueException(String message) {
        super(message);
    }
}
