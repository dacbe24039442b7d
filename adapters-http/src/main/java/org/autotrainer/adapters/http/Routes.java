package org.autotrainer.adapters.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.autotrainer.application.TrainingLoop;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** All kinds of requests that are answered, and which one a request is. Immutable. */
final class Routes {
    /** The one encoding that some bodies may have. */
    static final String GZIP = "gzip";

    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = all;
    }

    /** The routes over a training loop, and what waits for it. */
    static Routes over(TrainingLoop loop, TraceBuffer telemetry) {
        List<Route> all = new ArrayList<>(new Endpoints(loop, telemetry).routes());
        all.addAll(Dashboard.routes());
        return new Routes(List.copyOf(all));
    }

    /**
     * Where a request leads.
     *
     * @param refusal why it leads nowhere
     */
    record Found(Route route, Map<String, String> variables, Optional<Answer> refusal) {}

    /** Finds the route of a request. */
    Found find(Request request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String[] parts = Request.getPathInContext(request).substring(1).split("/", -1);
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : all) {
            Optional<Map<String, String>> variables = match(route.parts(), parts);
            if (variables.isPresent() && route.method().equals(method)) {
                return new Found(route, variables.get(), wrongBody(route, request));
            }
            variables.ifPresent(any -> allowed.add(route.method()));
        }
        Answer refusal = allowed.isEmpty()
                ? Answer.problem(ProblemDetails.of(404, "there is nothing at this address; see /openapi.json"))
                : Answer.problem(ProblemDetails.of(405, "allowed here are " + String.join(", ", allowed)))
                        .with(HttpHeader.ALLOW, String.join(", ", allowed));
        return new Found(all.get(0), Map.of(), Optional.of(refusal));
    }

    private static Optional<Map<String, String>> match(String[] pattern, String[] parts) {
        if (pattern.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (pattern[i].startsWith("{")) {
                variables.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
            } else if (!pattern[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static Optional<Answer> wrongBody(Route route, Request request) {
        if (route.mediaTypes().isEmpty()) {
            return Optional.empty();
        }
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !(route.gzip() && encoding.equalsIgnoreCase(GZIP))) {
            return Optional.of(Answer.problem(ProblemDetails.of(
                    415,
                    route.gzip()
                            ? "the body may be compressed by gzip, and not be encoded otherwise"
                            : "the body must not be encoded or compressed")));
        }
        return route.mediaTypes().contains(mediaType(request.getHeaders().get(HttpHeader.CONTENT_TYPE)))
                ? Optional.empty()
                : Optional.of(Answer.problem(ProblemDetails.of(
                        415,
                        "the body must be "
                                + String.join(" or ", new TreeSet<>(route.mediaTypes()))
                                + ", in UTF-8; say so in the header Content-Type")));
    }

    /** The kind of a body; empty when it is not said, or when its letters are not UTF-8. */
    static String mediaType(String contentType) {
        if (contentType == null) {
            return "";
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return "";
            }
        }
        return parts[0].strip();
    }
}
