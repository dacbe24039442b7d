package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;

/**
 * What a database must hold, in versions: each one a script that follows the one before it.
 *
 * <p>A script that was released is never changed; the next change is a new script. Versions go forward only.
 */
final class Schema {
    /** Marks a file as ours: {@code ATrn} in ASCII. */
    static final int APPLICATION_ID = 0x4154726e;

    private static final List<String> RELEASED = List.of("schema-001.sql");

    private final List<String> scripts;

    /** A schema of the given scripts, the first of them version 1. */
    Schema(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** The schema of this release. */
    static Schema current() {
        return new Schema(released());
    }

    /** The scripts of all versions up to this release. */
    static List<String> released() {
        return RELEASED.stream().map(Schema::resource).toList();
    }

    int version() {
        return scripts.size();
    }

    /** Makes the newest version in an empty database, as one transaction. */
    void create(Handle handle) throws SQLException {
        handle.useTransaction(transaction -> {
            for (int version = 0; version < version(); version++) {
                step(transaction, version);
            }
            execute(transaction.getConnection(), "PRAGMA application_id = " + APPLICATION_ID);
        });
    }

    /** Brings an older database up to the newest version, one transaction a version. */
    void migrate(Handle handle) throws SQLException {
        boolean done = false;
        while (!done) {
            done = handle.inTransaction(transaction -> {
                int found = version(transaction.getConnection());
                if (found < version()) {
                    step(transaction, found);
                }
                return found + 1 >= version();
            });
        }
    }

    /** The version that a database says it has. */
    static int version(Connection connection) throws SQLException {
        return pragma(connection, "PRAGMA user_version");
    }

    /** The application that a database says it belongs to. */
    static int application(Connection connection) throws SQLException {
        return pragma(connection, "PRAGMA application_id");
    }

    /** The tables, indexes and views of a database by type and name, each with the SQL that made it. */
    static Map<String, String> objects(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT type || ' ' || name, coalesce(sql, '')
                        FROM sqlite_schema
                        WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                        """)) {
            Map<String, String> objects = new TreeMap<>();
            while (rows.next()) {
                objects.put(rows.getString(1), rows.getString(2));
            }
            return objects;
        }
    }

    /** The objects that a database of a version has. */
    Map<String, String> expected(int version) throws SQLException {
        try (Connection memory = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            for (String script : scripts.subList(0, version)) {
                execute(memory, script);
            }
            return objects(memory);
        }
    }

    private void step(Handle transaction, int from) throws SQLException {
        execute(transaction.getConnection(), scripts.get(from));
        execute(transaction.getConnection(), "PRAGMA user_version = " + (from + 1));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int pragma(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program cannot be read: " + name, unreadable);
        }
    }
}
