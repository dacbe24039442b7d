package org.autotrainer.adapters.cli.reading;

import java.nio.CharBuffer;

/**
 * The text of one record.
 *
 * @param text good until the next record is read
 * @param line the line of the file on which it begins
 */
record Piece(CharBuffer text, long line) {
    static Piece of(String text) {
        return new Piece(CharBuffer.wrap(text.toCharArray()), 1);
    }

    int length() {
        return text.length();
    }

    /** A few characters from a place on. */
    String near(int offset, int count) {
        return text.subSequence(offset, Math.min(length(), offset + count))
                .toString()
                .strip();
    }
}
