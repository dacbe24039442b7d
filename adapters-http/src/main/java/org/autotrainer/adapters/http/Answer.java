package org.autotrainer.adapters.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a request is answered with. Immutable.
 *
 * @param mediaType the kind of the body; empty when there is none
 * @param prepared what holds the body instead, if it is large
 * @param headers further fields of the head
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String mediaType, byte[] body, Optional<Prepared> prepared, Map<String, String> headers) {
    static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    static final String LINES = "application/x-ndjson";
    private static final String VARY = HttpHeader.VARY.asString();
    private static final int BUFFER = 1 << 15;
    private static final byte[] NOTHING = {};

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

    /** A body that lies ready elsewhere, or is made while it is sent: it may be larger than memory. */
    static Answer prepared(Prepared prepared) {
        return new Answer(200, prepared.mediaType(), new byte[0], Optional.of(prepared), Map.of());
    }

    /** A body that lies ready, and is let go of when it was sent, or could not be. */
    interface Prepared extends AutoCloseable {
        String mediaType();

        /** How many bytes it has; nothing if that is not known before they are made. */
        OptionalLong length() throws IOException;

        /** Its entity tag, if it has one. */
        Optional<String> tag();

        void writeTo(OutputStream out) throws IOException;

        @Override
        void close();
    }

    /** A text of another kind. */
    static Answer text(String mediaType, byte[] body) {
        return new Answer(200, mediaType, body, Optional.empty(), Map.of());
    }

    /** A problem. */
    static Answer problem(ProblemDetails problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        problem.retryAfter().ifPresent(seconds -> headers.put(HttpHeader.RETRY_AFTER.asString(), seconds));
        if (problem.status() == 401) {
            headers.put(HttpHeader.WWW_AUTHENTICATE.asString(), "Bearer");
        }
        return new Answer(problem.status(), PROBLEM, Json.bytes(problem), Optional.empty(), headers);
    }

    /** The same with one more field of the head. */
    Answer with(HttpHeader header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header.asString(), value);
        return new Answer(status, mediaType, body, prepared, more);
    }

    /** The same with another body. */
    Answer withBody(byte[] other) {
        return new Answer(status, mediaType, other, prepared, headers);
    }

    /** The same, which differs for clients that send another value of a field. */
    Answer varying(String field) {
        return with(HttpHeader.VARY, headers.containsKey(VARY) ? headers.get(VARY) + ", " + field : field);
    }

    /** That there is nothing new for a client. */
    Answer unchanged() {
        prepared.ifPresent(Prepared::close);
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(HttpHeader.CONTENT_ENCODING.asString()); // there is nothing to unpack
        return new Answer(304, "", NOTHING, Optional.empty(), fewer);
    }

    /** That there is nothing to say but what stands in the head. */
    static Answer empty() {
        return new Answer(204, "", NOTHING, Optional.empty(), Map.of());
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        if (!mediaType.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        headers.forEach((name, value) -> {
            if (name.equals(VARY)) {
                response.getHeaders().ensureField(new HttpField(HttpHeader.VARY, value)); // beside the origin
            } else {
                response.getHeaders().put(name, value);
            }
        });
        if (prepared.isPresent()) {
            send(prepared.get(), headers.containsKey(HttpHeader.CONTENT_ENCODING.asString()), response, callback);
        } else {
            if (status != 204 && status != 304) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            }
            boolean whole = status != 304; // whose length is that of what the client has, and not told as none
            response.write(whole, ByteBuffer.wrap(body), callback);
        }
    }

    /**
     * Writes as fast as the reader reads. What fails before the first bytes are out is told as a problem; what fails later
     * cuts the answer off, so that nobody takes it for whole.
     */
    private void send(Prepared prepared, boolean packs, Response response, Callback callback) {
        try (prepared) {
            if (!packs) {
                prepared.length().ifPresent(length -> response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length));
            }
            OutputStream sink = Content.Sink.asOutputStream(response);
            OutputStream out = new BufferedOutputStream(packs ? new GZIPOutputStream(sink, BUFFER) : sink, BUFFER);
            prepared.writeTo(out);
            out.close(); // not when it failed: to close says that it is whole
        } catch (IOException | RuntimeException | Error failed) {
            headers.keySet().forEach(response.getHeaders()::remove);
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
        problem(ProblemDetails.ofFailure(failed, response.getRequest())).send(response, callback);
    }
}
