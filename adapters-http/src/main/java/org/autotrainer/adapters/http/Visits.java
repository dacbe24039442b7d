package org.autotrainer.adapters.http;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.autotrainer.application.server.Scope;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Keeps account of requests that are over: in the metrics, in the access log, and for the readiness. Thread-safe. */
final class Visits implements RequestLog {
    /** What is told where a route or a method is not one of ours: callers must not be able to make up labels. */
    private static final String OTHER = "other";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final int PROBLEM = 400;
    private static final int FORBIDDEN = 403;
    private static final int DISK_FULL = 507;

    private final Metrics metrics = new Metrics();
    private final Readiness readiness = new Readiness();
    private final Optional<AccessLog> accessLog;

    Visits(Optional<AccessLog> accessLog) {
        this.accessLog = accessLog;
    }

    Metrics metrics() {
        return metrics;
    }

    Readiness readiness() {
        return readiness;
    }

    /** A request that is over. */
    record Over(
            Optional<Visit> visit,
            String method,
            String route,
            int status,
            long bytesIn,
            long bytesOut,
            double seconds) {}

    @Override
    public void log(Request request, Response response) {
        Optional<Visit> visit = Visit.of(request);
        Optional<Route> route = visit.flatMap(Visit::route);
        long now = System.nanoTime();
        Over over = new Over(
                visit,
                route.map(Route::method).orElseGet(() -> method(request)),
                route.map(Route::path).orElse(OTHER),
                response.getStatus(),
                Math.max(0, Request.getContentBytesRead(request)),
                Math.max(0, Response.getContentBytesWritten(response)),
                seconds(request, now));
        int recorded = visit.map(Visit::recorded).orElse(0);
        metrics.recorded(recorded);
        visit.ifPresent(its -> its.commits().forEach(at -> metrics.committed(seconds(request, at))));
        metrics.answered(route.map(Route::method).orElse(OTHER), over.route, over.status, over.seconds, cause(over));
        if (foundDiskFull(over)) {
            readiness.foundDiskFull(now);
        } else if (recorded > 0) {
            readiness.wrote();
        }
        accessLog.ifPresent(log -> log.write(over, Instant.now()));
    }

    /** The method of a request that leads nowhere, if it is one of HTTP. */
    private static String method(Request request) {
        return Optional.ofNullable(request.getMethod())
                .filter(METHODS::contains)
                .orElse(OTHER);
    }

    private static double seconds(Request request, long until) {
        return (until - request.getBeginNanoTime()) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Whether a request could not write to the store; a data set needs room elsewhere. */
    private static boolean foundDiskFull(Over over) {
        boolean writes = over.visit
                .flatMap(Visit::route)
                .flatMap(route -> route.access().scope())
                .filter(scope -> scope != Scope.READ)
                .isPresent();
        return over.visit.filter(Visit::isDiskFull).isPresent() || (writes && over.status == DISK_FULL);
    }

    /** The type of the problem that a request was answered with. */
    private static String cause(Over over) {
        if (over.status < PROBLEM) {
            return "";
        }
        boolean isKnown = over.visit.flatMap(Visit::token).isPresent();
        return over.status == FORBIDDEN && isKnown
                ? ProblemDetails.forbidden("").word()
                : ProblemDetails.of(over.status, "").word();
    }
}
