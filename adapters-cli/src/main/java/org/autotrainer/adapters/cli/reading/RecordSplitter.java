package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.util.Map;

/**
 * Splits a file into records and tells where each begins. After {@link #next} the record is either a piece of {@link
 * #bytes}, good until the next call, or a {@link #problem}.
 */
abstract class RecordSplitter {
    /** The longest record: 20 MB. */
    static final int LONGEST = 20 * 1024 * 1024;

    static final String UNREAD = "; what follows was not read";

    final ByteWindow window;
    long recordLine;
    int offset;
    int length;
    String problem = "";

    RecordSplitter(ByteWindow window) {
        this.window = window;
    }

    /** The splitter that fits what the file looks like. */
    static RecordSplitter of(ByteWindow window) throws IOException {
        return switch (Shape.of(window)) {
            case LINES -> new LineSplitter(window);
            case ARRAY -> new ValueSplitter(new JsonCursor(window), ValueSplitter.Values.ARRAY);
            case VALUES -> new ValueSplitter(new JsonCursor(window), ValueSplitter.Values.SEQUENCE);
        };
    }

    /** Goes to the next record; false when there is none. */
    abstract boolean next() throws IOException;

    /** The name of the record, where records have one; else empty. */
    String name() {
        return "";
    }

    /** Where the record stands, where lines do not tell; else empty. */
    String place() {
        return "";
    }

    /** What stands before all records. */
    Map<String, Object> head() {
        return Map.of();
    }

    /** The bytes that hold the record, from {@link #offset} on. */
    byte[] bytes() {
        return window.bytes;
    }

    boolean found(int start, int end, long atLine) {
        problem = "";
        recordLine = atLine;
        offset = start;
        length = end - start;
        return true;
    }

    boolean wrong(String reason, long atLine) {
        problem = reason;
        recordLine = atLine;
        length = 0;
        return true;
    }
}
