package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Requests of OTLP in JSON, as a file exporter writes them: judgements of the GenAI conventions of OpenTelemetry and of
 * OpenInference, with the spans that they are about.
 */
public final class Otlp implements EvaluationFormat {
    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public boolean recognises(Map<String, Object> record) {
        return OtlpRequest.isOne(record);
    }

    @Override
    public List<Evaluation> read(Map<String, Object> record, Source source) {
        if (!OtlpRequest.isOne(record)) {
            throw new InvalidValueException(
                    "neither resourceSpans nor resourceLogs is there; a request of OTLP has one");
        }
        Traces traces = new Traces();
        traces.add(OtlpRequest.of(record));
        return traces.evaluations(source);
    }

    /** The traces of one file, put together from all its requests. Not thread-safe. */
    static final class Traces {
        private final Map<String, OtlpTrace> byId = new LinkedHashMap<>();
        private final Map<String, String> responses = new LinkedHashMap<>();
        private final List<OtlpJudgement> untraced = new ArrayList<>();

        /** Adds what a request holds. */
        void add(OtlpRequest request) {
            for (OtlpSpan span : request.spans()) {
                trace(span.trace()).add(span);
                if (!span.text("gen_ai.response.id").isEmpty()) {
                    responses.putIfAbsent(span.text("gen_ai.response.id"), span.trace());
                }
            }
            for (OtlpJudgement judgement : request.judgements()) {
                if (judgement.trace().isEmpty()) {
                    untraced.add(judgement);
                } else {
                    trace(judgement.trace()).add(judgement);
                }
            }
        }

        private OtlpTrace trace(String id) {
            return byId.computeIfAbsent(id, any -> new OtlpTrace());
        }

        /** The evaluations of all judgements. */
        List<Evaluation> evaluations(Source source) {
            for (OtlpJudgement judgement : untraced) {
                trace(responses.getOrDefault(judgement.response(), judgement.id()))
                        .add(judgement);
            }
            untraced.clear();
            List<Evaluation> evaluations = new ArrayList<>();
            byId.values().forEach(trace -> evaluations.addAll(trace.evaluations(source)));
            return evaluations;
        }
    }
}
