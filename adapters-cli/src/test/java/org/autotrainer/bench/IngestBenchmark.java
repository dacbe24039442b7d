package org.autotrainer.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.boot.Main;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.bench.EvaluationFile.Ids;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of a durable ingest of 100,000 evaluations in a process that is warm: by {@code train}, and by {@link PlainIngest}.
 *
 * <p>Whole processes are timed by adapters-cli/src/benchmark/benchmarks.py.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class IngestBenchmark {
    private static final int EVALUATIONS = 100_000;

    private Path folder;
    private Path file;
    private Path store;
    private IngestPlan plan;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("ingest");
        file = folder.resolve("evaluations.jsonl");
        store = folder.resolve("memory.db");
        EvaluationFile.write(file, 0, EVALUATIONS, Ids.RANDOM);
        plan = PlanRecorder.plan(file);
    }

    /** Makes an empty store. */
    @Setup(Level.Iteration)
    public void empty() throws IOException {
        for (String name : List.of("memory.db", "memory.db-wal", "memory.db-shm")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        TrainingLoop.open("sqlite:" + store).close();
    }

    /** Removes everything. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The command. */
    @Benchmark
    public String train() {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        Surroundings quiet = new Surroundings(new ByteArrayInputStream(new byte[0]), answer, notes, Map.of(), Set.of());
        int exit = Main.run(quiet, "train", file.toString(), "--store", "sqlite:" + store, "--json");
        if (exit != 0) {
            throw new IllegalStateException("train ended with " + exit + ": " + notes);
        }
        return answer.toString();
    }

    /** What it is measured against. */
    @Benchmark
    public int plain() throws IOException {
        PlainIngest.run(file, plan, store);
        return plan.steps().size();
    }
}
