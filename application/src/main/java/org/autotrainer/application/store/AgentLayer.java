package org.autotrainer.application.store;

import static org.autotrainer.application.port.CodePointOrder.BY_CODE_POINT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.journal.FactKind;

/** What one layer adds for one agent: facts after those below it, and rows in the place of those below it. */
final class AgentLayer {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Name, Entry> newest = new HashMap<>();
    private final Map<Table, Rows> tables = new EnumMap<>(Table.class);
    private long checkpoint;
    private boolean anew;

    private static final Rows NO_ROWS = new Rows();

    private record Name(FactKind kind, String id) {}

    /** The rows of one table, by key and by order. */
    static final class Rows {
        private final Map<String, Row> byKey = new HashMap<>();
        private final NavigableMap<String, Row> byOrder = new TreeMap<>(BY_CODE_POINT);

        void put(Row row) {
            Row old = byKey.put(row.key(), row);
            if (old != null) {
                byOrder.remove(old.order());
            }
            byOrder.put(row.order(), row);
        }

        Optional<Row> row(String key) {
            return Optional.ofNullable(byKey.get(key));
        }

        Iterable<Row> after(String order) {
            return order.isEmpty()
                    ? byOrder.values()
                    : byOrder.tailMap(order, false).values();
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> newest(FactKind kind, String id) {
        return Optional.ofNullable(newest.get(new Name(kind, id)));
    }

    void append(Entry entry) {
        entries.add(entry);
        newest.merge(new Name(entry.kind(), entry.id()), entry, Entry::newer);
    }

    /** Where the checkpoint stands, if this layer has moved it. */
    Optional<Long> checkpoint() {
        return checkpoint == 0 && !anew ? Optional.empty() : Optional.of(checkpoint);
    }

    /** Whether the rows below this layer are gone. */
    boolean isAnew() {
        return anew;
    }

    /** The rows of a table, to be read only. */
    Rows rows(Table table) {
        return tables.getOrDefault(table, NO_ROWS);
    }

    void checkpoint(long position, boolean startAnew, Iterable<Row> rows) {
        if (startAnew) {
            tables.clear();
            anew = true;
        }
        checkpoint = position;
        rows.forEach(this::put);
    }

    void mergeInto(AgentLayer below) {
        entries.forEach(below::append);
        checkpoint().ifPresent(position -> {
            below.checkpoint(position, anew, List.of());
            tables.values().forEach(rows -> rows.after("").forEach(below::put));
        });
    }

    private void put(Row row) {
        tables.computeIfAbsent(row.table(), any -> new Rows()).put(row);
    }
}
