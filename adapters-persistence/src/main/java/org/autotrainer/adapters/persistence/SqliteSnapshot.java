package org.autotrainer.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.journal.FactKind;

/** What the open transaction of a handle sees. Valid on the thread that made it, until it is ended. */
final class SqliteSnapshot implements Snapshot {
    /** Facts are handed out in parts of about so many bytes. */
    private static final long PART = 16L << 20;

    private static final int MOST_NUMBERS = 1_000;

    private final Statements statements;
    private final Thread owner = Thread.currentThread();
    private final Map<String, Long> numbers;
    private boolean ended;

    SqliteSnapshot(Statements statements) {
        this(statements, new HashMap<>());
    }

    /**
     * What a handle sees that only reads.
     *
     * @param numbers those of agents that it saw before
     */
    SqliteSnapshot(Statements statements, Map<String, Long> numbers) {
        this.statements = statements;
        this.numbers = numbers;
    }

    /** Makes every later use an error. */
    void end() {
        ended = true;
    }

    @Override
    public byte[] chanceKey() {
        return valid().query(JournalSql.CHANCE_KEY, statement -> {}, row -> row.getBytes(1));
    }

    @Override
    public List<String> agents(String after, int limit) {
        return valid().query(
                        JournalSql.AGENTS,
                        statement -> {
                            statement.setString(1, after);
                            statement.setInt(2, atLeastNone(limit));
                        },
                        rows -> {
                            List<String> names = new ArrayList<>();
                            while (rows.next()) {
                                names.add(rows.getString(1));
                            }
                            return names;
                        });
    }

    @Override
    public Head head(String agent) {
        long number = number(agent);
        return number == 0
                ? Head.none()
                : valid().query(
                                JournalSql.HEAD,
                                statement -> {
                                    statement.setLong(1, Place.of(number, 0));
                                    statement.setLong(2, Place.of(number, Place.HIGHEST));
                                },
                                row -> row.next()
                                        ? new Head(Place.position(row.getLong(1)), row.getBytes(2))
                                        : Head.none());
    }

    @Override
    public Map<String, Entry> newest(String agent, FactKind kind, Set<String> ids) {
        long number = number(agent);
        if (number == 0 || ids.isEmpty()) {
            return Map.of();
        }
        if (ids.size() == 1) {
            String id = ids.iterator().next();
            return valid().query(
                            JournalSql.NEWEST,
                            statement -> JournalSql.bindName(statement, number, kind, id),
                            rows -> newest(rows, ids));
        }
        return valid().query(
                        JournalSql.NEWEST_OF_MANY,
                        statement -> JournalSql.bindNames(statement, number, kind, ids),
                        rows -> newest(rows, ids));
    }

    private Map<String, Entry> newest(ResultSet rows, Set<String> ids) throws SQLException {
        Map<String, Entry> found = new HashMap<>();
        while (rows.next()) {
            if (ids.contains(JournalSql.id(rows))) {
                Entry entry = known(rows);
                found.merge(entry.id(), entry, Entry::newer);
            }
        }
        return found;
    }

    /** The highest revision of a fact; −1 when there is none. */
    int revision(String agent, FactKind kind, String id) {
        Entry newest = newest(agent, kind, Set.of(id)).get(id);
        return newest == null ? -1 : newest.revision();
    }

    @Override
    public List<Entry> entries(String agent, long after, int limit) {
        long number = number(agent);
        return number == 0 || after >= Place.HIGHEST
                ? List.of()
                : valid().query(
                                JournalSql.ENTRIES,
                                statement -> {
                                    statement.setLong(1, Place.of(number, after));
                                    statement.setLong(2, Place.of(number, Place.HIGHEST));
                                    statement.setInt(3, atLeastNone(limit));
                                },
                                rows -> facts(rows, PART));
    }

    @Override
    public List<Entry> rewrites(String agent) {
        long number = number(agent);
        return number == 0
                ? List.of()
                : valid().query(
                                JournalSql.REWRITES,
                                statement -> {
                                    statement.setLong(1, Place.of(number, 0));
                                    statement.setLong(2, Place.of(number, Place.HIGHEST));
                                },
                                rows -> facts(rows, Long.MAX_VALUE));
    }

    @Override
    public long checkpoint(String agent) {
        return valid().query(
                        JournalSql.AGENT,
                        statement -> statement.setString(1, agent),
                        row -> row.next() ? row.getLong(2) : 0L);
    }

    @Override
    public Optional<Row> row(String agent, Table table, String key) {
        TableSql sql = TableSql.of(table);
        return valid().query(
                        sql.row(),
                        statement -> sql.bindKey(statement, agent, key),
                        row -> row.next() ? Optional.of(sql.read(row)) : Optional.empty());
    }

    @Override
    public List<Row> rows(String agent, Table table, String after, int limit) {
        TableSql sql = TableSql.of(table);
        return valid().query(
                        sql.rows(),
                        statement -> {
                            statement.setString(1, agent);
                            statement.setString(2, after);
                            statement.setInt(3, atLeastNone(limit));
                        },
                        rows -> {
                            List<Row> found = new ArrayList<>();
                            while (rows.next()) {
                                found.add(sql.read(rows));
                            }
                            return found;
                        });
    }

    /** The number of an agent, which never changes; 0 when it is not known yet. */
    long number(String agent) {
        Long known = numbers.get(agent);
        if (known != null) {
            return known;
        }
        long number = valid().query(
                        JournalSql.AGENT,
                        statement -> statement.setString(1, agent),
                        row -> row.next() ? row.getLong(1) : 0L);
        if (number != 0) {
            if (numbers.size() == MOST_NUMBERS) {
                numbers.clear();
            }
            numbers.put(agent, number);
        }
        return number;
    }

    private Statements valid() {
        if (ended || Thread.currentThread() != owner) {
            throw new IllegalStateException("a snapshot or transaction is valid only within its work, on its thread");
        }
        return statements;
    }

    private List<Entry> facts(ResultSet rows, long part) throws SQLException {
        List<Entry> found = new ArrayList<>();
        long bytes = 0;
        while (bytes < part && rows.next()) {
            Entry entry = known(rows);
            bytes += entry.payload().length + entry.answer().length;
            found.add(entry);
        }
        return found;
    }

    private Entry known(ResultSet row) throws SQLException {
        try {
            return JournalSql.entry(row);
        } catch (IllegalArgumentException unknown) {
            throw Trouble.unusable(statements.file(), "cannot be read: " + unknown.getMessage());
        }
    }

    /** SQLite takes a negative limit for none. */
    private static int atLeastNone(int limit) {
        return Math.max(0, limit);
    }
}
