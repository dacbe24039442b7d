package org.autotrainer.application.port;

import java.util.List;
import java.util.Locale;

/**
 * The tables of a checkpoint: what was learned, readable with any tool.
 *
 * <p>Each row belongs to an agent. The first column is the key, unique within agent and table; the order column, unique
 * too, is the key unless said otherwise. A store gives each table the columns that stand here, and the agent before them.
 */
public enum Table {
    /** One row a heuristic; lists of tasks, critics, contexts and keys are packed, a line each. */
    HEURISTICS(
            0,
            text("id"),
            text("text"),
            whole("support"),
            bytes("tasks"),
            whole("suggested"),
            whole("shown"),
            text("critics"),
            text("contexts"),
            text("keys"),
            text("first_seen"),
            text("last_seen")),
    /** One row a key, with the text that stands under it. */
    KEYS(0, text("key"), text("text"), text("heuristic"), text("source_task_id"), text("reason"), whole("position")),
    /** One row a training suggestion that was not applied at once, ordered by the place where it was last made. */
    SUGGESTIONS(
            1,
            text("id"),
            text("place"),
            text("kind"),
            text("key"),
            text("source_task_id"),
            text("reason"),
            bytes("suggestion")),
    /** One row a decision of a person. */
    DECISIONS(0, text("id"), text("decision")),
    /** One row a setting that was ever set. */
    SETTINGS(0, text("name"), text("value")),
    /** The newest lessons, oldest first. */
    LESSONS(0, text("slot"), whole("position"), text("task_id"), whole("advice"), text("first"), text("second"));

    /** What a column holds. */
    public enum Type {
        /** A {@link String}. */
        TEXT,
        /** A {@link Long}. */
        WHOLE,
        /** A {@link Double}, finite; a negative zero may come back as zero. */
        REAL,
        /** A {@code byte[]}. */
        BYTES
    }

    /**
     * A column; its value is never null.
     *
     * @param name its name
     * @param type what it holds
     */
    public record Column(String name, Type type) {}

    private final int order;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Column> columns;

    Table(int order, Column... columns) {
        this.order = order;
        this.columns = List.of(columns);
    }

    /** The columns in order; the first is the key. */
    public List<Column> columns() {
        return columns;
    }

    /** The index of the column by which rows are ordered; it holds text. */
    public int order() {
        return order;
    }

    /** The table's name in a store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    private static Column whole(String name) {
        return new Column(name, Type.WHOLE);
    }

    private static Column bytes(String name) {
        return new Column(name, Type.BYTES);
    }
}
