package org.autotrainer.adapters.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.format.OtlpJudgement;
import org.autotrainer.application.format.OtlpRequest;
import org.autotrainer.application.format.OtlpSpan;
import org.autotrainer.application.format.OtlpTrace;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the spans of traces and what critics found about them until both are there, and has the evaluations recorded.
 *
 * <p>What was taken is on the disk, beside a store that is a file, before it is acknowledged: a server that was killed goes
 * on where it was. A judgement is recorded as soon as all is known that its evaluation is made of, or when nothing more of
 * its trace has come for a while. Spans that come later revise it, once no more of them come. Traces are kept for later
 * judgements until they are too old, or too much is kept; the oldest go first. Thread-safe.
 */
final class TraceBuffer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceBuffer.class);

    private static final long TURN_MILLIS = 1_000;
    private static final long SWEEP_MILLIS = 10_000;
    /** A file is not written anew for less. */
    private static final long LEAST_TO_REWRITE = 8L << 20;

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Patience patience;
    private final Settlement settlement;
    private final WaitingTraces traces = new WaitingTraces();
    private Optional<Spool> spool = Optional.empty();
    private Optional<Runnable> timer = Optional.empty();
    private long nextSweep;

    /**
     * How much is held, and for how long.
     *
     * @param bytes about the most bytes that all traces take
     * @param spans the most spans of one trace
     * @param judgements the most judgements of one trace
     * @param waitMillis how long a judgement waits for what is missing, since the last of its trace came
     * @param quietMillis how long nothing more may have come before an evaluation is revised
     * @param keepMillis how long a trace is kept for judgements to come, since the last of it came
     */
    record Patience(long bytes, int spans, int judgements, long waitMillis, long quietMillis, long keepMillis) {
        private static final long MOST_BYTES = 64L << 20;

        /** As much as the memory of this process has room for, within bounds. */
        static Patience standard() {
            long most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8);
            return new Patience(most, 5_000, 500, 120_000, 5_000, TimeUnit.DAYS.toMillis(1));
        }
    }

    /**
     * What became of a request.
     *
     * @param reason why some of it was refused; empty when nothing was
     */
    record Taken(int refusedSpans, int refusedJudgements, String reason) {}

    TraceBuffer(TrainingLoop loop, Optional<Path> file, InstantSource clock, Patience patience) {
        this.file = file;
        this.clock = clock;
        this.patience = patience;
        this.settlement = new Settlement(loop, patience);
    }

    /** A buffer before a loop. */
    static TraceBuffer over(TrainingLoop loop, Optional<Path> file) {
        return new TraceBuffer(loop, file, InstantSource.system(), Patience.standard());
    }

    /** Begins to look every second for what is due. */
    synchronized void start() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "autotrainer-telemetry");
            daemon.setDaemon(true);
            return daemon;
        });
        ScheduledFuture<?> turns =
                thread.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
        timer = Optional.of(() -> {
            turns.cancel(false);
            thread.shutdown();
        });
    }

    /**
     * Takes what a request holds: it is on the disk when this returns.
     *
     * @param sender who sent it
     * @throws AutoTrainerException if it cannot be written there, or if another server has the file
     */
    synchronized Taken take(OtlpRequest request, Source sender) {
        open();
        long now = clock.millis();
        List<String> lines = new ArrayList<>();
        List<Runnable> changes = new ArrayList<>();
        int refusedSpans = 0;
        int refusedJudgements = 0;
        for (OtlpSpan span : request.spans()) {
            Optional<OtlpTrace> known = traces.known(span.trace());
            if (known.isEmpty() || !known.get().knows(span)) {
                if (known.isPresent() && known.get().spans() >= patience.spans()) {
                    refusedSpans++;
                } else {
                    String line = line("span", span.toObject(), sender, now);
                    lines.add(line);
                    changes.add(() -> traces.add(span, sender, now, line.length()));
                }
            }
        }
        for (OtlpJudgement judgement : request.judgements()) {
            Optional<OtlpTrace> known = traces.known(traces.key(judgement));
            boolean isKnown = known.isEmpty()
                    ? settlement.isDone(judgement.id())
                    : known.get().judgements().containsKey(judgement.id());
            if (!isKnown) {
                if (known.isPresent() && known.get().judgements().size() >= patience.judgements()) {
                    refusedJudgements++;
                } else {
                    String line = line("judgement", judgement.toObject(), sender, now);
                    lines.add(line);
                    changes.add(() -> traces.add(judgement, sender, now, line.length()));
                }
            }
        }
        if (!lines.isEmpty()) {
            spool.ifPresent(into -> into.append(lines));
            changes.forEach(Runnable::run);
        }
        settleAtOnce(request, now);
        makeRoom(now);
        String reason = refusedSpans + refusedJudgements == 0
                ? ""
                : "a trace has more than " + patience.spans() + " spans or " + patience.judgements()
                        + " judgements; the first are kept";
        return new Taken(refusedSpans, refusedJudgements, reason);
    }

    /** Has recorded what a request completes. What is on the disk can wait for the store, what is in memory alone cannot. */
    private void settleAtOnce(OtlpRequest request, long now) {
        Set<String> touched = new LinkedHashSet<>();
        request.spans().forEach(span -> touched.add(span.trace()));
        request.judgements().forEach(judgement -> touched.add(traces.key(judgement)));
        touched.retainAll(traces.pending());
        try {
            settle(touched, now);
        } catch (AutoTrainerException later) {
            if (spool.isEmpty()) {
                throw later;
            }
            LOG.warn("evaluations from telemetry wait: {}", later.getMessage());
        }
    }

    /** Opens the file, and takes from it what waits there. */
    private void open() {
        if (spool.isEmpty() && file.isPresent()) {
            spool = Optional.of(Spool.open(file.get(), this::load));
        }
    }

    private void load(String line) {
        try {
            Map<?, ?> read = Json.read(line, LinkedHashMap.class);
            Source sender = sender(read);
            long at = read.get("at") instanceof Number number ? number.longValue() : 0;
            if (read.get("span") instanceof Map<?, ?> span) {
                traces.add(OtlpSpan.ofObject(object(span)), sender, at, line.length());
            } else if (read.get("judgement") instanceof Map<?, ?> judgement) {
                traces.add(OtlpJudgement.ofObject(object(judgement)), sender, at, line.length());
            } else if (read.get("done") instanceof Map<?, ?> done) {
                settlement.load(object(done));
            }
        } catch (IllegalArgumentException damaged) {
            LOG.warn("a line of {} cannot be read and is left out: {}", file, damaged.getMessage());
        }
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    /** Who sent what a line holds; the operator's own lines do not say. */
    private static Source sender(Map<?, ?> line) {
        return line.get("sender") instanceof Map<?, ?> sender
                ? new Source(String.valueOf(sender.get("name")), Trust.of(String.valueOf(sender.get("trust"))))
                : Source.LOCAL;
    }

    private static String line(String kind, Map<String, Object> object, Source sender, long at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", at);
        if (!sender.equals(Source.LOCAL)) {
            line.put(
                    "sender",
                    Map.of("name", sender.name(), "trust", sender.trust().word()));
        }
        line.put(kind, object);
        return JsonLine.of(line);
    }

    /** Has recorded what is due in some traces; what cannot be now is due again later. */
    private void settle(Set<String> keys, long now) {
        Settlement.Due due = settlement.due(now);
        Set<String> over = new LinkedHashSet<>();
        for (String key : keys) {
            if (!due.look(traces.get(key))) {
                over.add(key);
            }
        }
        record(due);
        keys.forEach(key -> traces.get(key).wasRead());
        traces.pending().removeAll(over);
    }

    private void record(Settlement.Due due) {
        List<String> done = due.record();
        if (!done.isEmpty()) {
            spool.ifPresent(into -> into.append(done));
        }
    }

    /** Lets the oldest go when there is too much, or when they are too old; what was judged is recorded first. */
    private void makeRoom(long now) {
        boolean tooMuch = traces.bytes() > patience.bytes();
        if (!tooMuch && now < nextSweep) {
            return;
        }
        nextSweep = now + SWEEP_MILLIS;
        List<String> going = traces.going(now, tooMuch ? patience.bytes() / 10 * 9 : patience.bytes(), patience);
        if (!going.isEmpty()) {
            letGo(going);
        }
        rewriteIfWorthwhile();
    }

    private void letGo(List<String> going) {
        Settlement.Due due = settlement.due(Long.MAX_VALUE);
        going.forEach(key -> due.look(traces.get(key)));
        try {
            record(due);
        } catch (AutoTrainerException later) {
            LOG.warn("telemetry stays although it is time for it to go: {}", later.getMessage());
            return;
        }
        traces.remove(going);
    }

    private void rewriteIfWorthwhile() {
        if (spool.isEmpty() || spool.get().size() <= Math.max(LEAST_TO_REWRITE, 2 * traces.bytes())) {
            return;
        }
        try {
            spool.get().rewrite(this::writeAll);
        } catch (AutoTrainerException full) {
            LOG.warn("{} stays larger than it needs to be: {}", file, full.getMessage());
        }
    }

    private void writeAll(Consumer<String> lines) {
        settlement.lines().forEach(lines);
        for (WaitingTrace trace : traces.all().values()) {
            trace.trace()
                    .all()
                    .forEach(span -> lines.accept(line("span", span.toObject(), trace.source(), trace.lastAt())));
            trace.trace()
                    .judgements()
                    .values()
                    .forEach(judgement ->
                            lines.accept(line("judgement", judgement.toObject(), trace.source(), trace.lastAt())));
        }
    }

    private synchronized void turn() {
        try {
            if (spool.isEmpty() && file.isPresent() && Files.exists(file.get())) {
                open();
            }
            long now = clock.millis();
            settle(new LinkedHashSet<>(traces.pending()), now);
            makeRoom(now);
        } catch (AutoTrainerException later) {
            if (later.problem() != Problem.BUSY) {
                LOG.warn("telemetry waits: {}", later.getMessage());
            }
        } catch (RuntimeException failed) {
            LOG.error("telemetry could not be looked through", failed);
        }
    }

    /** Stops; what waits in memory alone is recorded as far as it is known. */
    @Override
    public void close() {
        timer.ifPresent(Runnable::run);
        synchronized (this) {
            if (spool.isEmpty() && !traces.all().isEmpty()) {
                letGo(List.copyOf(traces.all().keySet()));
            }
            spool.ifPresent(Spool::close);
            spool = Optional.empty();
        }
    }

    /** About how many bytes are held. */
    synchronized long bytes() {
        return traces.bytes();
    }

    /** Looks for what is due, as it does every second by itself. */
    void lookNow() {
        turn();
    }
}
