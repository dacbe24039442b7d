package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.adapters.cli.console.TerminalText;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/** Reads one file into batches, each small enough to be recorded at once. */
final class FileReading implements AutoCloseable {
    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    /** So many records at the head of a file that are none, and it is taken for something else. */
    private static final int PATIENCE = 1_000;

    private static final int LONGEST_REASON = 600;

    private final EvaluationSource source;
    private final Defaults defaults;
    private final Consumer<String> notes;
    private final InputStream in;
    private final ByteWindow window;
    private final Utf8 utf8 = new Utf8();
    private Optional<RecordSplitter> splitter = Optional.empty();
    private Optional<RecordReader> reader = Optional.empty();
    private int bad;
    private boolean ended;

    FileReading(EvaluationSource source, Defaults defaults, Consumer<String> notes) {
        this.source = source;
        this.defaults = defaults;
        this.notes = notes;
        this.in = source.open();
        this.window = new ByteWindow(in);
    }

    /** The next batch; nothing at the end of the file. */
    Optional<Batch> next() {
        List<Item> items = new ArrayList<>();
        List<Trouble> rejected = new ArrayList<>();
        try {
            long bytes = 0;
            while (!ended && items.size() < MOST_RECORDS && rejected.size() < MOST_RECORDS && bytes < MOST_BYTES) {
                bytes += record(items, rejected);
            }
        } catch (IOException failure) {
            throw FileTrouble.of(source.name() + " cannot be read further", failure, Problem.NOT_FOUND);
        }
        return items.isEmpty() && rejected.isEmpty() ? Optional.empty() : Optional.of(new Batch(items, rejected));
    }

    long read() {
        return window.read();
    }

    private int record(List<Item> items, List<Trouble> rejected) throws IOException {
        if (splitter.isEmpty()) {
            Optional<String> alien = Signature.of(window);
            if (alien.isPresent()) {
                ended = true;
                rejected.add(new Trouble(source.name(), 1, alien.get()));
                return 0;
            }
            splitter = Optional.of(RecordSplitter.of(window));
        }
        RecordSplitter records = splitter.get();
        if (!records.next()) {
            ended = true;
            return 0;
        }
        if (records.problem.isEmpty()) {
            read(records, items, rejected);
        } else {
            rejected.add(new Trouble(source.name(), records.recordLine, records.problem));
        }
        return records.length;
    }

    private void read(RecordSplitter records, List<Item> items, List<Trouble> rejected) {
        try {
            CharBuffer text = utf8.decode(records.bytes(), records.offset, records.length);
            Piece piece = new Piece(text, records.recordLine);
            items.addAll(reader(piece).read(piece));
        } catch (AutoTrainerException | IllegalArgumentException wrong) {
            reject(wrong, records.recordLine, rejected);
        }
    }

    private void reject(RuntimeException wrong, long line, List<Trouble> rejected) {
        if (wrong instanceof AutoTrainerException) {
            throw wrong;
        }
        rejected.add(new Trouble(
                source.name(), line, TerminalText.brief(String.valueOf(wrong.getMessage()), LONGEST_REASON)));
        bad++;
        if (reader.isEmpty() && bad == PATIENCE) {
            ended = true;
            String reason = "none of the first " + PATIENCE + " records is a JSON object; what follows was not read";
            rejected.add(new Trouble(source.name(), line, reason));
        }
    }

    private RecordReader reader(Piece first) {
        if (reader.isEmpty()) {
            reader = Optional.of(RecordReader.of(source.name(), defaults, first));
            if (defaults.from().isEmpty() && reader.get() instanceof RecordReader.Foreign foreign) {
                notes.accept(source.name() + " is read as " + foreign.format());
            }
        }
        return reader.get();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failure) {
            throw FileTrouble.of(source.name() + " cannot be closed", failure, Problem.NOT_FOUND);
        }
    }
}
