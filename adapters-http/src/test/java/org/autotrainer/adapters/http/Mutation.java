package org.autotrainer.adapters.http;

import java.nio.charset.StandardCharsets;

/**
 * A request that was spoiled.
 *
 * @param kind how
 * @param ends what must come of it
 * @param toHead whether its answer has no body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mutation(String kind, byte[] bytes, Ends ends, boolean toHead) {
    /** What must come of a request. */
    enum Ends {
        /** One answer, and a request behind it gets its own unless the connection is said to close. */
        ANSWERED,
        /** At most one answer: where the next request begins cannot be known. */
        CLOSED,
        /** At most one answer, once it is said that nothing more comes. */
        CUT,
        /** At most one answer, although the client waits. */
        STALLED
    }

    /** Its beginning, for people. */
    String excerpt() {
        String text = new String(bytes, 0, Math.min(bytes.length, 600), StandardCharsets.ISO_8859_1);
        return text.replace("\r", "\\r").replace("\n", "\\n\n").replace("\0", "\\0");
    }
}
