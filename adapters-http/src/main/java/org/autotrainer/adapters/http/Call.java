package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.Set;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** One request, as an endpoint sees it. */
final class Call {
    private static final String DEFAULT_AGENT = "default";
    private static final int DEFAULT_LIMIT = 50;

    private final Fields query;
    private final HttpFields head;
    private final String mediaType;
    private final Map<String, String> variables;
    private final byte[] body;
    private final boolean gzip;
    private final Space.Share share;

    /**
     * A request.
     *
     * @param share where the memory for what is made of the body is taken from
     */
    Call(Request request, Map<String, String> variables, byte[] body, Space.Share share) {
        this.query = query(request);
        this.head = request.getHeaders();
        this.mediaType = Routes.mediaType(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        this.variables = variables;
        this.body = body;
        this.gzip = request.getHeaders().contains(HttpHeader.CONTENT_ENCODING, Routes.GZIP);
        this.share = share;
    }

    private static Fields query(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException wrong) { // of several kinds, which are not documented
            throw new InvalidValueException("the parameters of the address are not UTF-8 with %-escapes");
        }
    }

    /** A part of the path that varies. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A field of the head; empty when it is not there, and all of them with commas when it is there more than once. */
    String header(String name) {
        return String.join(",", head.getValuesList(name));
    }

    /** Whether an answer of a kind is taken: all are, when nothing is said. */
    boolean accepts(String answer) {
        String anyOfItsType = answer.substring(0, answer.indexOf('/')) + "/*";
        return !head.contains(HttpHeader.ACCEPT)
                || head.getQualityCSV(HttpHeader.ACCEPT).stream()
                        .map(Routes::mediaType)
                        .anyMatch(Set.of(answer, anyOfItsType, "*/*")::contains);
    }

    /** Whether the body is lines, an object each. */
    boolean isLines() {
        return mediaType.equals(Answer.LINES);
    }

    /** The kind of the body. */
    String mediaType() {
        return mediaType;
    }

    /** Whether the body is compressed. */
    boolean isCompressed() {
        return gzip;
    }

    /** Takes memory for so many bytes more; no if there is not so much left. */
    boolean takes(long bytes) {
        return share.take(bytes);
    }

    /** The body as it came. */
    byte[] body() {
        return body;
    }

    /**
     * The body as an object.
     *
     * @throws InvalidValueException if it is none of that kind
     */
    <T> T body(Class<T> type) {
        return Json.read(body, 0, body.length, type);
    }

    /** Refuses parameters that are not known. */
    Call knowing(String... names) {
        Set<String> known = Set.of(names);
        for (Fields.Field field : query) {
            if (!known.contains(field.getName())) {
                throw new InvalidValueException("there is no parameter \"" + Json.excerpt(field.getName())
                        + "\"; there " + (names.length == 0 ? "are none here" : "are " + String.join(", ", names)));
            }
            if (field.getValues().size() > 1) {
                throw new InvalidValueException("the parameter " + field.getName() + " is given twice");
            }
        }
        return this;
    }

    /** A parameter; empty when it is not given. */
    String text(String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }

    /** The agent that the request is about. */
    String agent() {
        return text("agent").isEmpty() ? DEFAULT_AGENT : text("agent");
    }

    String cursor() {
        return text("cursor");
    }

    /** How many items a page has at most. */
    int limit() {
        String given = text("limit");
        if (given.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException wrong) {
            throw new InvalidValueException("limit is \"" + Json.excerpt(given) + "\"; allowed are 1 to 500");
        }
    }
}
