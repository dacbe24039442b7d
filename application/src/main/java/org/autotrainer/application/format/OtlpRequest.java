package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * What a request of OTLP holds of use: spans, and what critics found about them.
 *
 * <p>Everything else is accepted and left out: spans of other libraries are kept only as links between parents and children.
 * What cannot be read is counted, and the rest is taken.
 *
 * @param spans in their order
 * @param judgements in their order
 * @param rejectedSpans how many spans could not be read
 * @param rejectedRecords how many log records could not be read
 * @param reason why, of the first of them; empty when all could be read
 */
public record OtlpRequest(
        List<OtlpSpan> spans, List<OtlpJudgement> judgements, int rejectedSpans, int rejectedRecords, String reason) {
    /** Spans and log records of one request. */
    public static final int RECORDS = 20_000;

    private static final String DETAILS = "gen_ai.client.inference.operation.details";

    /** Whether an object looks like a request of OTLP with traces or logs. */
    static boolean isOne(Map<?, ?> request) {
        return request.get("resourceSpans") instanceof List || request.get("resourceLogs") instanceof List;
    }

    /**
     * The content of a request: an {@code ExportTraceServiceRequest}, an {@code ExportLogsServiceRequest}, or both, with
     * the names of OTLP's JSON.
     *
     * @throws InvalidValueException if it is none, or holds more than {@link #RECORDS}
     */
    public static OtlpRequest of(Map<?, ?> request) {
        Reading reading = new Reading();
        JsonFields fields = new JsonFields(request);
        reading.resources(fields.list("resourceSpans"), "scopeSpans", "spans");
        reading.resources(fields.list("resourceLogs"), "scopeLogs", "logRecords");
        return new OtlpRequest(
                List.copyOf(reading.spans),
                List.copyOf(reading.judgements),
                reading.rejectedSpans,
                reading.rejectedRecords,
                reading.reason);
    }

    private static final class Reading {
        private final List<OtlpSpan> spans = new ArrayList<>();
        private final List<OtlpJudgement> judgements = new ArrayList<>();
        private int records;
        private int rejectedSpans;
        private int rejectedRecords;
        private String reason = "";

        void resources(List<?> resources, String scopesName, String recordsName) {
            for (Object resource : resources) {
                Map<?, ?> holder = OtlpValues.map("a resource", resource);
                Map<String, Object> ours = ours(new JsonFields(holder)
                        .object("resource")
                        .map(JsonFields::object)
                        .orElse(Map.of()));
                for (Object scope : new JsonFields(holder).list(scopesName)) {
                    List<?> found = new JsonFields(OtlpValues.map("a scope", scope)).list(recordsName);
                    records += found.size();
                    if (records > RECORDS) {
                        throw new InvalidValueException("there are more than " + RECORDS
                                + " spans or log records in one request; send fewer at once");
                    }
                    found.forEach(record -> read(record, recordsName.equals("spans"), ours));
                }
            }
        }

        /** What a resource says to us: it counts for all that comes from there. */
        private static Map<String, Object> ours(Map<?, ?> resource) {
            Map<String, Object> ours = new LinkedHashMap<>();
            OtlpValues.attributes(resource).forEach((name, value) -> {
                if (name.startsWith("autotrainer.")) {
                    ours.put(name, value);
                }
            });
            return ours;
        }

        private void read(Object record, boolean isSpan, Map<String, Object> resource) {
            try {
                Map<?, ?> map = OtlpValues.map(isSpan ? "a span" : "a log record", record);
                if (isSpan) {
                    span(map, resource);
                } else {
                    log(map, resource);
                }
            } catch (InvalidValueException wrong) {
                rejectedSpans += isSpan ? 1 : 0;
                rejectedRecords += isSpan ? 0 : 1;
                reason = reason.isEmpty() ? String.valueOf(wrong.getMessage()) : reason;
            }
        }

        private void span(Map<?, ?> raw, Map<String, Object> resource) {
            OtlpSpan span = OtlpSpan.of(raw, resource);
            List<OtlpJudgement> found = new ArrayList<>();
            for (Map<?, ?> event : OtlpSpan.events(raw)) {
                if (OtlpJudgement.EVENT.equals(event.get("name"))) {
                    Map<String, Object> all = OtlpValues.attributes(event);
                    found.add(OtlpJudgement.of(event, span.trace(), span.id(), all, resource)
                            .checked());
                }
            }
            OtlpJudgement.at(span, raw, OtlpValues.attributes(raw))
                    .forEach(judgement -> found.add(judgement.checked()));
            spans.add(span);
            judgements.addAll(found);
        }

        private void log(Map<?, ?> raw, Map<String, Object> resource) {
            Map<String, Object> all = OtlpValues.attributes(raw);
            String event = new JsonFields(raw).text("eventName").orElse("");
            if (event.isEmpty() && all.get("event.name") instanceof String older) {
                event = older;
            }
            if (event.equals(OtlpJudgement.EVENT)) {
                String trace = OtlpValues.id(raw, "traceId", 32);
                String span = OtlpValues.id(raw, "spanId", 16);
                judgements.add(OtlpJudgement.of(raw, trace, span, all, resource).checked());
            } else if (event.equals(DETAILS)) {
                OtlpSpan.partOf(raw, all).ifPresent(spans::add);
            }
        }
    }
}
