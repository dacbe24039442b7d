package org.autotrainer.adapters.cli.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.cli.reading.RecordReader.Foreign;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.spi.EvaluationFormat;

/** The readings that go on from one file to the next, since what belongs together may come in several. Not thread-safe. */
final class JoinedReadings {
    private final Map<String, EvaluationFormat.Reading> byFormat = new LinkedHashMap<>();
    private final Map<String, Foreign> last = new LinkedHashMap<>();

    /** The reading of a format that joins files; the first file begins it. */
    EvaluationFormat.Reading reading(EvaluationFormat format, EvaluationFormat.Source source) {
        return byFormat.computeIfAbsent(format.name(), any -> format.reading(source));
    }

    /** Remembers who reads a file: the last of them tells where what is left was found. */
    void add(RecordReader reader) {
        if (reader instanceof Foreign foreign && foreign.goesOn()) {
            last.put(foreign.format(), foreign);
        }
    }

    /** What was complete only when all files were read; afterwards nothing is left. */
    List<Batch> end() {
        List<Batch> batches = new ArrayList<>();
        for (Foreign reader : last.values()) {
            List<Item> items = new ArrayList<>();
            List<Trouble> rejected = new ArrayList<>();
            try {
                items.addAll(reader.endOfAll());
            } catch (IllegalArgumentException wrong) {
                rejected.add(new Trouble(reader.file(), 1, String.valueOf(wrong.getMessage())));
            }
            batches.add(new Batch(reader.file(), items, List.of(), rejected));
        }
        last.clear();
        return batches;
    }
}
