package org.autotrainer.adapters.cli.reading;

import java.util.List;
import java.util.Optional;
import org.autotrainer.application.ImportEvaluations;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Makes evaluations of the records of one file. */
sealed interface RecordReader {
    /**
     * The evaluations in a record.
     *
     * @param line the line on which it begins
     * @throws InvalidValueException if it holds none, or one that is not valid
     */
    List<Item> read(char[] text, int length, long line);

    /** Records in the native form. */
    record Native(String file, Defaults defaults) implements RecordReader {
        @Override
        public List<Item> read(char[] text, int length, long line) {
            EvaluationBody body = defaults.apply(StrictJson.evaluation(text, length, line));
            return List.of(ImportEvaluations.item(file, line, body));
        }
    }

    /** Records of another tool. */
    record Foreign(String file, EvaluationFormat format, EvaluationFormat.Source source) implements RecordReader {
        static Foreign of(String file, EvaluationFormat format, Defaults defaults) {
            return new Foreign(
                    file,
                    format,
                    new EvaluationFormat.Source(defaults.agent(), defaults.run(), file, StrictJson::value));
        }

        @Override
        public List<Item> read(char[] text, int length, long line) {
            return format.read(StrictJson.object(text, length, line), source).stream()
                    .map(evaluation -> new Item(file, line, evaluation))
                    .toList();
        }
    }

    /** The reader of a file whose form is named, or shown by its first record. */
    static RecordReader of(String file, Defaults defaults, char[] first, int length) {
        if (defaults.from().equals(Defaults.NATIVE)) {
            return new Native(file, defaults);
        }
        Optional<EvaluationFormat> format = defaults.from().isEmpty()
                ? EvaluationFormats.recognising(StrictJson.object(first, length, 1))
                : Optional.of(EvaluationFormats.named(defaults.from()));
        return format.<RecordReader>map(foreign -> Foreign.of(file, foreign, defaults))
                .orElseGet(() -> new Native(file, defaults));
    }
}
