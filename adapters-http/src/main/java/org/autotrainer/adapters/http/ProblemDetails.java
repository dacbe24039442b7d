package org.autotrainer.adapters.http;

import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * A problem as the body of an answer: {@code application/problem+json} of RFC 9457.
 *
 * @param type a stable name for the kind of problem
 * @param title the kind of problem in a few words
 * @param status the status of the answer
 * @param detail what was wrong this time, where, and what is allowed
 */
record ProblemDetails(String type, String title, int status, String detail) {
    private static final String TYPES = "urn:autotrainer:problem:";

    /** The details of a problem that a use case told. */
    static ProblemDetails of(AutoTrainerException told) {
        return of(told.problem(), String.valueOf(told.getMessage()));
    }

    /** The details of a value that is not accepted. */
    static ProblemDetails of(IllegalArgumentException invalid) {
        return of(Problem.INVALID, String.valueOf(invalid.getMessage()));
    }

    private static ProblemDetails of(Problem problem, String detail) {
        return switch (problem) {
            case INVALID -> new ProblemDetails(TYPES + "invalid", "The request is not valid", 400, detail);
            case NOT_FOUND -> new ProblemDetails(TYPES + "not-found", "There is no such thing", 404, detail);
            case CONFLICT -> new ProblemDetails(TYPES + "conflict", "It contradicts what is recorded", 409, detail);
            case BUSY -> new ProblemDetails(TYPES + "busy", "The store is busy", 503, detail);
            case STORE_UNUSABLE -> new ProblemDetails(TYPES + "store", "The store cannot be used", 500, detail);
            case STORAGE_FULL -> new ProblemDetails(TYPES + "storage", "The disk is full", 507, detail);
        };
    }
}
