package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.Source;

/**
 * Writes the store that every later version must open: run it once with the file's name when a schema is released.
 *
 * <p>A fixture that was released is never written again.
 */
final class Fixture {
    static final String OTHER = "測試 😀";
    static final int FACTS = 20;

    private Fixture() {}

    public static void main(String[] arguments) {
        try (Store store = Facts.open(Path.of(arguments[0]))) {
            store.write(Set.of(Facts.AGENT, OTHER), transaction -> {
                for (int i = 0; i < FACTS; i++) {
                    Facts.append(transaction, "fact " + i);
                }
                List<Row> rows = new ArrayList<>();
                for (Table table : Table.values()) {
                    rows.addAll(rows(table));
                }
                transaction.checkpoint(Facts.AGENT, FACTS, false, rows);
                Entry first = lesson(Head.none(), 0);
                Entry corrected = lesson(first.head(), 1);
                transaction.append(OTHER, first);
                transaction.append(OTHER, corrected);
                return transaction;
            });
        }
    }

    /** Three rows of a table, with something in every column. */
    static List<Row> rows(Table table) {
        return IntStream.range(0, 3)
                .mapToObj(row -> Row.of(
                        table,
                        IntStream.range(0, table.columns().size())
                                .mapToObj(column ->
                                        value(table.columns().get(column).type(), row, column))
                                .toArray()))
                .toList();
    }

    private static Object value(Table.Type type, int row, int column) {
        return switch (type) {
            case TEXT -> row + " text 😀 " + column;
            case WHOLE -> Long.valueOf(row - column);
            case REAL -> row + column / 8.0;
            case BYTES -> new byte[] {(byte) row, 0, (byte) -column};
        };
    }

    private static Entry lesson(Head head, int revision) {
        LessonKept fact = new LessonKept(
                Evaluation.of(OTHER, "task")
                        .id("lesson")
                        .revision(revision)
                        .suggest("Advice " + revision)
                        .build(),
                Source.LOCAL);
        return Entry.next(head, fact, revision > 0, Facts.NOW, new byte[0]);
    }
}
