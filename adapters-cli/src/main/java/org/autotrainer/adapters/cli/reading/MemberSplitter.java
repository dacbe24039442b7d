package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** A record is the value of a member of the one object that is the file. */
final class MemberSplitter extends RecordSplitter {
    private final JsonCursor cursor;
    private String name = "";
    private boolean opened;
    private boolean ended;

    MemberSplitter(JsonCursor cursor) {
        super(cursor.window);
        this.cursor = cursor;
    }

    @Override
    boolean next() throws IOException {
        if (ended) {
            return false;
        }
        try {
            return member();
        } catch (InvalidValueException wrong) {
            ended = true;
            return wrong(wrong.getMessage() + UNREAD, cursor.line);
        }
    }

    /** The name of the member. */
    @Override
    String name() {
        return name;
    }

    @Override
    String place() {
        return name.isEmpty() ? "" : "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private boolean member() throws IOException {
        boolean first = !opened;
        if (first && !cursor.skip('{')) {
            throw new InvalidValueException("the file is no object");
        }
        opened = true;
        if (!cursor.skipBlanks()) {
            ended = true;
            return wrong("the file ends before its object does", cursor.line);
        }
        if (cursor.here() == '}') {
            ended = true;
            return false;
        }
        if (!first && !cursor.skip(',')) {
            throw new InvalidValueException("not JSON: a comma is missing between members");
        }
        name = cursor.name();
        cursor.skipBlanks();
        long line = cursor.line;
        int count = cursor.value(LONGEST);
        ended = cursor.isCut();
        if (count < 0) {
            return wrong("the record that begins here is longer than " + LONGEST / 1024 / 1024 + " MB", line);
        }
        int start = window.from;
        window.from += count;
        return found(start, start + count, line);
    }
}
