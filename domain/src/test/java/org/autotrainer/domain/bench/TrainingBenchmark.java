package org.autotrainer.domain.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.autotrainer.domain.bench.GoldenCases.Case;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Time of one training run of the golden cases: suggest, and apply to an empty map.
 *
 * <p>The same is timed in plain Python by adapters-cli/src/benchmark/training.py.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TrainingBenchmark {
    private static final int CASES = 300;

    private final AutoTrainer trainer = new AutoTrainer();
    private List<Case> cases;

    /** Reads the cases, and makes sure that the right thing is timed. */
    @Setup
    public void read() {
        cases = GoldenCases.read();
        require(cases.size() == CASES, cases.size() + " cases");
        for (Case given : cases) {
            List<TrainingSuggestion> suggestions = trainer.suggestTraining(given.evaluation(), given.lessons());
            require(suggestions.size() == given.suggestions(), "suggestions of " + given);
            require(apply(given, suggestions, new HashMap<>()) == given.applied(), "updates of " + given);
        }
    }

    /** All cases, each with a map of its own. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public void train(Blackhole sink) {
        for (Case given : cases) {
            Map<String, String> heuristics = new HashMap<>();
            List<TrainingSuggestion> suggestions = trainer.suggestTraining(given.evaluation(), given.lessons());
            sink.consume(apply(given, suggestions, heuristics));
            sink.consume(suggestions);
            sink.consume(heuristics);
        }
    }

    private int apply(Case given, List<TrainingSuggestion> suggestions, Map<String, String> heuristics) {
        return given.apply()
                ? trainer.applyHeuristicUpdates(suggestions, update -> heuristics.put(update.key(), update.text()))
                : 0;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException("not as in the golden file: " + what);
        }
    }
}
