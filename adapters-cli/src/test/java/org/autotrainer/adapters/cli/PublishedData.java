package org.autotrainer.adapters.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Published results of other tools, which are no part of the project: the system property or environment variable
 * AUTOTRAINER_DATA names their folder, else it is {@code ../shared/data} beside the project.
 */
final class PublishedData {
    private PublishedData() {}

    /** A file or folder of them; whoever asks is skipped, aloud, where it is not there. */
    static Path file(String name) {
        Path folder = Optional.ofNullable(System.getProperty("AUTOTRAINER_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("AUTOTRAINER_DATA")))
                .map(Path::of)
                .orElseGet(() -> Path.of("../../shared/data"));
        Path file = folder.resolve(name);
        assumeTrue(Files.exists(file), "skipped: there is no " + name + " in the folder AUTOTRAINER_DATA");
        return file;
    }
}
