package org.autotrainer.application.port;

import java.util.Arrays;
import java.util.List;

/**
 * A row of a checkpoint's table: one value for each of its columns. Immutable; byte arrays must not be changed.
 */
public final class Row {
    private final Table table;
    private final Object[] values;

    private Row(Table table, Object[] values) {
        this.table = table;
        this.values = values;
    }

    /**
     * A row with the given values, in the order of the table's columns.
     *
     * @throws IllegalArgumentException if there are too few or too many, or one is not of its column's type
     */
    public static Row of(Table table, Object... values) {
        List<Table.Column> columns = table.columns();
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    table.word() + " has " + columns.size() + " columns, given were " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            Table.Type type = columns.get(i).type();
            boolean fits = switch (type) {
                case TEXT -> values[i] instanceof String;
                case WHOLE -> values[i] instanceof Long;
                case REAL -> values[i] instanceof Double;
                case BYTES -> values[i] instanceof byte[];
            };
            if (!fits) {
                throw new IllegalArgumentException(table.word() + "."
                        + columns.get(i).name() + " takes a value of type " + type + ", given was " + values[i]);
            }
        }
        return new Row(table, values.clone());
    }

    /** Whose row it is. */
    public Table table() {
        return table;
    }

    /** The value of the key column. */
    public String key() {
        return text(0);
    }

    /** The value of the order column. */
    public String order() {
        return text(table.order());
    }

    /** The value of any column. */
    public Object value(int column) {
        return values[column];
    }

    /** The value of a column that holds text. */
    public String text(int column) {
        return (String) values[column];
    }

    /** The value of a column that holds a whole number. */
    public long whole(int column) {
        return (Long) values[column];
    }

    /** The value of a column that holds bytes. */
    public byte[] bytes(int column) {
        return (byte[]) values[column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && table == row.table && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return table.word() + Arrays.deepToString(values);
    }
}
