package org.autotrainer.adapters.cli;

/** An id as tables show it: its beginning, which commands take for the whole. */
final class ShortId {
    private static final int LENGTH = 12;

    private ShortId() {}

    static String of(String id) {
        return id.length() <= LENGTH ? id : id.substring(0, LENGTH);
    }
}
