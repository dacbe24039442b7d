package org.autotrainer.adapters.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines up to a length; of a longer one no more than that is ever held. Not thread-safe. */
final class McpLines {
    private final InputStream in;
    private final int limit;

    McpLines(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limit = limit;
    }

    /**
     * A line without its end.
     *
     * @param tooLong whether it goes on behind the limit; then there are no bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] bytes, boolean tooLong) {
        boolean isBlank() {
            for (byte letter : bytes) {
                if (letter != ' ' && letter != '\t' && letter != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** The next line, with or without an end; nothing at the end of all. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean begun = false;
        boolean tooLong = false;
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            if (letter == '\n') {
                return Optional.of(new Line(line.toByteArray(), tooLong));
            }
            begun = true;
            if (line.size() == limit) {
                tooLong = true;
                line = new ByteArrayOutputStream();
            }
            if (!tooLong) {
                line.write(letter);
            }
        }
        return begun ? Optional.of(new Line(line.toByteArray(), tooLong)) : Optional.empty();
    }
}
