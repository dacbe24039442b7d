package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import org.autotrainer.adapters.cli.reading.ValueScan.Step;

/** A record is an element of the file's one array, or each of several values that stand one after the other. */
final class ValueSplitter extends RecordSplitter {
    private final boolean inArray;
    private boolean opened;
    private boolean afterElement;
    private boolean ended;

    ValueSplitter(ByteWindow window, boolean inArray) {
        super(window);
        this.inArray = inArray;
    }

    @Override
    boolean next() throws IOException {
        if (ended) {
            return false;
        }
        boolean more = skipBlanks();
        if (inArray && !opened) {
            opened = true;
            window.from++;
            more = skipBlanks();
        }
        if (!more) {
            ended = true;
            return inArray && wrong("the file ends before its array does", line);
        }
        if (inArray) {
            if (here() == ']') {
                return end();
            }
            if (afterElement) {
                afterElement = false;
                if (here() != ',') {
                    return wrong("a comma is missing before this element", line);
                }
                window.from++;
                return next();
            }
            if (here() == ',') {
                window.from++;
                return wrong("an element is missing before this comma", line);
            }
        }
        return value();
    }

    private boolean end() throws IOException {
        window.from++;
        ended = true;
        return skipBlanks() && wrong("there is something after the end of the array" + UNREAD, line);
    }

    private boolean value() throws IOException {
        ValueScan scan = new ValueScan();
        long first = line;
        for (int scanned = 0; ; scanned++) {
            if (scanned > LONGEST) {
                ended = true;
                return wrong(
                        "the record that begins here is longer than " + LONGEST / 1024 / 1024 + " MB" + UNREAD, first);
            }
            if (scanned == window.known() && !window.more()) {
                ended = true;
                return record(scanned, first);
            }
            byte b = window.bytes[window.from + scanned];
            Step step = scan.step(b);
            if (step == Step.BEHIND) {
                return record(scanned, first);
            }
            if (b == '\n') {
                line++;
            }
            if (step == Step.LAST) {
                return record(scanned + 1, first);
            }
        }
    }

    private boolean record(int count, long first) {
        int start = window.from;
        window.from += count;
        afterElement = true;
        return found(start, start + count, first);
    }

    private byte here() {
        return window.bytes[window.from];
    }

    private boolean skipBlanks() throws IOException {
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
}
