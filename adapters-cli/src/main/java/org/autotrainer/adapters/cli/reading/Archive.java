package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Named files in one place. */
interface Archive extends AutoCloseable {
    /** The most entries that an archive may have. */
    int MOST_ENTRIES = 200_000;

    /** The names of its entries, in order, with {@code /} between folders. */
    List<String> names() throws IOException;

    /**
     * Opens an entry.
     *
     * @throws InvalidValueException if it is packed in a way that is not known
     */
    InputStream open(String name) throws IOException;

    /** How many bytes an entry takes where it is kept. */
    long packed(String name) throws IOException;

    @Override
    default void close() throws IOException {}

    /** The archive at a path, if there is one: a folder, or a zip file. */
    static Optional<Archive> at(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Optional.of(new Folder(path));
        }
        return isZip(path) ? Optional.of(new ZipArchive(path)) : Optional.empty();
    }

    private static boolean isZip(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] four = in.readNBytes(4);
            return four.length == 4 && four[0] == 'P' && four[1] == 'K' && four[2] == 3 && four[3] == 4;
        }
    }

    /** A folder of the file system, and what lies in the folders in it. */
    record Folder(Path path) implements Archive {
        private static final int DEEP = 2;

        @Override
        public List<String> names() throws IOException {
            try (Stream<Path> files = Files.walk(path, DEEP)) {
                return files.filter(Files::isRegularFile)
                        .limit(MOST_ENTRIES + 1L)
                        .map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .sorted(Comparator.naturalOrder())
                        .toList();
            } catch (java.io.UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(path.resolve(name));
        }

        @Override
        public long packed(String name) throws IOException {
            return Files.size(path.resolve(name));
        }
    }
}
