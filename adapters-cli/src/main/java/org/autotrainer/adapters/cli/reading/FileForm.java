package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.format.EvaluationFormats.Recognised;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Beginning.Kind;
import org.autotrainer.application.spi.BinaryForm;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * How a file is read.
 *
 * @param records what it is cut into
 * @param format the format of its records; nothing when they are native, or each of them has yet to tell
 * @param doubtful whether the file does not look like that format, but nobody knows better
 */
record FileForm(Records records, Optional<EvaluationFormat> format, boolean doubtful) {
    private static final int MOST_NAMES = 1_000;

    /**
     * Finds out how a file is read.
     *
     * @throws InvalidValueException if it cannot be
     */
    static FileForm of(EvaluationSource source, ByteWindow window, Defaults defaults) throws IOException {
        Optional<Archive> archive = source.archive();
        return archive.isPresent() ? packed(archive.get(), source.name(), defaults) : plain(source, window, defaults);
    }

    /** Whether some format reads a folder. */
    static boolean knows(Path folder, String name) {
        try {
            return EvaluationFormats.recognising(beginning(new Archive.Folder(folder), name))
                    .isPresent();
        } catch (IOException unreadable) {
            throw FileTrouble.of(name + " cannot be read", unreadable, Problem.NOT_FOUND);
        }
    }

    private static Beginning beginning(Archive archive, String name) throws IOException {
        List<String> entries = archive.names().stream().limit(MOST_NAMES).toList();
        return new Beginning(Kind.ARCHIVE, name, Map.of("entries", entries));
    }

    private static FileForm packed(Archive archive, String name, Defaults defaults) throws IOException {
        Recognised known = recognise(List.of(beginning(archive, name)), defaults)
                .orElseThrow(() -> new InvalidValueException(notOf(defaults, "an archive")));
        if (known.cut() instanceof Cut.Entries entries) {
            return new FileForm(new ArchiveRecords(archive, entries), Optional.of(known.format()), false);
        }
        throw new InvalidValueException(known.format().name() + " is not read from an archive");
    }

    private static FileForm plain(EvaluationSource source, ByteWindow window, Defaults defaults) throws IOException {
        Optional<BinaryForm> binary = Signature.form(window);
        if (binary.isPresent()) {
            return plain(source, new ByteWindow(new LinesOf(binary.get(), window)), defaults);
        }
        Optional<String> alien = Signature.of(window);
        if (alien.isPresent()) {
            throw new InvalidValueException(alien.get());
        }
        if (defaults.from().equals(Defaults.NATIVE)) {
            return new FileForm(JsonRecords.objects(window), Optional.empty(), false);
        }
        List<Beginning> beginnings = Sight.of(window, source.name());
        Optional<Recognised> known = recognise(beginnings, defaults);
        if (known.isPresent()) {
            return new FileForm(
                    cut(window, known.get().cut()), Optional.of(known.get().format()), false);
        }
        if (beginnings.get(0).kind() == Kind.JSON) {
            refuseAnother(beginnings.get(0), defaults);
            return new FileForm(JsonRecords.objects(window), defaults.format(), true);
        }
        throw new InvalidValueException(unknown(defaults, beginnings.get(0)));
    }

    /** What looks like another format is not read as the one that was named: it would be read as if little of it were known. */
    private static void refuseAnother(Beginning beginning, Defaults defaults) {
        if (defaults.format().isPresent()) {
            EvaluationFormats.recognising(beginning).ifPresent(other -> {
                throw new InvalidValueException("it does not look like " + defaults.from() + ", but like "
                        + other.format().name() + "; leave out --from, or name that");
            });
        }
    }

    private static Optional<Recognised> recognise(List<Beginning> beginnings, Defaults defaults) {
        for (Beginning beginning : beginnings) {
            Optional<Recognised> known = defaults.format().isPresent()
                    ? defaults.format().flatMap(format -> EvaluationFormats.recognising(format, beginning))
                    : EvaluationFormats.recognising(beginning);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private static Records cut(ByteWindow window, Cut cut) throws IOException {
        if (cut instanceof Cut.Objects) {
            return JsonRecords.objects(window);
        }
        if (cut instanceof Cut.Elements elements) {
            return JsonRecords.elements(window, elements);
        }
        if (cut instanceof Cut.Members) {
            return JsonRecords.members(window);
        }
        if (cut instanceof Cut.Rows) {
            return new TableRecords(window);
        }
        if (cut instanceof Cut.Tags tags) {
            return new XmlRecords(window, tags.name());
        }
        if (cut instanceof Cut.Lines) {
            return new LineRecords(window);
        }
        throw new InvalidValueException("it is read from an archive, and this is none");
    }

    private static String notOf(Defaults defaults, String what) {
        return defaults.format()
                .map(format -> "it does not look like " + format.name() + ": it is " + what + " of another form")
                .orElseGet(
                        () -> "it is " + what + " of no format that is known; see --from in autotrainer train --help");
    }

    private static String unknown(Defaults defaults, Beginning beginning) {
        if (beginning.kind() == Kind.XML) {
            return notOf(defaults, "XML");
        }
        boolean table = beginning.kind() == Kind.TABLE && beginning.first().size() > 1;
        return table && defaults.format().isEmpty()
                ? "it is a table that no format knows; say what its columns mean with --mapping FILE"
                : notOf(defaults, table ? "a table" : "text");
    }
}
