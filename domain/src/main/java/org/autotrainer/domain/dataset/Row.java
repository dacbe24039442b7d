package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;

/**
 * A row of a data set.
 *
 * @param columns texts, whole numbers, doubles, booleans, nulls, lists and objects; the order of the keys is fixed
 * @param mends what the format had to change; empty when nothing
 */
public record Row(Map<String, Object> columns, List<Finding> mends) {
    /** Keeps a copy of the list. */
    public Row {
        mends = List.copyOf(mends);
    }

    /** A row in which nothing had to be changed. */
    public static Checked<Row> of(Map<String, Object> columns) {
        return of(columns, List.of());
    }

    /** A row in which the format changed something. */
    public static Checked<Row> of(Map<String, Object> columns, List<Finding> mends) {
        return new Checked.Accepted<>(new Row(columns, mends));
    }
}
