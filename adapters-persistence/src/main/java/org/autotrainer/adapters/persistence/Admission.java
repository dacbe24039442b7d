package org.autotrainer.adapters.persistence;

import static org.autotrainer.adapters.persistence.Trouble.unusable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.autotrainer.application.problem.AutoTrainerException;
import org.jdbi.v3.core.Handle;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/**
 * Decides whether a file may be used as a store. Nothing is set, and no file is changed, before all is said to be well.
 */
final class Admission {
    private static final long CHECKED_BYTES = 64L << 20;
    private static final long CHECK_MILLIS = 250;
    private static final int STEPS = 10_000;
    private static final int PROBES = 5;

    private final Connections connections;
    private final Path file;
    private final Schema schema;

    Admission(Connections connections, Schema schema) {
        this.connections = connections;
        this.file = connections.file();
        this.schema = schema;
    }

    /**
     * Examines the file and brings its schema up to date.
     *
     * @return the connection that it was examined with, ready for reading
     * @throws AutoTrainerException if it belongs to another application, is damaged, or was made by a newer version
     */
    Handle admit() {
        requireOurs();
        Handle reader = connections.reader();
        boolean admitted = false;
        try {
            Connection connection = reader.getConnection();
            requireOurs(connection);
            int version = requireKnownVersion(connection);
            requireSound(connection);
            requireExpected(connection, version);
            prepare(connection, version);
            admitted = true;
            return reader;
        } catch (SQLException failed) {
            throw Trouble.of(file, failed);
        } finally {
            if (!admitted) {
                reader.close();
            }
        }
    }

    /**
     * Looks at the file alone, which the log may be ahead of. While somebody moves the log into the file, the file alone is
     * torn: it counts as damaged only if there is no log, and still looks so when there was none before.
     */
    private void requireOurs() {
        for (int tries = 1; ; tries++) {
            try (Connection probe = Connections.probe(file)) {
                requireOurs(probe);
                return;
            } catch (SQLException failed) {
                int primary = failed.getErrorCode() & 0xff;
                if (primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
                    throw unusable(
                            file, "is not a database, or a damaged one: choose another file, or restore a backup");
                }
                if (primary != SQLiteErrorCode.SQLITE_CORRUPT.code) {
                    throw Trouble.of(file, failed);
                }
                if (Files.exists(FreshFile.beside(file, "-wal"))) {
                    return;
                }
                if (tries == PROBES) {
                    throw Trouble.of(file, failed);
                }
            }
        }
    }

    private void requireOurs(Connection connection) throws SQLException {
        if (Schema.application(connection) != Schema.APPLICATION_ID) {
            throw unusable(file, "is a database of another application; choose another file");
        }
    }

    private int requireKnownVersion(Connection connection) throws SQLException {
        int version = Schema.version(connection);
        if (version > schema.version()) {
            throw unusable(
                    file,
                    "was made by a newer version of the program: it has schema " + version + ", this one knows up to "
                            + schema.version() + "; upgrade the program");
        }
        if (version < 1) {
            throw unusable(file, "is damaged: it says schema " + version + "; restore a backup");
        }
        return version;
    }

    /** Looks for damage as long as that takes next to no time; {@code store check} takes all the time it needs. */
    private void requireSound(Connection connection) throws SQLException {
        if (size() > CHECKED_BYTES) {
            return;
        }
        long end = System.nanoTime() + CHECK_MILLIS * 1_000_000;
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - end > 0 ? 1 : 0;
            }
        });
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!"ok".equals(row.getString(1))) {
                throw unusable(file, "is damaged; restore a backup, or see what is left with: autotrainer store check");
            }
        } catch (SQLException stopped) {
            if ((stopped.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_INTERRUPT.code) {
                throw stopped;
            }
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw unusable(file, "cannot be looked at; check the permissions of its folder");
        }
    }

    private void requireExpected(Connection connection, int version) throws SQLException {
        Map<String, String> found = Schema.objects(connection);
        Map<String, String> expected = schema.expected(version);
        expected.forEach((name, sql) -> {
            if (!sql.equals(found.get(name))) {
                throw unusable(file, "is damaged: its " + name + " is missing or changed; restore a backup");
            }
        });
        found.keySet().forEach(name -> {
            if (!expected.containsKey(name)) {
                throw unusable(file, "holds the " + name + ", which is not ours; drop it, or restore a backup");
            }
        });
    }

    private void prepare(Connection connection, int version) throws SQLException {
        boolean logged = "wal".equals(journalMode(connection, "PRAGMA journal_mode"));
        if (version == schema.version() && logged) {
            return;
        }
        try (Handle copier = connections.copier()) {
            schema.migrate(copier);
            turnOnLog(file, copier.getConnection());
        }
    }

    /** Turns on the write-ahead log, which stays on, and makes sure of it. */
    static void turnOnLog(Path file, Connection connection) throws SQLException {
        if (!"wal".equals(journalMode(connection, "PRAGMA journal_mode = WAL"))) {
            throw unusable(file, "lies on a file system where SQLite can keep no write-ahead log; choose a local disk");
        }
    }

    private static String journalMode(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }
}
