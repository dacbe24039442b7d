package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to one database file, each for one use, with the settings that reliability asks for. Thread-safe.
 *
 * <p>No connection creates a file, and no setting is one that SQLite writes into the file.
 */
final class Connections {
    /** The longest text, blob or row, in bytes: the longest conversation that the domain accepts, in any script. */
    static final int LONGEST = 128 << 20;

    private static final int BUSY_MILLIS = 5_000;
    /**
     * Holds the pages that a checkpoint changes: those that do not fit are written to the log, and read again at commit. They are
     * the more the larger the file is.
     */
    private static final int LEAST_WRITER_CACHE_KIB = 32 << 10;

    private static final int MOST_WRITER_CACHE_KIB = 128 << 10;

    private static final int READER_CACHE_KIB = 8 << 10;
    private static final int CHECKPOINT_PAGES = 4_000;
    private static final int JOURNAL_BYTES = 64 << 20;

    private final Path file;
    private final Jdbi writers;
    private final Jdbi readers;
    private final Jdbi watchers;
    private final Jdbi copiers;

    Connections(Path file) {
        this.file = file;
        writers = jdbi("BEGIN IMMEDIATE", this::writerConnection);
        readers = jdbi("BEGIN", () -> readerConnection(BUSY_MILLIS));
        watchers = jdbi("BEGIN", () -> readerConnection(0));
        copiers = jdbi("BEGIN IMMEDIATE", this::copierConnection);
    }

    Path file() {
        return file;
    }

    /** A connection that appends and changes. It does not wait for locks: {@link Writer} takes turns with others. */
    Handle writer() {
        return open(writers);
    }

    /** A connection that sees committed data and cannot change any. */
    Handle reader() {
        return open(readers);
    }

    /** A connection that reads and waits for nobody. */
    Handle watcher() {
        return open(watchers);
    }

    /** A connection that writes whole files: a new database, or a copy of this one. */
    Handle copier() {
        return open(copiers);
    }

    /**
     * A connection that sees the file as it lies on disk: it takes no lock, makes no file beside it and changes nothing.
     */
    static Connection probe(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1&mode=ro");
    }

    private Handle open(Jdbi jdbi) {
        try {
            return jdbi.open();
        } catch (JdbiException failed) {
            throw Trouble.of(file, failed);
        }
    }

    private static Jdbi jdbi(String begin, org.jdbi.v3.core.ConnectionFactory factory) {
        Jdbi jdbi = Jdbi.create(factory).setTransactionHandler(new SqlTransactions(begin));
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        return jdbi;
    }

    private Connection writerConnection() throws SQLException {
        long eighth = (file.toFile().length() / 8) >> 10;
        SQLiteConfig config = config((int) Math.max(LEAST_WRITER_CACHE_KIB, Math.min(eighth, MOST_WRITER_CACHE_KIB)));
        config.setBusyTimeout(0);
        config.setSynchronous(SynchronousMode.FULL);
        config.setWalAutocheckpoint(CHECKPOINT_PAGES);
        config.setJournalSizeLimit(JOURNAL_BYTES);
        return connect(config, 0, "PRAGMA secure_delete = FAST");
    }

    private Connection readerConnection(int busyMillis) throws SQLException {
        SQLiteConfig config = config(READER_CACHE_KIB);
        config.setBusyTimeout(busyMillis);
        config.setWalAutocheckpoint(0);
        return connect(config, 0, "PRAGMA query_only = ON");
    }

    private Connection copierConnection() throws SQLException {
        SQLiteConfig config = config(READER_CACHE_KIB);
        config.setSynchronous(SynchronousMode.FULL);
        return connect(config, 1, "PRAGMA secure_delete = FAST");
    }

    private static SQLiteConfig config(int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setTempStore(TempStore.MEMORY);
        config.setCacheSize(-cacheKib);
        return config;
    }

    private Connection connect(SQLiteConfig config, int attached, String lastSetting) throws SQLException {
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            limit(connection.unwrap(SQLiteConnection.class), attached);
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
            statement.execute("PRAGMA mmap_size = 0");
            statement.execute(lastSetting);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    private static void limit(SQLiteConnection connection, int attached) throws SQLException {
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 1_000_000);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, 1_000);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, attached);
    }
}
