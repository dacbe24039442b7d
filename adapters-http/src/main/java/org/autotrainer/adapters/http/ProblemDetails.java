package org.autotrainer.adapters.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Missing;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A problem as the body of an answer: {@code application/problem+json} of RFC 9457.
 *
 * @param type a stable name for the kind of problem
 * @param title the kind of problem in a few words
 * @param status the status of the answer
 * @param detail what was wrong this time, where, and what is allowed
 * @param requestId names the request in the logs, if the server failed; absent otherwise
 */
record ProblemDetails(String type, String title, int status, String detail, String requestId) {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemDetails.class);

    private static final Rate LOGGED = new Rate(1, 2);

    private static final String TYPES = "urn:autotrainer:problem:";
    private static final Map<Integer, Kind> KINDS = Map.ofEntries(
            Map.entry(400, new Kind("invalid", "The request is not valid")),
            Map.entry(401, new Kind("token", "A token is needed")),
            Map.entry(403, new Kind("origin", "Pages from elsewhere are not served")),
            Map.entry(404, new Kind("not-found", "There is no such thing")),
            Map.entry(405, new Kind("method", "The method is not allowed here")),
            Map.entry(408, new Kind("timeout", "The request took too long")),
            Map.entry(409, new Kind("conflict", "It contradicts what is recorded")),
            Map.entry(412, new Kind("stale", "It was changed since it was read")),
            Map.entry(413, new Kind("too-large", "The body is too large")),
            Map.entry(415, new Kind("media-type", "The body is of another kind")),
            Map.entry(421, new Kind("host", "This server is not the one that was meant")),
            Map.entry(422, new Kind("key", "The key was used for another request")),
            Map.entry(429, new Kind("rate", "There are too many requests")),
            Map.entry(431, new Kind("head", "The head of the request is too large")),
            Map.entry(500, new Kind("failed", "The server has failed")),
            Map.entry(503, new Kind("busy", "The server is busy")),
            Map.entry(507, new Kind("storage", "The disk is full")));
    private static final Kind FORBIDDEN = new Kind("forbidden", "The token does not allow this");
    private static final Kind UNUSABLE = new Kind("store", "The store cannot be used");
    private static final Kind REFUSED = new Kind("http", "The request is not understood");

    /** A kind of problem: a word that stays, and a few for people. */
    private record Kind(String word, String title) {}

    @SuppressWarnings("NullAway") // absent is null on the wire
    private ProblemDetails(Kind kind, int status, String detail) {
        this(TYPES + kind.word, kind.title, status, detail, null);
    }

    /** The details of a problem with the given status. */
    static ProblemDetails of(int status, String detail) {
        return new ProblemDetails(KINDS.getOrDefault(status, REFUSED), status, detail);
    }

    /** The details of a request that the token does not allow. */
    static ProblemDetails forbidden(String detail) {
        return new ProblemDetails(FORBIDDEN, 403, detail);
    }

    /** The details of why the server should not be sent requests now. */
    static ProblemDetails unready(String word, String detail) {
        return new ProblemDetails(new Kind(word, "The server is not ready"), 503, detail);
    }

    /** The same, for a request of which more stands in the logs. */
    ProblemDetails at(String request) {
        return new ProblemDetails(type, title, status, detail, request);
    }

    /** The word of the kind of problem. */
    String word() {
        return type.substring(TYPES.length());
    }

    /**
     * The details of a problem that a use case told. What a store says of itself may name files of this machine, so that is
     * logged, once a second at most, and callers are told what is theirs to know.
     */
    static ProblemDetails of(AutoTrainerException told) {
        String detail = detail(told);
        int status = status(told.problem());
        if (told.problem() == Problem.STORE_UNUSABLE) {
            return new ProblemDetails(UNUSABLE, status, detail);
        }
        return told.problem() == Problem.FORBIDDEN ? forbidden(detail) : of(status, detail);
    }

    private static String detail(AutoTrainerException told) {
        String said = String.valueOf(told.getMessage());
        String detail = switch (told.problem()) {
            case BUSY -> "the store is busy; try again";
            case STORE_UNUSABLE -> "the store cannot be used; autotrainer store check tells more";
            case STORAGE_FULL ->
                "the disk is full or cannot be written; what was acknowledged is not lost, try again when there is"
                        + " room";
            default -> said;
        };
        if (told.missing().isPresent()) {
            return said + listed(told.missing().get());
        }
        if (!detail.equals(said) && LOGGED.admits(System.nanoTime())) {
            LOG.warn("a request was refused: {}", said);
        }
        return detail;
    }

    private static String listed(Missing missing) {
        String agent = URLEncoder.encode(missing.agent(), StandardCharsets.UTF_8);
        return "; GET /v1/" + missing.kind().several() + "?agent=" + agent + " lists those there are";
    }

    /** The details of a value that is not accepted. */
    static ProblemDetails of(IllegalArgumentException invalid) {
        return of(400, String.valueOf(invalid.getMessage()));
    }

    /** The details of what went wrong at a request; what is not the caller's to know is logged, under the request's id. */
    static ProblemDetails ofFailure(Throwable failed, Request request) {
        ProblemDetails problem = ofFailure(failed);
        if (problem.status != 500) {
            return problem;
        }
        String id = Visit.of(request).map(Visit::id).orElse("");
        String path = Visit.of(request).flatMap(Visit::route).map(Route::path).orElse("");
        LOG.error("request {} to {} failed", id, path, failed);
        return problem.at(id);
    }

    /** The details of what went wrong while an answer was made: in its own words if it is the caller's to know. */
    static ProblemDetails ofFailure(Throwable failed) {
        if (failed instanceof AutoTrainerException told) {
            return of(told);
        }
        return failed instanceof InvalidValueException invalid
                ? of(invalid)
                : of(500, "the server failed at this request");
    }

    private static int status(Problem problem) {
        return switch (problem) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case STALE -> 412;
            case BUSY -> 503;
            case STORE_UNUSABLE -> 500;
            case STORAGE_FULL -> 507;
        };
    }

    /** After how many seconds it is worth to try again, if it is. */
    Optional<String> retryAfter() {
        return status == 429 || status == 503 ? Optional.of("1") : Optional.empty();
    }
}
