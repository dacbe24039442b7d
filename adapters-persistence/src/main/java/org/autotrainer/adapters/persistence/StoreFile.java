package org.autotrainer.adapters.persistence;

import static org.autotrainer.adapters.persistence.Trouble.unusable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * The database file of a store: where it is, and whether it looks like one, all without opening it.
 *
 * <p>Java must never open a file that SQLite may have open in this process: closing it would drop SQLite's locks.
 *
 * @param path absolute
 */
record StoreFile(Path path) {
    /**
     * The file that a location names.
     *
     * @throws AutoTrainerException if the location is not the plain path of a file
     */
    static StoreFile at(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        if (location.isBlank()) {
            throw refused(location, "names no file; write sqlite:FILE");
        }
        if (lower.startsWith(":") || lower.startsWith("file:")) {
            throw refused(
                    location, "is not the plain path of a file; write sqlite:FILE, or memory: for a store in memory");
        }
        if (location.indexOf('?') >= 0 || location.indexOf('\0') >= 0 || !location.equals(location.strip())) {
            throw refused(location, "holds a question mark, a NUL or blanks at its ends; choose another path");
        }
        try {
            return new StoreFile(Path.of(location).toAbsolutePath().normalize());
        } catch (InvalidPathException wrong) {
            throw refused(location, "is not a path on this system");
        }
    }

    /** Whether there is anything at the path, even a link to nowhere. */
    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Looks at the file from the outside.
     *
     * @throws AutoTrainerException if it is not a plain file of some size under this one name
     */
    void requirePlain() {
        if (Files.isSymbolicLink(path)) {
            throw unusable(path, "is a symbolic link; open the file that it points to");
        }
        if (Files.isDirectory(path)) {
            throw unusable(path, "is a folder; name a file in it");
        }
        if (!Files.isRegularFile(path)) {
            throw unusable(path, "is not a regular file");
        }
        try {
            if (Files.size(path) == 0) {
                throw unusable(path, "is an empty file: restore a backup, or remove the file to begin anew");
            }
            if (links() > 1) {
                FreshFile.removeLeftovers(path);
            }
            if (links() > 1) {
                throw unusable(path, "is one file under several names; remove the other hard links to it, or copy it");
            }
        } catch (IOException unreadable) {
            throw unusable(path, "cannot be looked at; check the permissions of its folder");
        }
    }

    /**
     * Makes sure that a new database would not meet the remains of an older one.
     *
     * @throws AutoTrainerException if a write-ahead log or journal lies there without its database
     */
    void requireNoRemains() {
        for (String suffix : new String[] {"-wal", "-journal"}) {
            // Whoever makes the database meanwhile makes it before its log.
            if (Files.exists(FreshFile.beside(path, suffix), LinkOption.NOFOLLOW_LINKS) && !exists()) {
                throw unusable(
                        path,
                        "is missing, but its " + suffix + " file is there and may hold the newest facts: put the"
                                + " database file back, or move the " + suffix + " file away");
            }
        }
    }

    private int links() throws IOException {
        return FreshFile.POSIX ? (Integer) Files.getAttribute(path, "unix:nlink") : 1;
    }

    private static AutoTrainerException refused(String location, String sentence) {
        return new AutoTrainerException(
                Problem.STORE_UNUSABLE, "the store location \"" + location.replace('\0', ' ') + "\" " + sentence);
    }
}
