package org.autotrainer.adapters.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A file that is prepared under a temporary name beside its target and then appears there whole, or not at all.
 *
 * <p>It never replaces anything. A process that is killed in between leaves the temporary file behind, which nobody
 * reads.
 */
final class FreshFile implements AutoCloseable {
    /** Whether the file system knows owners and permissions. */
    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final FileAttribute<?>[] OWN_FILE = owner("rw-------");
    private static final FileAttribute<?>[] OWN_FOLDER = owner("rwx------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path target;
    private final Path draft;

    private FreshFile(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /** Begins an empty file for a target, readable by its owner alone; the folder must be there. */
    static FreshFile draftOf(Path target) throws IOException {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        Path draft = target.resolveSibling(prefix(target) + HexFormat.of().formatHex(random));
        Files.createFile(draft, OWN_FILE);
        return new FreshFile(target, draft);
    }

    /** Makes the folder of a file where it is missing, open to its owner alone. */
    static void makeFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, OWN_FOLDER);
        }
    }

    /** The path of the file that SQLite keeps beside a database. */
    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** Removes drafts that were placed but kept their temporary name, since their process was killed. */
    static void removeLeftovers(Path target) throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                target.resolveSibling("."),
                entry -> entry.getFileName().toString().startsWith(prefix(target)))) {
            for (Path sibling : siblings) {
                removeIfSame(sibling, target);
            }
        }
    }

    private static void removeIfSame(Path draft, Path target) throws IOException {
        try {
            if (Files.isSameFile(draft, target)) {
                Files.deleteIfExists(draft);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            // Its maker was not killed, and has removed it.
        }
    }

    /** Where it is while it is prepared. */
    Path draft() {
        return draft;
    }

    /**
     * Makes it durable and gives it the name of the target. Nobody may have it open.
     *
     * @throws FileAlreadyExistsException if there is something at the target
     */
    void place() throws IOException {
        force(draft, StandardOpenOption.WRITE);
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(draft, target);
        }
        Files.deleteIfExists(draft);
        if (POSIX) {
            force(target.resolveSibling("."), StandardOpenOption.READ);
        }
    }

    /** Removes it if it was not placed. */
    @Override
    public void close() throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(beside(draft, suffix));
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".new-";
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
