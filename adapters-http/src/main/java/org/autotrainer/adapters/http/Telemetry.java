package org.autotrainer.adapters.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.format.OtlpRequest;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Takes traces and logs over OTLP/HTTP, in JSON or protobuf, at the addresses that exporters use by themselves.
 *
 * <p>What cannot be read is told as OTLP has it, as a partial success; problems are told as everywhere here. Thread-safe.
 */
record Telemetry(TraceBuffer buffer) {
    /** The most bytes of a request, packed and unpacked. */
    static final long LIMIT = 16L << 20;

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    /** The two kinds of telemetry that are taken. */
    enum Signal {
        /** Spans. */
        TRACES("resourceSpans", "rejectedSpans"),
        /** Log records. */
        LOGS("resourceLogs", "rejectedLogRecords");

        private final String content;
        private final String rejected;

        Signal(String content, String rejected) {
            this.content = content;
            this.rejected = rejected;
        }
    }

    List<Route> routes() {
        Set<String> kinds = Set.of(JSON, PROTOBUF);
        return List.of(
                new Route(
                        "POST",
                        "/v1/traces",
                        kinds,
                        LIMIT,
                        Access.WRITE.ofEveryAgent(),
                        call -> answer(call, Signal.TRACES)),
                new Route(
                        "POST",
                        "/v1/logs",
                        kinds,
                        LIMIT,
                        Access.WRITE.ofEveryAgent(),
                        call -> answer(call, Signal.LOGS)));
    }

    private Answer answer(Call call, Signal signal) {
        call.knowing().withoutKey("spans and log records");
        boolean protobuf = call.mediaType().equals(PROTOBUF);
        OtlpRequest request = OtlpRequest.of(content(call.body(), signal, protobuf));
        int rejected = signal == Signal.TRACES ? request.rejectedSpans() : request.rejectedRecords();
        TraceBuffer.Taken taken = buffer.take(request, call.source());
        int all = rejected + (signal == Signal.TRACES ? taken.refusedSpans() : taken.refusedJudgements());
        String reason = request.reason().isEmpty() ? taken.reason() : request.reason();
        return protobuf
                ? new Answer(200, PROTOBUF, Protobuf.answer(signal, all, reason), Optional.empty(), Map.of())
                : Answer.of(200, told(signal, all, reason));
    }

    /** The part of a request that belongs to a signal; fields that are not known are left out, as OTLP has it. */
    private static Map<?, ?> content(byte[] body, Signal signal, boolean protobuf) {
        Map<?, ?> request =
                protobuf ? Protobuf.request(body, signal) : Json.read(body, 0, body.length, LinkedHashMap.class);
        Object content = request.get(signal.content);
        return content == null ? Map.of() : Map.of(signal.content, content);
    }

    private static Map<String, Object> told(Signal signal, int rejected, String reason) {
        if (rejected == 0) {
            return Map.of();
        }
        Map<String, Object> partial = new LinkedHashMap<>();
        partial.put(signal.rejected, Integer.toString(rejected)); // OTLP writes what may have 64 bits as a text
        partial.put("errorMessage", reason);
        return Map.of("partialSuccess", partial);
    }

    /** Says what is wrong with a body in protobuf. */
    static InvalidValueException wrong(String what) {
        return new InvalidValueException("the body is no OTLP in protobuf: " + what);
    }
}
