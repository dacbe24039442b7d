package org.autotrainer.application.problem;

/** What kind of thing went wrong: every face answers each kind in its own way. */
public enum Problem {
    /** The request is not valid: nothing was done. */
    INVALID,
    /** What was asked for does not exist. */
    NOT_FOUND,
    /** It contradicts what is recorded already. */
    CONFLICT,
    /** Whoever asks may not have it: it belongs to another agent than theirs. */
    FORBIDDEN,
    /** What it is about was changed since the caller has read it: nothing was done. */
    STALE,
    /** The store is busy with others; the same request may succeed later. */
    BUSY,
    /** The store cannot be opened: missing, damaged, of another application or of a newer version. */
    STORE_UNUSABLE,
    /** The disk is full or cannot be written; nothing acknowledged was lost. */
    STORAGE_FULL
}
