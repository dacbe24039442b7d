package org.autotrainer.application;

import java.util.List;
import java.util.function.Consumer;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** How long lists are given out: in pages of 1 to 500, each with the {@link Cursor} of the next. */
final class Paging {
    static final int MAX = 500;

    private Paging() {}

    static void check(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new InvalidValueException("limit is " + limit + "; allowed are 1 to " + MAX);
        }
    }

    static void eachRow(Snapshot snapshot, String agent, Table table, Consumer<Row> action) {
        String after = "";
        for (List<Row> page = snapshot.rows(agent, table, after, MAX);
                !page.isEmpty();
                page = snapshot.rows(agent, table, after, MAX)) {
            page.forEach(action);
            after = page.get(page.size() - 1).order();
        }
    }
}
