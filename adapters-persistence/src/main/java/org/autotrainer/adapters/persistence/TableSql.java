package org.autotrainer.adapters.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.evaluation.Identity;

/**
 * The statements of one table of the checkpoint, made once of the names that the port declares.
 *
 * @param put puts a row in the place of the one with the same key
 * @param row finds the row of a key
 * @param rows lists rows in the table's order
 * @param clear removes the rows of an agent
 */
record TableSql(Table table, String put, String row, String rows, String clear) {
    private static final Map<Table, TableSql> DECLARED = new ConcurrentHashMap<>();

    static TableSql of(Table table) {
        return DECLARED.computeIfAbsent(table, TableSql::declared);
    }

    private static TableSql declared(Table table) {
        List<String> names = table.columns().stream().map(Table.Column::name).toList();
        String key = names.get(0);
        String order = names.get(table.order());
        String columns = String.join(", ", names);
        String select = "SELECT " + columns + " FROM " + table.word() + " WHERE agent = ?1 AND ";
        return new TableSql(
                table,
                order.equals(key) ? putByKey(table, names) : putByHash(table, names),
                select + (order.equals(key) ? key + " = ?2" : isKey(key, 3)),
                select + order + " > ?2 ORDER BY " + order + " LIMIT ?3",
                "DELETE FROM " + table.word() + " WHERE agent = ?1");
    }

    private static String putByKey(Table table, List<String> names) {
        return "INSERT INTO " + table.word() + " (agent, " + String.join(", ", names) + ") VALUES (?1"
                + parameters(names) + ") ON CONFLICT (agent, " + names.get(0) + ") DO UPDATE SET " + changes(names);
    }

    /**
     * A table that is not listed by its key has a hash of the key in an index; see the schema. An update in place of a
     * replacement, since that makes SQLite expect a conflict with each row.
     */
    private static String putByHash(Table table, List<String> names) {
        int hash = names.size() + 2;
        return "INSERT INTO " + table.word() + " (rowid, agent, " + String.join(", ", names) + ", " + names.get(0)
                + "_hash) VALUES ((SELECT rowid FROM " + table.word() + " WHERE agent = ?1 AND "
                + isKey(names.get(0), hash) + "), ?1" + parameters(names) + ", ?" + hash
                + ") ON CONFLICT (rowid) DO UPDATE SET " + changes(names);
    }

    private static String changes(List<String> names) {
        return names.stream().skip(1).map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
    }

    private static String isKey(String key, int hash) {
        return key + " = ?2 AND " + key + "_hash = ?" + hash;
    }

    private static String parameters(List<String> names) {
        return IntStream.range(0, names.size()).mapToObj(i -> ", ?" + (i + 2)).collect(Collectors.joining());
    }

    void bind(PreparedStatement statement, String agent, Row row) throws SQLException {
        statement.setString(1, agent);
        for (int i = 0; i < table.columns().size(); i++) {
            int parameter = i + 2;
            switch (table.columns().get(i).type()) {
                case TEXT -> statement.setString(parameter, row.text(i));
                case WHOLE -> statement.setLong(parameter, row.whole(i));
                case REAL -> statement.setDouble(parameter, (Double) row.value(i));
                case BYTES -> statement.setBytes(parameter, row.bytes(i));
            }
        }
        if (hasHash()) {
            statement.setInt(table.columns().size() + 2, hash(agent, row.key()));
        }
    }

    void bindKey(PreparedStatement statement, String agent, String key) throws SQLException {
        statement.setString(1, agent);
        statement.setString(2, key);
        if (hasHash()) {
            statement.setInt(3, hash(agent, key));
        }
    }

    private boolean hasHash() {
        return table.order() != 0;
    }

    /** Too wide for many keys of one hash to be made on purpose, narrow enough to keep the index small. */
    static int hash(String agent, String key) {
        return (int) Identity.of(agent).text(key).hash();
    }

    Row read(ResultSet rows) throws SQLException {
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (table.columns().get(i).type()) {
                case TEXT -> rows.getString(i + 1);
                case WHOLE -> rows.getLong(i + 1);
                case REAL -> rows.getDouble(i + 1);
                case BYTES -> rows.getBytes(i + 1);
            };
        }
        return Row.of(table, values);
    }
}
