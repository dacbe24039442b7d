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
            text("critics"),
            text("strangers"),
            text("contexts"),
            text("keys"),
            text("first_seen"),
            text("last_seen")),
    /** One row a heuristic of which more is known than that it was suggested: what outcomes say of it. */
    EVIDENCE(
            0,
            text("id"),
            text("status"),
            whole("shown"),
            whole("withheld"),
            real("believed"),
            real("variance"),
            bytes("numbers"),
            text("tags"),
            text("critics"),
            text("story")),
    /** One row another wording of a heuristic. */
    MEMBERS(0, text("id"), text("heuristic"), text("text")),
    /** One row a part of what was learned from outcomes besides heuristics. */
    PARTS(0, text("name"), text("about"), bytes("numbers")),
    /** One row a place of the short-term memory: receipts that wait for an answer, and attempts that were judged. */
    SLOTS(0, text("name"), text("about"), bytes("body")),
    /** One row a key, with the text that stands under it, ordered by the place where it was last set. */
    KEYS(1, text("key"), text("place"), text("text"), text("heuristic"), text("source_task_id"), text("reason")),
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

    private static Column real(String name) {
        return new Column(name, Type.REAL);
    }

    private static Column bytes(String name) {
        return new Column(name, Type.BYTES);
    }
}
