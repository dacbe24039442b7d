package org.autotrainer.application.format;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.spi.Providers;

/** The foreign forms of evaluations, by name: those that come with AutoTrainer and those of {@code plugins/}. */
public final class EvaluationFormats {
    private EvaluationFormats() {}

    /** All of them, ordered by name: the order in which they are tried. */
    public static List<EvaluationFormat> all() {
        return Providers.all(EvaluationFormat.class).stream()
                .sorted(Comparator.comparing(EvaluationFormat::name))
                .toList();
    }

    /**
     * The format of a name.
     *
     * @throws AutoTrainerException if there is none, or more than one; the message lists the names
     */
    public static EvaluationFormat named(String name) {
        return Providers.named("evaluation format", name, EvaluationFormat.class, EvaluationFormat::name);
    }

    /** The first format that recognises a record. */
    public static Optional<EvaluationFormat> recognising(Map<String, Object> record) {
        return all().stream().filter(format -> format.recognises(record)).findFirst();
    }
}
