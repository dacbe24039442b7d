package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.ExportDataset.Request;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Option;

/** The options that say what goes into a data set. */
final class FilterOptions {
    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "The share of tasks to keep back for validation, 0 to 0.5. All attempts at a task are on one"
                    + " side, and it never changes sides.")
    private Optional<String> validation = Optional.empty();

    @Option(names = "--seed", paramLabel = "WORD", description = "Any word; another one keeps other tasks back.")
    private Optional<String> seed = Optional.empty();

    @Option(
            names = "--leave-out",
            paramLabel = "FILE",
            description = "A file with the ids of tasks that must not be in it, one a line.")
    private Optional<Path> leaveOut = Optional.empty();

    @Option(
            names = "--personal",
            paramLabel = "WHAT",
            completionCandidates = Choices.Personals.class,
            description = "What to do with e-mail addresses, phone numbers, cards and accounts:"
                    + " ${COMPLETION-CANDIDATES}. Default: redact. Rows with keys and passwords are always left out.")
    private Optional<String> personal = Optional.empty();

    /** Whether any of them is given. */
    boolean isGiven() {
        return validation.isPresent() || seed.isPresent() || leaveOut.isPresent() || personal.isPresent();
    }

    /** The data set that is asked for. */
    @SuppressWarnings("NullAway") // absent is null on the wire
    Request request(String agent, String format) {
        personal.ifPresent(written -> new Choices.Personals().check("--personal", written));
        return new Request(
                agent,
                format,
                leaveOut.map(LeaveOutFile::read).orElse(List.of()),
                validation.map(FilterOptions::share).orElse(null),
                seed.orElse(null),
                personal.orElse(null));
    }

    private static Double share(String written) {
        try {
            return Double.valueOf(written);
        } catch (NumberFormatException wrong) {
            throw new InvalidValueException("--validation is \"" + written + "\"; allowed are 0 to 0.5");
        }
    }
}
