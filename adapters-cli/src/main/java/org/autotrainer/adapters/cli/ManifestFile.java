package org.autotrainer.adapters.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.ExportDataset.Manifest;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Reads the manifest of a data set. */
final class ManifestFile {
    private ManifestFile() {}

    /**
     * The manifest in a file.
     *
     * @throws InvalidValueException if the file holds none
     */
    static Manifest read(Path file) {
        try {
            Manifest manifest = JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest == null) {
                throw new InvalidValueException(file + " holds no manifest of a data set");
            }
            return manifest;
        } catch (JsonProcessingException wrong) {
            throw new InvalidValueException(file + " holds no manifest of a data set");
        } catch (IOException failure) {
            throw FileTrouble.of(file + " cannot be read", failure, Problem.NOT_FOUND);
        }
    }
}
