package org.autotrainer.adapters.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** All kinds of requests that are answered, and which one a request is. Immutable. */
final class Routes {
    private static final String OPTIONS = "OPTIONS";

    private final List<Way> all;

    private Routes(List<Way> all) {
        this.all = all;
    }

    /** A route and the parts of its path. */
    private record Way(Route route, List<String> parts) {}

    /** The routes that are given. */
    static Routes of(List<Route> routes) {
        return new Routes(routes.stream()
                .map(route -> new Way(route, List.of(route.parts())))
                .toList());
    }

    /**
     * Where a request leads.
     *
     * @param route nothing when nothing is there, or nothing for its method
     * @param refusal why it leads nowhere
     */
    record Found(Optional<Route> route, Map<String, String> variables, Optional<Answer> refusal) {}

    /** Finds the route of a request. */
    Found find(Request request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Optional<String[]> parts = parts(request);
        TreeSet<String> allowed = new TreeSet<>();
        if (parts.isEmpty()) {
            return nowhere(
                    Answer.problem(ProblemDetails.of(400, "the path of the address is not UTF-8 with %-escapes")));
        }
        for (Way way : all) {
            Route route = way.route;
            Optional<Map<String, String>> variables = match(way.parts, parts.get());
            if (variables.isPresent() && route.method().equals(method)) {
                return new Found(Optional.of(route), variables.get(), wrongBody(route, request));
            }
            variables.ifPresent(any -> allowed.add(route.method()));
        }
        if (allowed.isEmpty()) {
            return nowhere(
                    Answer.problem(ProblemDetails.of(404, "there is nothing at this address; see /openapi.json")));
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add(OPTIONS);
        String names = String.join(", ", allowed);
        Answer refusal = method.equals(OPTIONS)
                ? Answer.empty()
                : Answer.problem(ProblemDetails.of(405, "allowed here are " + names));
        return nowhere(refusal.with(HttpHeader.ALLOW, names));
    }

    private static Found nowhere(Answer refusal) {
        return new Found(Optional.empty(), Map.of(), Optional.of(refusal));
    }

    /** The parts of a path, their escapes undone; nothing if they are not those of UTF-8. */
    private static Optional<String[]> parts(Request request) {
        String[] parts = Request.getPathInContext(request).substring(1).split("/", -1);
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = parts[i].indexOf('%') < 0 ? parts[i] : unescaped(parts[i]);
            }
            return Optional.of(parts);
        } catch (CharacterCodingException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** A part of a path with its escapes undone. */
    private static String unescaped(String part) throws CharacterCodingException {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream undone = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                undone.write(HexFormat.fromHexDigits(part(bytes, i + 1)));
                i += 2;
            } else {
                undone.write(bytes[i]);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(undone.toByteArray()))
                .toString();
    }

    private static String part(byte[] bytes, int begin) {
        return new String(bytes, begin, Math.min(2, bytes.length - begin), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Map<String, String>> match(List<String> pattern, String[] parts) {
        if (pattern.size() != parts.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String part = pattern.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), parts[i]);
            } else if (!part.equals(parts[i])) {
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
        if (encoding != null && !encoding.equalsIgnoreCase(Gzip.NAME)) {
            return Optional.of(Answer.problem(
                    ProblemDetails.of(415, "the body may be compressed by gzip, and not be encoded otherwise")));
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
