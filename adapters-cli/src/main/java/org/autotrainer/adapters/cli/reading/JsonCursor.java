package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.autotrainer.adapters.cli.reading.ValueScan.Step;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Walks over the JSON in a window, value by value, and counts lines. */
final class JsonCursor {
    private static final int LONGEST_NAME = 10_000;

    final ByteWindow window;
    long line = 1;
    private boolean cut;

    JsonCursor(ByteWindow window) {
        this.window = window;
    }

    /** Goes to the next byte that is not blank; false at the end of the file. */
    boolean skipBlanks() throws IOException {
        while (window.know(1)) {
            byte b = here();
            if (!ValueScan.isBlank(b)) {
                return true;
            }
            line += b == '\n' ? 1 : 0;
            window.from++;
        }
        return false;
    }

    byte here() {
        return window.bytes[window.from];
    }

    /** Steps over a mark behind blanks; false if something else is there. */
    boolean skip(char mark) throws IOException {
        if (!skipBlanks() || here() != mark) {
            return false;
        }
        window.from++;
        return true;
    }

    /**
     * The name of a member with the colon behind it.
     *
     * @throws InvalidValueException if none is here
     */
    String name() throws IOException {
        if (!skipBlanks() || here() != '"') {
            throw new InvalidValueException("not JSON: the name of a member is missing");
        }
        int count = value(LONGEST_NAME);
        if (count < 0) {
            throw new InvalidValueException("it holds a name that is too long");
        }
        String text = new String(window.bytes, window.from, count, StandardCharsets.UTF_8);
        window.from += count;
        if (!(StrictJson.value(text) instanceof String name) || !skip(':')) {
            throw new InvalidValueException("not JSON: a colon is missing behind a name");
        }
        return name;
    }

    /**
     * Makes the window hold the whole value that begins here and stays in front of it.
     *
     * @return the number of its bytes, or −1 if it has more than the limit: it is passed over then, and nothing of it kept
     */
    int value(int limit) throws IOException {
        ValueScan scan = new ValueScan();
        boolean tooLong = false;
        for (int scanned = 0; ; scanned++) {
            if (scanned > limit) {
                tooLong = true;
                window.from += scanned;
                scanned = 0;
            }
            if (scanned == window.known() && !window.more()) {
                cut = true;
                return end(scanned, tooLong);
            }
            if (scan.isPlain()) {
                scanned = plain(scanned, limit);
            }
            byte b = window.bytes[window.from + scanned];
            Step step = scan.step(b);
            if (step == Step.BEHIND) {
                return end(scanned, tooLong);
            }
            if (b == '\n') {
                line++;
            }
            if (step == Step.LAST) {
                return end(scanned + 1, tooLong);
            }
        }
    }

    /** Passes over what neither ends a text nor changes its meaning; the last byte that is known is left for a closer look. */
    private int plain(int scanned, int limit) {
        int at = window.from + scanned;
        int end = Math.min(window.to - 1, window.from + limit);
        while (at < end && window.bytes[at] != '"' && window.bytes[at] != '\\' && window.bytes[at] != '\n') {
            at++;
        }
        return at - window.from;
    }

    /** Whether the file ended within a value. */
    boolean isCut() {
        return cut;
    }

    private int end(int count, boolean tooLong) {
        if (!tooLong) {
            return count;
        }
        window.from += count;
        return -1;
    }
}
