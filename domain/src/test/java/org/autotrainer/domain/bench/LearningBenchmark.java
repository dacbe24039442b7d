package org.autotrainer.domain.bench;

import java.util.concurrent.TimeUnit;
import org.autotrainer.domain.memory.Answer;
import org.autotrainer.domain.memory.Prepared;
import org.autotrainer.domain.recall.Playbook;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of a recall over 100,000 heuristics, and of what the fold does with an evaluation: one that brings two known pieces of
 * advice, the same when it answers a recall, and one whose advice is new and has to be grouped.
 *
 * <p>What an evaluation is about is worked out before, as it is in the application; so is not part of the time.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class LearningBenchmark {
    private static final int HEURISTICS = 100_000;

    /** A memory that grows a little as new advice comes in. */
    @State(Scope.Benchmark)
    public static class Memory {
        final BigMemory memory = new BigMemory(HEURISTICS);
        private int calls;

        String task() {
            return "task-" + calls++;
        }
    }

    /** An evaluation of a task that nothing was recalled for. */
    @State(Scope.Benchmark)
    public static class Known {
        Prepared evaluation;

        /** Makes the next one. */
        @Setup(Level.Invocation)
        public void next(Memory of) {
            evaluation = of.memory.known(of.task());
        }
    }

    /** An evaluation of a task with a receipt. */
    @State(Scope.Benchmark)
    public static class Answering {
        Prepared evaluation;

        /** Recalls, and makes the next one. */
        @Setup(Level.Invocation)
        public void next(Memory of) {
            String task = of.task();
            of.memory.handOut(task);
            evaluation = of.memory.known(task);
        }
    }

    /** An evaluation that brings something new. */
    @State(Scope.Benchmark)
    public static class Unknown {
        private int number;
        Prepared evaluation;

        /** Makes the next one. */
        @Setup(Level.Invocation)
        public void next(Memory of) {
            evaluation = of.memory.unknown(number++);
        }
    }

    /** A recall for a task that was not seen before. */
    @Benchmark
    public Playbook recall(Memory of) {
        return of.memory.recall(of.task());
    }

    /** Two known texts. */
    @Benchmark
    public Answer knownAdvice(Memory of, Known known) {
        return of.memory.fold(known.evaluation);
    }

    /** Two known texts, and credit to what was recalled. */
    @Benchmark
    public Answer knownAdviceAfterRecall(Memory of, Answering answering) {
        return of.memory.fold(answering.evaluation);
    }

    /** A text that no heuristic has. */
    @Benchmark
    @Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
    public Answer newAdvice(Memory of, Unknown unknown) {
        return of.memory.fold(unknown.evaluation);
    }
}
