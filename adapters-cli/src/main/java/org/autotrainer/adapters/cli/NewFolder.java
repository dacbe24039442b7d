package org.autotrainer.adapters.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * A folder that appears under its name when it is whole: until {@link #finish} it is written beside it, readable by its
 * owner only, and it is gone without a trace if that never comes.
 */
final class NewFolder implements AutoCloseable {
    /** What a folder holds that may be replaced. */
    private static final String MARK = "manifest.json";

    private final Path target;
    private final Path beside;
    private final Interruption wipe;

    private NewFolder(Path target, Path beside) {
        this.target = target;
        this.beside = beside;
        this.wipe = new Interruption(() -> delete(beside));
    }

    /**
     * Begins a folder.
     *
     * @param replace whether a data set that is there is replaced; any other folder, a file or a link never is
     * @throws AutoTrainerException if the name is taken, or nothing can be written beside it
     */
    static NewFolder at(Path target, boolean replace) {
        if (target.toString().isBlank()) {
            throw new InvalidValueException("a folder to write is named by nothing but blanks");
        }
        checkFree(target, replace);
        try {
            Path parent = target.toAbsolutePath().normalize().getParent();
            return new NewFolder(target, Files.createTempDirectory(parent, "." + target.getFileName() + "."));
        } catch (IOException failure) {
            throw trouble(target, failure);
        }
    }

    private static void checkFree(Path target, boolean replace) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new AutoTrainerException(
                    Problem.CONFLICT, target + " is no folder; a data set of several files is a folder");
        }
        if (!replace) {
            throw new AutoTrainerException(Problem.CONFLICT, target + " exists already; --force replaces a data set");
        }
        Path manifest = target.resolve(MARK);
        if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS) || !isOfDataset(manifest)) {
            throw new AutoTrainerException(
                    Problem.CONFLICT, target + " holds no " + MARK + ": it is no data set, and is not replaced");
        }
    }

    /** Web sites and extensions of browsers have a file of that name, too. */
    private static boolean isOfDataset(Path manifest) {
        try {
            return ManifestFile.read(manifest).manifest() > 0;
        } catch (InvalidValueException another) {
            return false;
        }
    }

    /** A file of the folder that is being written. */
    final class Part implements AutoCloseable {
        private final FileChannel channel;
        private final Writer writer;

        private Part(FileChannel channel) {
            this.channel = channel;
            this.writer = new BufferedWriter(
                    new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8), 1 << 16);
        }

        /** Writes a line. */
        void line(String line) {
            text(line);
            text("\n");
        }

        /** Writes text as it is. */
        void text(String text) {
            try {
                writer.write(text);
            } catch (IOException failure) {
                throw trouble(target, failure);
            }
        }

        /** Ends the file; it is safe on the disk then. */
        @Override
        public void close() {
            try (channel) {
                writer.flush();
                channel.force(true);
            } catch (IOException failure) {
                throw trouble(target, failure);
            }
        }
    }

    /**
     * Begins a file.
     *
     * @param name its name in the folder, with {@code /} between the parts
     */
    Part file(String name) {
        try {
            Path file = beside.resolve(name).normalize();
            if (!file.startsWith(beside)) {
                throw new InvalidValueException("a file of the data set is named " + name + ", outside its folder");
            }
            Files.createDirectories(file.getParent());
            return new Part(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw trouble(target, failure);
        }
    }

    /** Gives the folder its name. */
    void finish() {
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Path old = Files.createTempDirectory(beside.getParent(), "." + target.getFileName() + ".");
                Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
                delete(old);
            } else {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw trouble(target, failure);
        }
    }

    private static AutoTrainerException trouble(Path target, IOException failure) {
        return FileTrouble.of(target + " cannot be written", failure, Problem.NOT_FOUND);
    }

    @Override
    public void close() {
        delete(beside);
        wipe.close();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
