package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Something that evaluations are read from.
 *
 * @param name what it is called in messages, and the name that a format is told
 * @param size its bytes; 0 when nobody knows
 * @param place where it lies; nothing for what is not a file
 */
public record EvaluationSource(String name, long size, Opening opening, Optional<Path> place) {
    /** Opens the bytes. */
    @FunctionalInterface
    public interface Opening {
        /** The bytes from the beginning. */
        InputStream open() throws IOException;
    }

    /** Standard input. */
    public static EvaluationSource standardInput(InputStream in) {
        return new EvaluationSource("standard input", 0, () -> in, Optional.empty());
    }

    /**
     * A file, or a folder that a format knows.
     *
     * @throws AutoTrainerException if it is not there, is a folder that no format knows, or cannot be read
     */
    public static EvaluationSource file(Path path) {
        String name = path.toString();
        if (name.isBlank()) {
            throw new InvalidValueException("a FILE is named by nothing but blanks; name one, or - for standard input");
        }
        if (Files.isDirectory(path)) {
            return folder(path, name);
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A pipe can be opened only once.
            return new EvaluationSource(name, 0, () -> Files.newInputStream(path), Optional.empty());
        }
        try {
            Files.newInputStream(path).close();
            return new EvaluationSource(name, Files.size(path), () -> Files.newInputStream(path), Optional.of(path));
        } catch (IOException failure) {
            throw FileTrouble.of(name + " cannot be read", failure, Problem.NOT_FOUND);
        }
    }

    private static EvaluationSource folder(Path path, String name) {
        if (!FileForm.knows(path, name)) {
            throw new AutoTrainerException(
                    Problem.NOT_FOUND, name + " is a folder; name the files in it, such as " + path.resolve("*.jsonl"));
        }
        return new EvaluationSource(name, 0, InputStream::nullInputStream, Optional.of(path));
    }

    /** The archive that it is, if it is one. */
    Optional<Archive> archive() throws IOException {
        return place.isPresent() ? Archive.at(place.get()) : Optional.empty();
    }

    InputStream open() {
        try {
            return opening.open();
        } catch (IOException failure) {
            throw FileTrouble.of(name + " cannot be read", failure, Problem.NOT_FOUND);
        }
    }
}
