package org.autotrainer.adapters.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.TrainEvaluations;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.format.OtlpJudgement;
import org.autotrainer.application.format.OtlpTrace;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which judgements are due, records their evaluations, and remembers which were recorded and as what: each once,
 * and again only if more spans have made another evaluation of it. Not thread-safe.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** How many recorded judgements are remembered, so that one that comes again after its trace is gone changes nothing. */
    private static final int REMEMBERED = 100_000;

    private static final EvaluationFormat.Source SOURCE =
            new EvaluationFormat.Source("default", "", "", Map.of(), Settlement::parsed);

    private final TrainingLoop loop;
    private final TraceBuffer.Patience patience;
    private final Map<String, Done> done = new LinkedHashMap<>();

    Settlement(TrainingLoop loop, TraceBuffer.Patience patience) {
        this.loop = loop;
        this.patience = patience;
    }

    /**
     * As what a judgement is recorded.
     *
     * @param known how much was known of the trace: with less, its evaluation is not made again
     */
    private record Done(String agent, int revision, int known, String content) {}

    /** JSON within a text, of whatever kind. */
    private static Object parsed(String json) {
        Object value = Json.read("{\"\":" + json + "}", Map.class).get("");
        return value == null ? "" : value;
    }

    /** Whether a judgement is recorded. */
    boolean isDone(String judgement) {
        return done.containsKey(judgement);
    }

    /** Remembers what was recorded before this server was started. */
    void load(Map<String, Object> line) {
        remember(
                String.valueOf(line.get("id")),
                new Done(
                        String.valueOf(line.get("agent")),
                        number(line, "revision"),
                        number(line, "known"),
                        String.valueOf(line.get("content"))));
    }

    private static int number(Map<String, Object> line, String name) {
        return line.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private void remember(String id, Done as) {
        done.remove(id);
        done.put(id, as);
        if (done.size() > REMEMBERED) {
            done.remove(done.keySet().iterator().next());
        }
    }

    /** All that is remembered, as lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        done.forEach((id, as) -> lines.add(line(id, as)));
        return lines;
    }

    private static String line(String id, Done as) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("agent", as.agent);
        fields.put("revision", as.revision);
        fields.put("known", as.known);
        fields.put("content", as.content);
        return JsonLine.of(Map.of("done", fields));
    }

    /** Begins to gather what is due at a time; {@link Long#MAX_VALUE} for all that is not recorded. */
    Due due(long now) {
        return new Due(now);
    }

    /** What is due, trace by trace. */
    final class Due {
        private final long now;
        private final List<Evaluation> evaluations = new ArrayList<>();
        private final List<Done> asWhat = new ArrayList<>();
        private final Map<Source, List<Evaluation>> bySender = new LinkedHashMap<>();

        private Due(long now) {
            this.now = now;
        }

        /** Looks for what is due in a trace; says whether something is left to look at later. */
        boolean look(WaitingTrace trace) {
            boolean waits = false;
            for (Map.Entry<String, OtlpJudgement> entry :
                    trace.trace().judgements().entrySet()) {
                try {
                    waits |= look(trace, entry.getKey(), entry.getValue());
                } catch (InvalidValueException wrong) {
                    LOG.warn("a judgement cannot be recorded and is left out: {}", wrong.getMessage());
                    remember(entry.getKey(), new Done("", 0, Integer.MAX_VALUE, ""));
                }
            }
            return waits;
        }

        private boolean look(WaitingTrace trace, String id, OtlpJudgement judgement) {
            long idle = now == Long.MAX_VALUE ? Long.MAX_VALUE : now - trace.lastAt();
            Optional<Done> before = Optional.ofNullable(done.get(id));
            return before.isEmpty() ? first(trace, judgement, idle) : again(trace, before.get(), judgement, idle);
        }

        /** Whether a judgement that is not recorded waits on. */
        private boolean first(WaitingTrace trace, OtlpJudgement judgement, long idle) {
            boolean over = idle >= patience.waitMillis();
            if (!over && !trace.isChanged()) {
                return true;
            }
            OtlpTrace.Reading reading = trace.trace().read(judgement, SOURCE, OtlpTrace.Standing.NEW);
            if (reading.isComplete() || over) {
                add(trace, reading.evaluation(), 0);
                return false;
            }
            return true;
        }

        /** Whether one that is recorded, and has more spans by now, is to be looked at again. */
        private boolean again(WaitingTrace trace, Done before, OtlpJudgement judgement, long idle) {
            if (trace.trace().known() <= before.known) {
                return false;
            }
            if (idle < patience.quietMillis()) {
                return true;
            }
            int revision = before.revision + 1;
            Evaluation evaluation = trace.trace()
                    .read(judgement, SOURCE, new OtlpTrace.Standing(revision, before.agent))
                    .evaluation();
            if (FactCodec.contentId(evaluation).equals(before.content)) {
                remember(
                        judgement.id(),
                        new Done(before.agent, before.revision, trace.trace().known(), before.content));
            } else {
                add(trace, evaluation, revision);
            }
            return false;
        }

        private void add(WaitingTrace trace, Evaluation evaluation, int revision) {
            evaluations.add(evaluation);
            bySender.computeIfAbsent(trace.source(), any -> new ArrayList<>()).add(evaluation);
            asWhat.add(new Done(
                    evaluation.attempt().agent(), revision, trace.trace().known(), FactCodec.contentId(evaluation)));
        }

        /**
         * Records what is due, and gives the lines that say so.
         *
         * @throws AutoTrainerException if the store cannot take them now: then they are still due
         */
        List<String> record() {
            if (evaluations.isEmpty()) {
                return List.of();
            }
            bySender.forEach((sender, its) -> loop.from(sender).train().trainAll(its, new TrainEvaluations.Told() {
                @Override
                public void recorded(TrainEvaluations.Result result) {}

                @Override
                public void refused(AutoTrainerException problem) {
                    LOG.info("an evaluation from telemetry was not taken: {}", problem.getMessage());
                }
            }));
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < evaluations.size(); i++) {
                remember(evaluations.get(i).id(), asWhat.get(i));
                lines.add(line(evaluations.get(i).id(), asWhat.get(i)));
            }
            return lines;
        }
    }
}
