package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The statements of one handle, prepared when they are first used and kept until it is closed. Not thread-safe.
 */
final class Statements {
    private final Path file;
    private final Handle handle;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
    }

    /** Gives a statement its values. */
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads the rows that a statement found. */
    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    Path file() {
        return file;
    }

    <T> T query(String sql, Binding binding, Reading<T> reading) {
        try {
            PreparedStatement statement = prepare(sql);
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException failed) {
            throw Trouble.of(file, failed);
        }
    }

    int update(String sql, Binding binding) {
        try {
            PreparedStatement statement = prepare(sql);
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw Trouble.of(file, failed);
        }
    }

    /** Notes a change that {@link #flush} will make: five times as fast as making each at once. */
    void add(String sql, Binding binding) {
        try {
            PreparedStatement statement = prepare(sql);
            binding.bind(statement);
            statement.addBatch();
        } catch (SQLException failed) {
            throw Trouble.of(file, failed);
        }
    }

    /** Makes the changes that were noted for a statement. */
    void flush(String sql) {
        try {
            prepare(sql).executeBatch();
        } catch (SQLException failed) {
            throw Trouble.of(file, failed);
        }
    }

    /** Forgets all changes that were noted and not made. */
    void clear() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.clearBatch();
            }
        } catch (SQLException failed) {
            throw Trouble.of(file, failed);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = handle.getConnection().prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }
}
