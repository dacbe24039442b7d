package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.adapters.cli.console.TerminalText;
import org.autotrainer.adapters.cli.reading.RecordReader.Foreign;
import org.autotrainer.adapters.cli.reading.RecordReader.Found;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.EvaluationFormat.Advice;
import org.autotrainer.domain.evaluation.InvalidValueException;

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
    private final JoinedReadings joined;
    private final InputStream in;
    private final ByteWindow window;
    private Optional<FileForm> form = Optional.empty();
    private Optional<RecordReader> reader = Optional.empty();
    private List<Item> items = new ArrayList<>();
    private List<Advice> advice = new ArrayList<>();
    private List<Trouble> rejected = new ArrayList<>();
    private int bad;
    private boolean isFruitful;
    private boolean ended;

    FileReading(EvaluationSource source, Defaults defaults, Consumer<String> notes, JoinedReadings joined) {
        this.source = source;
        this.defaults = defaults;
        this.notes = notes;
        this.joined = joined;
        this.in = source.open();
        this.window = new ByteWindow(in);
    }

    /** The next batch; nothing at the end of the file. */
    Optional<Batch> next() {
        items = new ArrayList<>();
        advice = new ArrayList<>();
        rejected = new ArrayList<>();
        try {
            long bytes = 0;
            while (!ended && isSmall() && bytes < MOST_BYTES) {
                bytes += record();
            }
        } catch (IOException failure) {
            throw FileTrouble.of(source.name() + " cannot be read further", failure, Problem.NOT_FOUND);
        }
        Batch batch = new Batch(source.name(), items, advice, rejected);
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch);
    }

    private boolean isSmall() {
        return items.size() < MOST_RECORDS && advice.size() < MOST_RECORDS && rejected.size() < MOST_RECORDS;
    }

    long read() {
        return window.read() + form.map(known -> known.records().read()).orElse(0L);
    }

    private int record() throws IOException {
        if (form.isEmpty()) {
            try {
                form = Optional.of(FileForm.of(source, window, defaults));
            } catch (InvalidValueException alien) {
                ended = true;
                rejected.add(new Trouble(source.name(), 1, String.valueOf(alien.getMessage())));
                return 0;
            }
        }
        Records records = form.get().records();
        try {
            ended = !records.next();
        } catch (InvalidValueException damaged) {
            ended = true;
            reject(damaged, records);
        }
        try {
            if (ended) {
                reader.ifPresent(known -> items.addAll(known.end()));
                tellOfNothing();
                return 0;
            }
            Found found = reader(form.get()).read();
            items.addAll(found.items());
            advice.addAll(found.advice());
            isFruitful |= !found.items().isEmpty() || !found.advice().isEmpty();
        } catch (AutoTrainerException | IllegalArgumentException wrong) {
            reject(wrong, records);
        }
        return records.length();
    }

    /** A format that was named and finds nothing in a file that does not look like it was not the right one. */
    private void tellOfNothing() {
        boolean named = !defaults.from().isEmpty() && reader.isPresent() && form.isPresent();
        if (named && form.get().doubtful() && !isFruitful && items.isEmpty() && bad == 0) {
            rejected.add(new Trouble(source.name(), 1, "it does not look like " + defaults.from()));
        }
    }

    private void reject(RuntimeException wrong, Records records) {
        if (wrong instanceof AutoTrainerException) {
            throw wrong;
        }
        String place = records.place().isEmpty() ? "" : TerminalText.line(records.place()) + ": ";
        String reason = TerminalText.brief(place + wrong.getMessage(), LONGEST_REASON);
        rejected.add(new Trouble(source.name(), records.line(), reason));
        bad++;
        if (reader.isEmpty() && bad == PATIENCE) {
            ended = true;
            String hint = "none of the first " + PATIENCE + " records is a JSON object; what follows was not read";
            rejected.add(new Trouble(source.name(), records.line(), hint));
        }
    }

    private RecordReader reader(FileForm known) {
        if (reader.isEmpty()) {
            reader = Optional.of(known.format()
                    .<RecordReader>map(format -> Foreign.of(source.name(), format, defaults, known.records(), joined))
                    .orElseGet(() -> RecordReader.of(source.name(), defaults, (JsonRecords) known.records(), joined)));
            joined.add(reader.get());
            if (defaults.format().isEmpty() && reader.get() instanceof Foreign foreign) {
                notes.accept(source.name() + " is read as " + foreign.format());
            }
        }
        return reader.get();
    }

    @Override
    public void close() {
        try {
            if (form.isPresent()) {
                form.get().records().close();
            }
            in.close();
        } catch (IOException failure) {
            throw FileTrouble.of(source.name() + " cannot be closed", failure, Problem.NOT_FOUND);
        }
    }
}
