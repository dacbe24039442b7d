package org.autotrainer.application.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.BinaryForm;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.domain.evaluation.InvalidValueException;

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

    /** The form of a file that is no text and begins so; see {@link BinaryForm#recognises}. */
    public static Optional<BinaryForm> binary(byte[] beginning) {
        return Providers.all(BinaryForm.class).stream()
                .filter(form -> form.recognises(beginning))
                .findFirst();
    }

    /** A format, and how it cuts the file in question. */
    public record Recognised(EvaluationFormat format, Cut cut) {}

    /** The first format that knows how to cut a file that begins so. */
    public static Optional<Recognised> recognising(Beginning beginning) {
        return all().stream()
                .flatMap(format -> recognising(format, beginning).stream())
                .findFirst();
    }

    /**
     * A format, if it knows how to cut a file that begins so.
     *
     * @throws InvalidValueException if it knows that it cannot be cut
     * @throws AutoTrainerException if it breaks on it, as a plugin may
     */
    public static Optional<Recognised> recognising(EvaluationFormat format, Beginning beginning) {
        try {
            return format.cut(beginning).map(cut -> new Recognised(format, cut));
        } catch (InvalidValueException told) {
            throw told;
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            throw new AutoTrainerException(
                    Problem.INVALID,
                    "the format " + format.name() + " broke when it looked at " + beginning.fileName() + ": " + broken
                            + "; mend it, take its jar out of plugins/, or name another with --from",
                    broken);
        }
    }
}
