package org.autotrainer.domain.memory;

import java.util.List;

/**
 * A place of the short-term memory, as a store keeps it.
 *
 * @param name the place; a later thing may take it over
 * @param about what it holds, where bytes do not say it
 * @param body what it holds; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, to be written or read
public record Slot(String name, String about, byte[] body) {
    static final byte[] NOTHING = {};

    /** The number of a place in its ring. */
    static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf(':') + 1));
    }

    /** The lines of what it is about. */
    List<String> lines() {
        return about.lines().toList();
    }
}
