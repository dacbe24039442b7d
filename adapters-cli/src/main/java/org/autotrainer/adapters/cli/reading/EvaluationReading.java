package org.autotrainer.adapters.cli.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of evaluations one after the other, batch by batch. Not thread-safe. */
public final class EvaluationReading implements AutoCloseable {
    private final Deque<EvaluationSource> waiting;
    private final Defaults defaults;
    private final Consumer<String> notes;
    private final JoinedReadings joined = new JoinedReadings();
    private final Deque<Batch> left = new ArrayDeque<>();
    private Optional<FileReading> current = Optional.empty();
    private long readBefore;

    /**
     * Reading of the given sources.
     *
     * @param notes is told in which form a file was found to be
     */
    public EvaluationReading(List<EvaluationSource> sources, Defaults defaults, Consumer<String> notes) {
        this.waiting = new ArrayDeque<>(sources);
        this.defaults = defaults;
        this.notes = notes;
    }

    /** The next batch, of one file; nothing when all is read. */
    public Optional<Batch> next() {
        while (true) {
            if (current.isPresent()) {
                Optional<Batch> batch = current.get().next();
                if (batch.isPresent()) {
                    return batch;
                }
                close();
            }
            if (waiting.isEmpty()) {
                left.addAll(joined.end());
                left.removeIf(Batch::isEmpty);
                return Optional.ofNullable(left.poll());
            }
            current = Optional.of(new FileReading(waiting.remove(), defaults, notes, joined));
        }
    }

    /** How many bytes were read. */
    public long read() {
        return readBefore + current.map(FileReading::read).orElse(0L);
    }

    @Override
    public void close() {
        current.ifPresent(reading -> {
            readBefore += reading.read();
            reading.close();
        });
        current = Optional.empty();
    }
}
