package org.autotrainer.adapters.cli;

/** What the command tells whoever started it. */
public final class ExitCode {
    /** All was done. */
    public static final int OK = 0;
    /** Something could not be done. */
    public static final int FAILED = 1;
    /** The command was not written as it must be: nothing was done. */
    public static final int USAGE = 2;
    /** The disk is full or fails. */
    public static final int DISK = 74;

    private ExitCode() {}
}
