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
    /** Characters of all texts of one conversation together (16 MiB). */
    public static final int CONVERSATION = 16 * 1024 * 1024;
    /** Characters of all texts of one free-form object such as the metadata (1 MiB). */
    public static final int FREE_FORM = 1024 * 1024;
    /** How deep a free-form object may nest. */
    public static final int DEPTH = 32;
    /** The highest attempt, and the highest revision. */
    public static final int COUNT = 1_000_000_000;

    private Limits() {}
}
