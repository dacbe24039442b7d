package org.autotrainer.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows of which sizes an ingest of a file writes in which transaction, so that another program can write the same.
 */
record IngestPlan(List<Step> steps) {
    /**
     * One transaction.
     *
     * @param payloads the bytes of each fact
     * @param answers the bytes of each fact's short answer
     * @param keys how many keys are put at its end, each in the order of the facts; none without a checkpoint
     * @param suggestions the bytes of each suggestion that is put, in the order of the facts
     * @param heuristics the heuristics that are put
     * @param lessons how many lessons are put
     */
    record Step(
            int[] payloads, int[] answers, int keys, int[] suggestions, List<HeuristicRow> heuristics, int lessons) {}

    /** A heuristic's row: which one it is, its numbers, and the lengths of its columns. */
    record HeuristicRow(
            int number, int support, int suggested, int text, int tasks, int critics, int contexts, int keys) {}

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(steps.size());
            for (Step step : steps) {
                numbers(out, step.payloads);
                numbers(out, step.answers);
                out.writeInt(step.keys);
                numbers(out, step.suggestions);
                out.writeInt(step.heuristics.size());
                for (HeuristicRow row : step.heuristics) {
                    for (int number : new int[] {
                        row.number, row.support, row.suggested, row.text, row.tasks, row.critics, row.contexts, row.keys
                    }) {
                        out.writeInt(number);
                    }
                }
                out.writeInt(step.lessons);
            }
        }
    }

    static IngestPlan read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<Step> steps = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                steps.add(new Step(numbers(in), numbers(in), in.readInt(), numbers(in), heuristics(in), in.readInt()));
            }
            return new IngestPlan(steps);
        }
    }

    private static List<HeuristicRow> heuristics(DataInputStream in) throws IOException {
        List<HeuristicRow> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(new HeuristicRow(
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt()));
        }
        return rows;
    }

    private static void numbers(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] numbers(DataInputStream in) throws IOException {
        int[] numbers = new int[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }
}
