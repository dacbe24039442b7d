package org.autotrainer.adapters.cli.console;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/** Says in plain words why a file could not be read or written. */
public final class FileTrouble {
    private FileTrouble() {}

    /**
     * The problem with what could not be done.
     *
     * @param otherwise the kind of problem, unless the disk is full or fails
     */
    public static AutoTrainerException of(String what, IOException failure, Problem otherwise) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("not enough space")) {
            return new AutoTrainerException(Problem.STORAGE_FULL, what + ": the disk is full", failure);
        }
        if (message.contains("quota exceeded") || message.contains("file too large")) {
            return new AutoTrainerException(
                    Problem.STORAGE_FULL, what + ": it would be larger than this user may write", failure);
        }
        if (message.contains("input/output error")) {
            return new AutoTrainerException(Problem.STORAGE_FULL, what + ": the disk fails", failure);
        }
        return new AutoTrainerException(otherwise, what + ": " + reason(failure, message), failure);
    }

    private static String reason(IOException failure, String message) {
        if (failure instanceof AccessDeniedException || message.contains("permission denied")) {
            return "permission is denied";
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "there is no such file or folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (failure instanceof NotDirectoryException || message.contains("not a directory")) {
            return "part of its path is no folder";
        }
        if (failure instanceof FileSystemLoopException || message.contains("too many levels")) {
            return "its symbolic links run in a circle";
        }
        if (message.contains("read-only")) {
            return "it lies on a file system that is read-only";
        }
        if (message.contains("name too long")) {
            return "its name is too long";
        }
        return "the system refuses";
    }
}
