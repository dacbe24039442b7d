package org.autotrainer.adapters.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * A file that appears under its name when it is whole: until {@link #finish} it is written beside it, readable by its owner
 * only, and it is gone without a trace if that never comes.
 */
final class NewFile implements AutoCloseable {
    private final Optional<Draft> draft;

    private record Draft(
            Path target, boolean replace, Path beside, FileChannel channel, Writer writer, Interruption wipe) {}

    private NewFile(Optional<Draft> draft) {
        this.draft = draft;
    }

    /**
     * Begins a file; without a name what is written is dropped.
     *
     * @param replace whether a file that exists is replaced; a link or a device never is
     * @throws AutoTrainerException if the name is taken, or nothing can be written beside it
     */
    static NewFile at(Optional<Path> name, boolean replace) {
        return new NewFile(name.map(target -> draft(target, replace)));
    }

    private static Draft draft(Path target, boolean replace) {
        checkFree(target, replace);
        try {
            Path folder = target.toAbsolutePath().normalize().getParent();
            Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
            Interruption wipe = new Interruption(() -> delete(beside));
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
            Writer writer = new BufferedWriter(
                    new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8), 1 << 16);
            return new Draft(target, replace, beside, channel, writer, wipe);
        } catch (IOException failure) {
            throw FileTrouble.of(target + " cannot be written", failure, Problem.NOT_FOUND);
        }
    }

    private static void checkFree(Path target, boolean replace) {
        if (target.toString().isBlank()) {
            throw new InvalidValueException("a file to write is named by nothing but blanks");
        }
        if (Files.isSymbolicLink(target)) {
            throw new AutoTrainerException(Problem.CONFLICT, target + " is a symbolic link; name the file itself");
        }
        if (Files.isDirectory(target)) {
            throw new AutoTrainerException(Problem.CONFLICT, target + " is a folder; name a file in it");
        }
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && !Files.isRegularFile(target)) {
            throw new AutoTrainerException(Problem.CONFLICT, target + " is no regular file; name another");
        }
        if (there && !replace) {
            throw taken(target);
        }
    }

    private static AutoTrainerException taken(Path target) {
        return new AutoTrainerException(Problem.CONFLICT, target + " exists already; --force replaces it");
    }

    /** Writes a line. */
    void line(String line) {
        draft.ifPresent(file -> {
            try {
                file.writer().write(line);
                file.writer().write('\n');
            } catch (IOException failure) {
                throw trouble(file, failure);
            }
        });
    }

    /** Gives the file its name; it is safe on the disk by then. */
    void finish() {
        draft.ifPresent(file -> {
            try {
                file.writer().flush();
                file.channel().force(true);
                if (file.replace()) {
                    Files.move(file.beside(), file.target(), StandardCopyOption.ATOMIC_MOVE);
                } else {
                    publish(file);
                }
            } catch (FileAlreadyExistsException meanwhile) {
                throw taken(file.target());
            } catch (IOException failure) {
                throw trouble(file, failure);
            }
        });
    }

    /** A second name for the file cannot take a name that has come into use meanwhile; a move could. */
    private static void publish(Draft file) throws IOException {
        try {
            Files.createLink(file.target(), file.beside());
        } catch (FileAlreadyExistsException meanwhile) {
            throw meanwhile;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            Files.move(file.beside(), file.target());
        }
    }

    private static AutoTrainerException trouble(Draft file, IOException failure) {
        return FileTrouble.of(file.target() + " cannot be written", failure, Problem.NOT_FOUND);
    }

    @Override
    public void close() {
        draft.ifPresent(file -> {
            try {
                file.channel().close();
            } catch (IOException failure) {
                throw trouble(file, failure);
            } finally {
                delete(file.beside());
                file.wipe().close();
            }
        });
    }

    private static void delete(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
