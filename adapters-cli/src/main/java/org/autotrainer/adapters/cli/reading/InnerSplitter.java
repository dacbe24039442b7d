package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.cli.reading.ValueSplitter.Values;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * A record is an element of an array deep in the one object that is the file. What stands before the array is kept as the
 * head, but for members that are large.
 */
final class InnerSplitter extends RecordSplitter {
    private static final int LARGEST = 1024 * 1024;
    private static final int LARGEST_HEAD = 4 * LARGEST;

    private final JsonCursor cursor;
    private final List<String> way;
    private final String pointer;
    private final Map<String, Object> head = new LinkedHashMap<>();
    private final ValueSplitter elements;
    private int headBytes;
    private long count;
    private boolean arrived;
    private boolean lost;

    /** A splitter for the array at a pointer of member names. */
    InnerSplitter(JsonCursor cursor, String pointer) {
        super(cursor.window);
        this.cursor = cursor;
        this.pointer = pointer;
        this.way = List.of(pointer.substring(1).split("/", -1));
        this.elements = new ValueSplitter(cursor, Values.INNER_ARRAY);
    }

    @Override
    boolean next() throws IOException {
        if (lost) {
            return false;
        }
        if (!arrived) {
            arrived = true;
            try {
                descend();
            } catch (InvalidValueException wrong) {
                lost = true;
                return wrong(String.valueOf(wrong.getMessage()), cursor.line);
            }
        }
        boolean more = elements.next();
        problem = elements.problem;
        recordLine = elements.recordLine;
        offset = elements.offset;
        length = elements.length;
        count++;
        return more;
    }

    /** Where the record stands. */
    @Override
    String place() {
        return count == 0 ? "" : pointer + "/" + (count - 1);
    }

    @Override
    Map<String, Object> head() {
        return head;
    }

    private void descend() throws IOException {
        Map<String, Object> here = head;
        for (int depth = 0; depth < way.size(); depth++) {
            if (!cursor.skip('{')) {
                throw new InvalidValueException("there is no object that holds " + pointer);
            }
            member(way.get(depth), here);
            if (depth < way.size() - 1) {
                Map<String, Object> inner = new LinkedHashMap<>();
                here.put(way.get(depth), inner);
                here = inner;
            }
        }
        if (!cursor.skipBlanks() || cursor.here() != '[') {
            throw new InvalidValueException(pointer + " is no list");
        }
    }

    /** Goes to the value of a member, and keeps those before it. */
    private void member(String wanted, Map<String, Object> before) throws IOException {
        for (boolean first = true; ; first = false) {
            if (!cursor.skipBlanks()) {
                throw new InvalidValueException("the file ends before " + pointer);
            }
            if (cursor.here() == '}') {
                throw new InvalidValueException("there is no " + pointer + ", so there is nothing to read");
            }
            if (!first && !cursor.skip(',')) {
                throw new InvalidValueException("not JSON: a comma is missing between members");
            }
            String name = cursor.name();
            if (name.equals(wanted)) {
                return;
            }
            keep(name, before);
        }
    }

    private void keep(String name, Map<String, Object> members) throws IOException {
        cursor.skipBlanks();
        int size = cursor.value(Math.min(LARGEST, LARGEST_HEAD - headBytes));
        if (size < 0) {
            return;
        }
        Piece piece = new Piece(new Utf8().decode(window.bytes, window.from, size), cursor.line);
        window.from += size;
        headBytes += size;
        members.put(name, StrictJson.value(piece));
    }
}
