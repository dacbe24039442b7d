package org.autotrainer.adapters.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.autotrainer.adapters.cli.reading.Batch;
import org.autotrainer.application.BrowseHeuristics.Kept;
import org.autotrainer.application.ImportEvaluations;
import org.autotrainer.application.ImportEvaluations.Options;
import org.autotrainer.application.ImportEvaluations.Preparation;
import org.autotrainer.application.ImportEvaluations.Summary;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.EvaluationFormat.Advice;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.trust.Trust;

/**
 * Records batches in a thread of its own while the next one is read: one is on its way at any time, so memory stays flat.
 *
 * <p>The store is opened with the first batch that holds an evaluation: a file without any makes no store.
 */
final class Ingest implements AutoCloseable {
    private static final int MOST_AGENTS = 100;

    private final Stores stores;
    private final String agent;
    private final Options options;
    private final Preparation preparation;
    private final Interruption interruption;
    private final ExecutorService recorder = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "record");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Trouble> early = new ArrayList<>();
    private Optional<TrainingLoop> loop = Optional.empty();
    private Optional<ImportEvaluations> importing = Optional.empty();
    private Optional<Future<?>> onItsWay = Optional.empty();
    private final SortedSet<String> agents = new TreeSet<>();
    private long read;
    private volatile long kept;

    /**
     * The stores that come into question.
     *
     * @param real where evaluations are recorded
     * @param none stands in for it when there is not one evaluation
     */
    record Stores(Supplier<TrainingLoop> real, Supplier<TrainingLoop> none) {}

    Ingest(Stores stores, String agent, Options options, Consumer<String> notes) {
        this.stores = stores;
        this.agent = agent;
        this.options = options;
        this.preparation = new Preparation(options);
        this.interruption = new Interruption(() -> notes.accept("stopped: " + keptSoFar()));
    }

    /** How many evaluations were brought. */
    long read() {
        return read;
    }

    /** The agents whose evaluations were brought; the first few. */
    SortedSet<String> agents() {
        return agents;
    }

    /** Takes a batch: prepares it at once, and records it as soon as the one before it is. */
    void add(Batch batch) {
        Preparation.Batch ready = preparation.prepare(batch.items());
        await();
        read += batch.items().size() + batch.advice().size();
        requireTrust(batch);
        if (agents.size() <= MOST_AGENTS) {
            batch.items().forEach(item -> agents.add(item.evaluation().attempt().agent()));
        }
        onItsWay = Optional.of(recorder.submit(() -> record(batch, ready)));
    }

    private void requireTrust(Batch batch) {
        if (batch.advice().isEmpty()) {
            return;
        }
        if (!options.apply() || !options.trust().equals(Trust.TRUSTED.word())) {
            throw new InvalidValueException(
                    "a playbook is set as if by hand, so it is read without --propose and with --trust trusted only");
        }
        agents.add(agent);
    }

    /** Waits until all is recorded, and sums up. */
    Summary finish() {
        await();
        if (importing.isEmpty()) {
            open(stores.none());
        }
        Summary summary = sorted(importing.orElseThrow().summary());
        close();
        return summary;
    }

    private void record(Batch batch, Preparation.Batch ready) {
        if (importing.isEmpty() && batch.items().isEmpty() && batch.advice().isEmpty()) {
            early.addAll(batch.rejected());
            return;
        }
        if (importing.isEmpty()) {
            open(stores.real());
        }
        ImportEvaluations evaluations = importing.orElseThrow();
        batch.rejected().forEach(trouble -> evaluations.reject(trouble.file(), trouble.line(), trouble.reason()));
        evaluations.add(ready);
        if (!batch.advice().isEmpty()) {
            keep(batch.file(), batch.advice(), evaluations);
        }
        kept = evaluations.summary().recorded();
    }

    private void keep(String file, List<Advice> advice, ImportEvaluations evaluations) {
        Map<String, String> byKey = new LinkedHashMap<>();
        advice.forEach(piece -> byKey.put(piece.key(), piece.text()));
        Kept settled = loop.orElseThrow().heuristics().setAll(agent, file, byKey);
        evaluations.noteAdvice(advice.size(), settled.set(), settled.founded());
    }

    private String keptSoFar() {
        return TrainReport.number(kept) + " evaluations are recorded, and the same command goes on from there";
    }

    private void open(Supplier<TrainingLoop> from) {
        TrainingLoop opened = from.get();
        loop = Optional.of(opened);
        ImportEvaluations evaluations = opened.importing(options);
        early.forEach(trouble -> evaluations.reject(trouble.file(), trouble.line(), trouble.reason()));
        importing = Optional.of(evaluations);
    }

    private void await() {
        Future<?> work = onItsWay.orElse(null);
        onItsWay = Optional.empty();
        if (work == null) {
            return;
        }
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while evaluations were recorded", interrupted);
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private RuntimeException cause(ExecutionException failed) {
        if (failed.getCause() instanceof AutoTrainerException known) {
            return kept == 0
                    ? known
                    : new AutoTrainerException(known.problem(), known.getMessage() + "; " + keptSoFar(), known);
        }
        if (failed.getCause() instanceof RuntimeException runtime) {
            return runtime;
        }
        return new IllegalStateException("evaluations could not be recorded", failed.getCause());
    }

    private static Summary sorted(Summary summary) {
        List<Trouble> problems = new ArrayList<>(summary.problems());
        List<String> files = problems.stream().map(Trouble::file).distinct().toList();
        problems.sort(Comparator.comparing((Trouble trouble) -> files.indexOf(trouble.file()))
                .thenComparing(Trouble::line));
        return new Summary(
                summary.read(),
                summary.recorded(),
                summary.unchanged(),
                summary.rejected(),
                summary.successes(),
                summary.errors(),
                summary.suggestions(),
                summary.applied(),
                summary.heuristics(),
                summary.examples(),
                problems,
                summary.advice(),
                summary.credit());
    }

    /** Closes the store; what is on its way is awaited first, so that nothing is cut off. */
    @Override
    public void close() {
        recorder.shutdown();
        interruption.close();
        try {
            onItsWay.ifPresent(work -> await());
        } finally {
            Optional<TrainingLoop> opened = loop;
            loop = Optional.empty();
            opened.ifPresent(TrainingLoop::close);
        }
    }
}
