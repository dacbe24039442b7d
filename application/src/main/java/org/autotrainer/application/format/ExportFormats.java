package org.autotrainer.application.format;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.domain.dataset.DatasetExport;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.format.DatasetFormats;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** The formats of data sets, by name: those that come with AutoTrainer, then those of {@code plugins/}. */
public final class ExportFormats {
    private static final String NAME = "[a-z][a-z0-9-]{0,49}";

    private ExportFormats() {}

    /**
     * All of them, in the order in which they are shown.
     *
     * @throws AutoTrainerException if one of them has a name that is no name of a file
     */
    public static List<DatasetFormat> all() {
        List<DatasetFormat> added = Providers.all(DatasetFormat.class).stream()
                .sorted(Comparator.comparing(DatasetFormat::name))
                .toList();
        added.forEach(ExportFormats::check);
        return Stream.concat(DatasetFormats.all().stream(), added.stream()).toList();
    }

    /**
     * The format of a name.
     *
     * @throws InvalidValueException if there is none; the message lists the names
     * @throws AutoTrainerException if there is more than one
     */
    public static DatasetFormat named(List<DatasetFormat> formats, String name) {
        List<DatasetFormat> found =
                formats.stream().filter(format -> format.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new InvalidValueException("there is no data-set format \"" + name + "\"; there are "
                    + String.join(
                            ", ", formats.stream().map(DatasetFormat::name).toList()));
        }
        if (found.size() > 1) {
            throw refused("there are " + found.size() + " data-set formats named \"" + name
                    + "\"; take one of their jars out of plugins");
        }
        return found.get(0);
    }

    private static void check(DatasetFormat format) {
        if (!format.name().matches(NAME)) {
            throw refused("a data-set format is named \"" + format.name()
                    + "\"; allowed are lower-case letters, digits and -, up to 50, a letter first");
        }
        for (DatasetFormat.Part part : DatasetExport.parts(format)) {
            if (!(part.name().isEmpty() || part.name().matches(NAME))) {
                throw refused("a part of the data-set format " + format.name() + " is named \"" + part.name()
                        + "\"; allowed are lower-case letters, digits and -, up to 50, a letter first");
            }
        }
    }

    private static AutoTrainerException refused(String message) {
        return new AutoTrainerException(Problem.INVALID, message);
    }
}
