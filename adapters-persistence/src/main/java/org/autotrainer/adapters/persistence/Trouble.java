package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import java.sql.SQLException;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a sentence what SQLite ran into, and what would help. */
final class Trouble {
    private static final int PRIMARY = 0xff;

    private Trouble() {}

    static AutoTrainerException of(Path file, SQLException cause) {
        SQLiteErrorCode code = code(cause);
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
        return switch (primary) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                says(Problem.BUSY, file, "is busy: another process is writing to it; try again", cause);
            case SQLITE_FULL ->
                says(
                        Problem.STORAGE_FULL,
                        file,
                        "cannot be written: the disk is full; nothing acknowledged was lost, free some space and try again",
                        cause);
            case SQLITE_IOERR ->
                says(
                        Problem.STORAGE_FULL,
                        file,
                        "cannot be read or written: the disk reports an error (" + code.name()
                                + "); nothing acknowledged was lost, check the disk",
                        cause);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                says(
                        Problem.STORE_UNUSABLE,
                        file,
                        "is damaged; restore a backup, or see what is left with: autotrainer store check",
                        cause);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                says(
                        Problem.STORE_UNUSABLE,
                        file,
                        "cannot be opened for writing; check the permissions of the file and its folder",
                        cause);
            case SQLITE_TOOBIG ->
                new AutoTrainerException(
                        Problem.INVALID,
                        "a store takes no single fact or row above " + (Connections.LONGEST >> 20) + " MiB",
                        cause);
            default -> says(Problem.STORE_UNUSABLE, file, "failed with " + code.name(), cause);
        };
    }

    static AutoTrainerException of(Path file, JdbiException failed) {
        return failed.getCause() instanceof SQLException cause
                ? of(file, cause)
                : says(Problem.STORE_UNUSABLE, file, "failed", failed);
    }

    static AutoTrainerException unusable(Path file, String sentence) {
        return new AutoTrainerException(Problem.STORE_UNUSABLE, "the store " + file + " " + sentence);
    }

    /** Whether somebody else holds the lock, so that trying again may help. */
    static boolean isBusy(JdbiException failed) {
        return failed.getCause() instanceof SQLException cause
                && (cause.getErrorCode() & PRIMARY) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    /** Whether the disk failed to make data durable: what it holds is unknown from then on. */
    static boolean isFatal(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                SQLiteErrorCode code = code(sql);
                return code == SQLiteErrorCode.SQLITE_IOERR_FSYNC || code == SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC;
            }
        }
        return false;
    }

    private static SQLiteErrorCode code(SQLException cause) {
        return cause instanceof SQLiteException extended
                ? extended.getResultCode()
                : SQLiteErrorCode.getErrorCode(cause.getErrorCode());
    }

    private static AutoTrainerException says(Problem problem, Path file, String sentence, Exception cause) {
        return new AutoTrainerException(problem, "the store " + file + " " + sentence, cause);
    }
}
