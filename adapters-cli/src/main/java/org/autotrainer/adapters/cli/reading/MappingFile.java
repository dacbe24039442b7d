package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.format.Mapping;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** A file that says how the records of any other are read. */
public final class MappingFile {
    private static final int LARGEST = 1024 * 1024;

    private MappingFile() {}

    /**
     * The format that a file describes.
     *
     * @throws InvalidValueException if it describes none
     */
    public static EvaluationFormat read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidValueException("it is larger than 1 MB");
            }
            return Mapping.of(StrictJson.object(new Piece(new Utf8().decode(bytes, 0, bytes.length), 1)));
        } catch (IOException failure) {
            throw FileTrouble.of(path + " cannot be read", failure, Problem.NOT_FOUND);
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException("the mapping " + path + ": " + wrong.getMessage());
        }
    }
}
