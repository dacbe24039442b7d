package org.autotrainer.adapters.cli.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.ImportEvaluations;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Beginning.Kind;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Makes evaluations of the records of one file. */
sealed interface RecordReader {
    /**
     * The evaluations in a record.
     *
     * @throws InvalidValueException if it holds none, or one that is not valid
     */
    List<Item> read(Piece piece);

    /** Records in the native form. */
    record Native(String file, Defaults defaults) implements RecordReader {
        @Override
        public List<Item> read(Piece piece) {
            EvaluationBody body = defaults.apply(StrictJson.evaluation(piece));
            return List.of(withTask(ImportEvaluations.item(file, piece.line(), body)));
        }
    }

    /** Records of another tool. */
    record Foreign(String file, String format, EvaluationFormat.Reading reading) implements RecordReader {
        static Foreign of(String file, EvaluationFormat format, Defaults defaults) {
            EvaluationFormat.Source source =
                    new EvaluationFormat.Source(defaults.agent(), defaults.run(), file, Map.of(), StrictJson::value);
            return new Foreign(file, format.name(), format.reading(source));
        }

        @Override
        public List<Item> read(Piece piece) {
            return reading.read(StrictJson.object(piece)).stream()
                    .map(evaluation -> withTask(new Item(file, piece.line(), evaluation)))
                    .toList();
        }
    }

    /** The reader of a file whose form is named, or shown by its first record. */
    static RecordReader of(String file, Defaults defaults, Piece first) {
        if (defaults.from().equals(Defaults.NATIVE)) {
            return new Native(file, defaults);
        }
        Optional<EvaluationFormat> format = defaults.from().isEmpty()
                ? EvaluationFormats.recognising(new Beginning(Kind.JSON, file, StrictJson.object(first)))
                        .map(EvaluationFormats.Recognised::format)
                : Optional.of(EvaluationFormats.named(defaults.from()));
        return format.<RecordReader>map(foreign -> Foreign.of(file, foreign, defaults))
                .orElseGet(() -> new Native(file, defaults));
    }

    /** The item, which names its task; without that nothing can be learned from it, and no store needs to be made for it. */
    private static Item withTask(Item item) {
        if (item.evaluation().attempt().taskId().isBlank()) {
            throw new InvalidValueException("task_id is missing; an evaluation names the task that was judged");
        }
        return item;
    }
}
