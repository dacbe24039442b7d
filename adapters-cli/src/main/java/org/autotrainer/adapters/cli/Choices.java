package org.autotrainer.adapters.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.reading.Defaults;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.format.ExportFormats;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.Personal;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.memory.Status;
import org.autotrainer.domain.training.Kind;
import org.autotrainer.domain.trust.Trust;

/** The words that an option takes: for the help, for completion, and to check what was written. */
abstract class Choices implements Iterable<String> {
    abstract List<String> words();

    @Override
    public Iterator<String> iterator() {
        return words().iterator();
    }

    /**
     * Checks what was written for an option.
     *
     * @throws InvalidValueException if it is none of the words
     */
    void check(String option, String written) {
        if (!words().contains(written)) {
            throw new InvalidValueException(
                    option + " is \"" + written + "\"; allowed are " + String.join(", ", words()));
        }
    }

    /** The forms of files of evaluations. */
    static final class Sources extends Choices {
        @Override
        List<String> words() {
            return Stream.concat(
                            Stream.of(Defaults.NATIVE),
                            EvaluationFormats.all().stream().map(EvaluationFormat::name))
                    .toList();
        }
    }

    /** The formats of data sets. */
    static final class Datasets extends Choices {
        @Override
        List<String> words() {
            return ExportFormats.all().stream().map(DatasetFormat::name).toList();
        }
    }

    /** What is done with personal data. */
    static final class Personals extends Choices {
        @Override
        List<String> words() {
            return Arrays.stream(Personal.values()).map(Personal::word).toList();
        }
    }

    /** The forms of a recall. */
    static final class Playbooks extends Choices {
        @Override
        List<String> words() {
            return List.of("block", "items");
        }
    }

    /** What can have become of a suggestion. */
    static final class Statuses extends Choices {
        @Override
        List<String> words() {
            return Arrays.stream(Status.values())
                    .filter(Status::isKept)
                    .map(Status::word)
                    .toList();
        }
    }

    /** Where a heuristic can stand. */
    static final class Standings extends Choices {
        @Override
        List<String> words() {
            return Arrays.stream(Lifecycle.values()).map(Lifecycle::word).toList();
        }
    }

    /** What became of an attempt, as its critic judged it. */
    static final class Results extends Choices {
        @Override
        List<String> words() {
            return List.of("success", "failure", "error");
        }
    }

    /** Whether a recall tries things out. */
    static final class Explores extends Choices {
        @Override
        List<String> words() {
            return List.of("on", "off");
        }
    }

    /** The kinds of suggestions. */
    static final class Kinds extends Choices {
        @Override
        List<String> words() {
            return Arrays.stream(Kind.values()).map(Kind::word).toList();
        }
    }

    /** How far a source is trusted. */
    static final class Trusts extends Choices {
        @Override
        List<String> words() {
            return Arrays.stream(Trust.values()).map(Trust::word).toList();
        }
    }

    /** The shells that can be taught to complete the command. */
    static final class Shells extends Choices {
        @Override
        List<String> words() {
            return List.of("bash", "zsh");
        }
    }
}
