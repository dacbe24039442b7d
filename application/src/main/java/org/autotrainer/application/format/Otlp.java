package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Requests of OTLP in JSON, as a file exporter writes them: judgements by the GenAI conventions of OpenTelemetry and by
 * OpenInference, with the spans that they are about.
 *
 * <p>A trace is put together from all requests of all files. Up to {@link #HELD} characters are held for that; beyond it the
 * traces that were not added to for longest are read as far as they are known.
 */
public final class Otlp implements EvaluationFormat {
    /** About how many characters of spans and judgements are held at once. */
    static final long HELD = 64L << 20;

    private final long held;

    /** The format as it is known by name. */
    public Otlp() {
        this(HELD);
    }

    Otlp(long held) {
        this.held = held;
    }

    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        return beginning.isObjectWith("resourceSpans") || beginning.isObjectWith("resourceLogs")
                ? Optional.of(new Cut.Objects())
                : Optional.empty();
    }

    @Override
    public boolean joinsFiles() {
        return true;
    }

    @Override
    public Reading reading(Source source) {
        return new Traces(source, held);
    }

    /** The traces of one file, put together from its requests. Not thread-safe. */
    private static final class Traces implements Reading {
        private final Source source;
        private final long most;
        private final Map<String, OtlpTrace> byId = new LinkedHashMap<>(16, 0.75f, true);
        private final Map<String, String> responses = new LinkedHashMap<>();
        private final List<OtlpJudgement> untraced = new ArrayList<>();
        private long size;

        Traces(Source source, long most) {
            this.source = source;
            this.most = most;
        }

        @Override
        public List<Evaluation> read(Map<String, Object> record) {
            if (!OtlpRequest.isOne(record)) {
                throw new InvalidValueException(
                        "neither resourceSpans nor resourceLogs is there; a request of OTLP has one");
            }
            OtlpRequest request = OtlpRequest.of(record);
            for (OtlpSpan span : request.spans()) {
                add(span);
            }
            for (OtlpJudgement judgement : request.judgements()) {
                if (judgement.trace().isEmpty()) {
                    untraced.add(judgement);
                } else {
                    add(judgement.trace(), judgement);
                }
            }
            List<Evaluation> evaluations = evaluationsOfTheOldest();
            if (request.rejectedSpans() + request.rejectedRecords() > 0 && evaluations.isEmpty()) {
                throw new InvalidValueException(request.rejectedSpans() + request.rejectedRecords()
                        + " spans or log records cannot be read: " + request.reason());
            }
            return evaluations;
        }

        private void add(OtlpSpan span) {
            if (trace(span.trace()).add(span)) {
                size += span.size();
            }
            String response = span.text("gen_ai.response.id");
            if (!response.isEmpty()) {
                responses.putIfAbsent(response, span.trace());
            }
        }

        private void add(String trace, OtlpJudgement judgement) {
            if (trace(trace).add(judgement)) {
                size += judgement.size();
            }
        }

        private OtlpTrace trace(String id) {
            return byId.computeIfAbsent(id, any -> new OtlpTrace());
        }

        private List<Evaluation> evaluationsOfTheOldest() {
            List<Evaluation> evaluations = new ArrayList<>();
            Iterator<OtlpTrace> oldest = byId.values().iterator();
            while (size > most && oldest.hasNext()) {
                OtlpTrace trace = oldest.next();
                evaluations.addAll(trace.evaluations(source));
                size -= trace.size();
                oldest.remove();
            }
            if (!evaluations.isEmpty()) {
                responses.values().removeIf(trace -> !byId.containsKey(trace));
            }
            return evaluations;
        }

        @Override
        public List<Evaluation> end() {
            untraced.forEach(judgement -> add(responses.getOrDefault(judgement.response(), judgement.id()), judgement));
            untraced.clear();
            List<Evaluation> evaluations = new ArrayList<>();
            byId.values().forEach(trace -> evaluations.addAll(trace.evaluations(source)));
            byId.clear();
            return evaluations;
        }
    }
}
