package org.autotrainer.application.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** The foreign forms of evaluations, by name. */
public final class EvaluationFormats {
    private static final List<EvaluationFormat> ALL = List.of(new TauBench());

    private EvaluationFormats() {}

    /** All of them, in the order in which they are tried. */
    public static List<EvaluationFormat> all() {
        return ALL;
    }

    /**
     * The format of a name.
     *
     * @throws InvalidValueException if there is none; the message lists the names
     */
    public static EvaluationFormat named(String name) {
        for (EvaluationFormat format : ALL) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new InvalidValueException("there is no evaluation format \"" + name + "\"; there are "
                + String.join(", ", ALL.stream().map(EvaluationFormat::name).toList()));
    }

    /** The first format that recognises a record. */
    public static Optional<EvaluationFormat> recognising(Map<String, Object> record) {
        return ALL.stream().filter(format -> format.recognises(record)).findFirst();
    }
}
