package org.autotrainer.adapters.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a request is answered with. Immutable.
 *
 * @param mediaType the kind of the body; empty when there is none
 * @param prepared what holds the body instead, if it is large
 * @param headers further fields of the head
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String mediaType, byte[] body, Optional<Prepared> prepared, Map<String, String> headers) {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    private static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";
    private static final int BUFFER = 1 << 15;

    /** Keeps the headers from changing. */
    Answer {
        headers = Map.copyOf(headers);
    }

    /** An object of a use case. */
    static Answer of(int status, Object body) {
        return new Answer(status, JSON, Json.bytes(body), Optional.empty(), Map.of());
    }

    /** Nothing but a status. */
    static Answer empty(int status) {
        return new Answer(status, "", new byte[0], Optional.empty(), Map.of());
    }

    /** A text of JSON that is kept as it is. */
    static Answer json(byte[] body) {
        return new Answer(200, JSON, body, Optional.empty(), Map.of());
    }

    /** Lines of JSON. */
    static Answer lines(StringBuilder lines) {
        return new Answer(200, LINES, lines.toString().getBytes(StandardCharsets.UTF_8), Optional.empty(), Map.of());
    }

    /** A body that lies ready elsewhere: it may be larger than memory. */
    static Answer prepared(Prepared prepared) {
        return new Answer(200, prepared.mediaType(), new byte[0], Optional.of(prepared), Map.of());
    }

    /** A body that lies ready, and is let go of when it was sent, or could not be. */
    interface Prepared extends AutoCloseable {
        String mediaType();

        long length() throws IOException;

        void writeTo(OutputStream out) throws IOException;

        @Override
        void close();
    }

    /** A problem. */
    static Answer problem(ProblemDetails problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        problem.retryAfter().ifPresent(seconds -> headers.put(HttpHeader.RETRY_AFTER.asString(), seconds));
        if (problem.status() == 401) {
            headers.put(HttpHeader.WWW_AUTHENTICATE.asString(), "Bearer");
        }
        return new Answer(problem.status(), "application/problem+json", Json.bytes(problem), Optional.empty(), headers);
    }

    /** The same with one more field of the head. */
    Answer with(HttpHeader header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header.asString(), value);
        return new Answer(status, mediaType, body, prepared, more);
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        if (!mediaType.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        if (prepared.isPresent()) {
            send(prepared.get(), response, callback);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }

    /**
     * Writes as fast as the reader reads. What fails before the first bytes are out is told as a problem; what fails later
     * cuts the answer off, so that nobody takes it for whole.
     */
    private static void send(Prepared prepared, Response response, Callback callback) {
        try (prepared) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, prepared.length());
            OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER);
            prepared.writeTo(out);
            out.close(); // not when it failed: to close says that it is whole
        } catch (IOException | RuntimeException | Error failed) {
            fail(failed, response, callback);
            return;
        }
        callback.succeeded();
    }

    private static void fail(Throwable failed, Response response, Callback callback) {
        if (response.isCommitted()) {
            callback.failed(failed);
            return;
        }
        ProblemDetails problem = ProblemDetails.ofFailure(failed);
        if (problem.status() == 500) {
            LOG.error("an answer failed", failed);
        }
        response.reset();
        problem(problem).send(response, callback);
    }
}
