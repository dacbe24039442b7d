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
import org.autotrainer.application.port.Table;

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
     * @param others the rows of all other tables that are put
     */
    record Step(int[] payloads, int[] answers, int keys, int[] suggestions, List<Put> others) {}

    /**
     * A row that does not follow from a line of the file.
     *
     * @param number which of its table's rows it is
     * @param sizes for each column the bytes of its text or blob, or its whole number
     */
    record Put(Table table, int number, int[] sizes) {}

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(steps.size());
            for (Step step : steps) {
                numbers(out, step.payloads);
                numbers(out, step.answers);
                out.writeInt(step.keys);
                numbers(out, step.suggestions);
                out.writeInt(step.others.size());
                for (Put row : step.others) {
                    out.writeUTF(row.table.name());
                    out.writeInt(row.number);
                    numbers(out, row.sizes);
                }
            }
        }
    }

    static IngestPlan read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<Step> steps = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                steps.add(new Step(numbers(in), numbers(in), in.readInt(), numbers(in), others(in)));
            }
            return new IngestPlan(steps);
        }
    }

    private static List<Put> others(DataInputStream in) throws IOException {
        List<Put> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(new Put(Table.valueOf(in.readUTF()), in.readInt(), numbers(in)));
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
