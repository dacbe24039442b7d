package org.autotrainer.adapters.cli.reading;

import java.io.IOException;

/** A record is an element of an array, or each of several values that stand one after the other. */
final class ValueSplitter extends RecordSplitter {
    /** How values stand. */
    enum Values {
        /** As the elements of the one array that is the file. */
        ARRAY,
        /** As the elements of an array that stands in something else, which is not read further. */
        INNER_ARRAY,
        /** One after the other. */
        SEQUENCE
    }

    private final JsonCursor cursor;
    private final Values values;
    private boolean opened;
    private long number = -1;
    private boolean shares;
    private boolean afterElement;
    private boolean ended;

    ValueSplitter(JsonCursor cursor, Values values) {
        super(cursor.window);
        this.cursor = cursor;
        this.values = values;
    }

    @Override
    boolean next() throws IOException {
        if (ended) {
            return false;
        }
        shares = false;
        boolean more = cursor.skipBlanks();
        boolean inArray = values != Values.SEQUENCE;
        if (inArray && !opened) {
            opened = true;
            window.from++;
            more = cursor.skipBlanks();
        }
        if (!more) {
            ended = true;
            return inArray && wrong("the file ends before its array does", cursor.line);
        }
        if (inArray) {
            if (cursor.here() == ']') {
                return end();
            }
            if (afterElement) {
                afterElement = false;
                if (cursor.here() != ',') {
                    return wrong("a comma is missing before this element", cursor.line);
                }
                window.from++;
                return next();
            }
            if (cursor.here() == ',') {
                window.from++;
                return wrong("an element is missing before this comma", cursor.line);
            }
        }
        return value();
    }

    private boolean end() throws IOException {
        window.from++;
        ended = true;
        return values == Values.ARRAY
                && cursor.skipBlanks()
                && wrong("there is something after the end of the array" + UNREAD, cursor.line);
    }

    /** Which element it is, where another one begins on the same line. */
    @Override
    String place() {
        return values == Values.ARRAY && shares ? "/" + number : "";
    }

    private boolean value() throws IOException {
        long first = cursor.line;
        shares = number >= 0 && first == recordLine;
        number++;
        int count = cursor.value(LONGEST);
        ended = cursor.isCut();
        afterElement = true;
        if (count < 0) {
            return wrong("the record that begins here is longer than " + LONGEST / 1024 / 1024 + " MB", first);
        }
        int start = window.from;
        window.from += count;
        return found(start, start + count, first);
    }
}
