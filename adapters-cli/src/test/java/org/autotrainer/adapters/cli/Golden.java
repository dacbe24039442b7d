package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that people see, kept as files: whoever changes one sees it in the review.
 *
 * <p>{@code -Dgolden.write=true} writes them anew.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/org/autotrainer/adapters/cli");

    private Golden() {}

    /** Checks a text against its file. */
    static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the golden file " + file + " cannot be read; -Dgolden.write=true writes it", failure);
        }
    }
}
