package org.autotrainer.adapters.cli.reading;

import java.util.List;
import java.util.function.Supplier;
import org.autotrainer.application.ImportEvaluations;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Beginning.Kind;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.spi.EvaluationFormat.Advice;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Makes evaluations of the records of one file. */
sealed interface RecordReader {
    /** What a record brought. */
    record Found(List<Item> items, List<Advice> advice) {}

    /**
     * What is in the record at which the records of the file stand.
     *
     * @throws IllegalArgumentException if it holds nothing that is valid
     */
    Found read();

    /** The evaluations that were complete only at the end of the file. */
    default List<Item> end() {
        return List.of();
    }

    /** Records in the native form. */
    record Native(String file, Defaults defaults, JsonRecords records) implements RecordReader {
        @Override
        public Found read() {
            Piece piece = records.piece();
            EvaluationBody body = defaults.apply(StrictJson.evaluation(piece));
            return new Found(List.of(withTask(ImportEvaluations.item(file, piece.line(), body))), List.of());
        }
    }

    /** Records of another tool. */
    record Foreign(String file, String format, EvaluationFormat.Reading reading, Records records, boolean goesOn)
            implements RecordReader {
        static Foreign of(
                String file, EvaluationFormat format, Defaults defaults, Records records, JoinedReadings joined) {
            EvaluationFormat.Source source = new EvaluationFormat.Source(
                    defaults.agent(), defaults.run(), file, records.head(), StrictJson::value);
            boolean joins = format.joinsFiles();
            EvaluationFormat.Reading reading =
                    unbroken(format.name(), () -> joins ? joined.reading(format, source) : format.reading(source));
            return new Foreign(file, format.name(), reading, records, joins);
        }

        @Override
        public Found read() {
            var record = records.record();
            return unbroken(format, () -> new Found(items(reading.read(record)), List.copyOf(reading.advice(record))));
        }

        @Override
        public List<Item> end() {
            return goesOn ? List.of() : endOfAll();
        }

        /** What is complete only when all files were read. */
        List<Item> endOfAll() {
            return unbroken(format, () -> items(reading.end()));
        }

        /** What a format does; where it breaks, as one of a stranger may, the record is told of and the others are read. */
        private static <T> T unbroken(String format, Supplier<T> work) {
            try {
                return work.get();
            } catch (AutoTrainerException | IllegalArgumentException told) {
                throw told;
            } catch (RuntimeException | LinkageError | StackOverflowError broken) {
                throw new InvalidValueException("the format " + format + " broke on it: " + broken);
            }
        }

        private List<Item> items(List<Evaluation> evaluations) {
            return evaluations.stream()
                    .map(evaluation -> withTask(new Item(file, records.line(), evaluation)))
                    .toList();
        }
    }

    /** The reader of JSON objects whose form the first good one shows. */
    static RecordReader of(String file, Defaults defaults, JsonRecords records, JoinedReadings joined) {
        if (defaults.from().equals(Defaults.NATIVE)) {
            return new Native(file, defaults, records);
        }
        return EvaluationFormats.recognising(new Beginning(Kind.JSON, file, records.record()))
                .filter(known -> known.cut() instanceof Cut.Objects)
                .<RecordReader>map(known -> Foreign.of(file, known.format(), defaults, records, joined))
                .orElseGet(() -> new Native(file, defaults, records));
    }

    /** The item, which names its task; without that nothing can be learned from it, and no store needs to be made for it. */
    private static Item withTask(Item item) {
        if (item.evaluation().attempt().taskId().isBlank()) {
            throw new InvalidValueException("task_id is missing; an evaluation names the task that was judged");
        }
        return item;
    }
}
