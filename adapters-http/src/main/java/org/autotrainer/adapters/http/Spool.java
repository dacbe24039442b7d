package org.autotrainer.adapters.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines, for what was acknowledged and waits: written to the disk before it is answered, read again at the next
 * start, and written anew when most of it is over.
 *
 * <p>The last line may be cut off by a crash: it was not acknowledged, and is left out. One process at a time has it, for the
 * owner alone. Not thread-safe.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path file;
    private FileChannel channel;
    private long size;

    private Spool(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the file, which is made if it is missing, and reads what waits in it.
     *
     * @throws AutoTrainerException {@link Problem#BUSY} if another process has it, {@link Problem#STORE_UNUSABLE} if it
     *     cannot be opened
     */
    static Spool open(Path file, Consumer<String> lines) {
        try {
            FileChannel channel = locked(file, StandardOpenOption.CREATE);
            Spool spool = new Spool(file, channel);
            try {
                spool.load(lines);
            } catch (IOException | RuntimeException failed) {
                channel.close();
                throw failed;
            }
            return spool;
        } catch (IOException failed) {
            throw new AutoTrainerException(
                    Problem.STORE_UNUSABLE,
                    "the file " + file.getFileName() + " for what waits cannot be opened",
                    failed);
        }
    }

    private static FileChannel locked(Path file, StandardOpenOption create) throws IOException {
        FileAttribute<?>[] ownerAlone =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        FileChannel channel = FileChannel.open(
                file,
                Set.of(create, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                ownerAlone);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            LOG.debug("this process has {} already", file, ours);
        }
        if (lock == null) {
            channel.close();
            throw new AutoTrainerException(
                    Problem.BUSY, "another server takes the telemetry for this store; send it there, or stop that one");
        }
        return channel;
    }

    private void load(Consumer<String> lines) throws IOException {
        LineCutter cutter = new LineCutter(lines);
        ByteBuffer part = ByteBuffer.allocate(1 << 16);
        while (channel.read(part) >= 0) {
            cutter.take(part.array(), part.position());
            part.clear();
        }
        size = cutter.whole();
        channel.truncate(size).position(size);
    }

    /** How many bytes the file has. */
    long size() {
        return size;
    }

    /**
     * Adds lines, which are on the disk when it returns.
     *
     * @throws AutoTrainerException {@link Problem#STORAGE_FULL} if they cannot be written: then none of them is there
     */
    void append(List<String> lines) {
        try {
            write(channel, lines);
            channel.force(false);
            size = channel.position();
        } catch (IOException failed) {
            undo();
            throw full(failed);
        }
    }

    private void undo() {
        try {
            channel.truncate(size).position(size);
        } catch (IOException failed) {
            LOG.warn("{} holds a line that was not acknowledged", file, failed);
        }
    }

    /** Writes the file anew, with these lines alone: after a crash it is either as it was, or as it is now. */
    void rewrite(Consumer<Consumer<String>> lines) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            FileChannel written = locked(fresh, StandardOpenOption.CREATE_NEW);
            try {
                Batch batch = new Batch(written);
                lines.accept(batch::add);
                batch.flush();
                written.force(true);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException failed) {
                written.close();
                throw failed;
            }
            channel.close();
            channel = written;
            size = written.position();
        } catch (IOException failed) {
            throw full(failed);
        }
    }

    /** Lines on their way into a file, of which no more are held than are written at once. */
    private static final class Batch {
        private static final int LINES = 256;

        private final FileChannel to;
        private final ArrayList<String> waiting = new ArrayList<>();

        Batch(FileChannel to) {
            this.to = to;
        }

        void add(String line) {
            waiting.add(line);
            if (waiting.size() == LINES) {
                flush();
            }
        }

        void flush() {
            try {
                write(to, waiting);
            } catch (IOException failed) {
                throw full(failed);
            }
            waiting.clear();
        }
    }

    private static void write(FileChannel to, List<String> lines) throws IOException {
        for (String line : lines) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
        }
    }

    private static AutoTrainerException full(IOException failed) {
        return new AutoTrainerException(
                Problem.STORAGE_FULL, "what waits cannot be written to the disk; make room there", failed);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.warn("{} was not closed", file, failed);
        }
    }
}
