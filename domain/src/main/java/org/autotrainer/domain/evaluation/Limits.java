package org.autotrainer.domain.evaluation;

/**
 * The largest sizes that are accepted; lengths of text are counted in code points.
 *
 * <p>Everything has a limit, so that one record can never stop a store, a server or a reader.
 */
public final class Limits {
    /** An agent's name: 1 to 200 code points. */
    public static final int AGENT = 200;
    /** A task's id: up to 200 code points. */
    public static final int TASK_ID = 200;
    /** Any other id or name (evaluation, run, critic, model, receipt, tool): up to 200 code points. */
    public static final int NAME = 200;
    /** One suggestion, and so one heuristic: up to 2,000 code points. */
    public static final int SUGGESTION = 2_000;
    /** Suggestions in one evaluation. */
    public static final int SUGGESTIONS = 200;
    /** The text of a context. */
    public static final int CONTEXT = 20_000;
    /** One tag. */
    public static final int TAG = 100;
    /** Tags in one context or at one suggestion. */
    public static final int TAGS = 50;
    /** Strategy parameters in one evaluation. */
    public static final int PARAMETERS = 200;
    /** Marks in one evaluation. */
    public static final int MARKS = 500;
    /** Messages in one conversation. */
    public static final int MESSAGES = 10_000;
    /** Tools in one conversation. */
    public static final int TOOLS = 1_000;
    /** Tool calls in one conversation. */
    public static final int TOOL_CALLS = 10_000;
    /** All texts of one conversation together, arguments and descriptions of tools included (16 Mi code points). */
    public static final int CONVERSATION = 16 * 1024 * 1024;
    /** All texts of one free-form object such as the metadata together, names included (1 Mi code points). */
    public static final int FREE_FORM = 1024 * 1024;
    /** Values in one free-form object, those within its lists and objects included. */
    public static final int FREE_FORM_VALUES = 100_000;
    /** How many levels of objects and lists a free-form object may have, itself included. */
    public static final int DEPTH = 32;
    /** The highest attempt, and the highest revision. */
    public static final int COUNT = 1_000_000_000;

    private Limits() {}
}
