package org.autotrainer.adapters.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.autotrainer.adapters.http.Telemetry.Signal;
import org.autotrainer.application.spi.BinaryForm;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Reads files of OTLP in protobuf: one request, or many with their lengths of four bytes before them, as the file exporter of
 * OpenTelemetry's collector writes them. Each becomes an object of OTLP's JSON.
 */
public final class OtlpFile implements BinaryForm {
    /** The tag of the one field of a request: what it tells of each resource. */
    private static final byte RESOURCES = 0x0a;

    private static final int LENGTH = 4;
    /** The digits of a trace's id. */
    private static final int ID = 32;

    @Override
    public boolean recognises(byte[] beginning) {
        return beginning.length > LENGTH && (isMeasured(beginning) || beginning[0] == RESOURCES);
    }

    /** Whether a length stands first: no request begins with a byte 0. */
    private static boolean isMeasured(byte[] beginning) {
        return beginning.length > LENGTH && beginning[0] == 0 && beginning[LENGTH] == RESOURCES;
    }

    @Override
    public Iterator<byte[]> objects(Bytes file) {
        byte[] beginning = file.next(LENGTH + 1);
        return new Requests(new Pushed(beginning, file), isMeasured(beginning));
    }

    /** A file from its beginning, some of which was read. */
    private static final class Pushed implements Bytes {
        private final Bytes rest;
        private byte[] begun;

        Pushed(byte[] begun, Bytes rest) {
            this.begun = begun;
            this.rest = rest;
        }

        @Override
        public byte[] next(int most) {
            byte[] first = Arrays.copyOf(begun, Math.min(most, begun.length));
            begun = Arrays.copyOfRange(begun, first.length, begun.length);
            if (first.length == most) {
                return first;
            }
            byte[] more = rest.next(most - first.length);
            return ByteBuffer.allocate(first.length + more.length)
                    .put(first)
                    .put(more)
                    .array();
        }
    }

    /** One request after the other; one is in memory at a time. */
    private static final class Requests implements Iterator<byte[]> {
        private final Bytes file;
        private final boolean measured;
        private Optional<byte[]> next = Optional.empty();
        private int number;

        Requests(Bytes file, boolean measured) {
            this.file = file;
            this.measured = measured;
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty()) {
                byte[] request = request();
                next = request.length == 0 ? Optional.empty() : Optional.of(json(request));
            }
            return next.isPresent();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            byte[] object = next.orElseThrow();
            next = Optional.empty();
            return object;
        }

        /** The next request; empty at the end. */
        private byte[] request() {
            number++;
            int length = measured ? length() : (int) Telemetry.LIMIT + 1;
            byte[] request = file.next(length);
            if (request.length > Telemetry.LIMIT) {
                throw wrong("it is longer than " + Telemetry.LIMIT + " bytes");
            }
            if (measured && request.length < length) {
                throw wrong("it is cut off");
            }
            return request;
        }

        /** How long the next request is; 0 at the end. */
        private int length() {
            byte[] length = file.next(LENGTH);
            if (length.length == 0) {
                return 0;
            }
            if (length.length < LENGTH) {
                throw wrong("it is cut off");
            }
            int bytes = ByteBuffer.wrap(length).getInt();
            if (bytes < 0 || bytes > Telemetry.LIMIT) {
                throw wrong("it says that it is longer than " + Telemetry.LIMIT + " bytes");
            }
            return bytes;
        }

        private byte[] json(byte[] request) {
            try {
                return Json.bytes(object(request));
            } catch (InvalidValueException damaged) {
                throw wrong(String.valueOf(damaged.getMessage()));
            }
        }

        private InvalidValueException wrong(String what) {
            return new InvalidValueException("request " + number + ": " + what);
        }
    }

    /** Traces if there are spans in it with ids of their size, else logs: the two differ in what is within resources alone. */
    private static Map<String, Object> object(byte[] request) {
        Map<String, Object> traces;
        try {
            traces = Protobuf.request(request, Signal.TRACES);
        } catch (InvalidValueException noTraces) {
            traces = Map.of();
        }
        Map<?, ?> span = first(traces, "resourceSpans", "scopeSpans", "spans");
        return span.get("traceId") instanceof String id && id.length() == ID
                ? traces
                : Protobuf.request(request, Signal.LOGS);
    }

    /** The first object below lists of objects; empty when there is none. */
    private static Map<?, ?> first(Map<?, ?> object, String... names) {
        Map<?, ?> found = object;
        for (String name : names) {
            found = found.get(name) instanceof List<?> list && list.get(0) instanceof Map<?, ?> one ? one : Map.of();
        }
        return found;
    }
}
