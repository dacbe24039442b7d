package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import org.autotrainer.adapters.cli.reading.ValueScan.Step;

/** How records stand in a file. */
enum Shape {
    /** One on each line. */
    LINES,
    /** As the elements of one array. */
    ARRAY,
    /** One after the other, each over several lines. */
    VALUES;

    /** The shape of the file; it is read until its first record is known, and no place is lost. */
    static Shape of(ByteWindow window) throws IOException {
        int first = 0;
        while (window.know(first + 1) && ValueScan.isBlank(window.bytes[window.from + first])) {
            first++;
        }
        if (!window.know(first + 1)) {
            return LINES;
        }
        return switch (window.bytes[window.from + first]) {
            case '[' -> ARRAY;
            case '{' -> lines(window, first);
            default -> LINES;
        };
    }

    /** An object that is still open where its line ends goes on below, unless the line was cut off within a text. */
    private static Shape lines(ByteWindow window, int first) throws IOException {
        ValueScan scan = new ValueScan();
        for (int at = first; at <= RecordSplitter.LONGEST && window.know(at + 1); at++) {
            byte b = window.bytes[window.from + at];
            if (b == '\n') {
                return scan.isInText() || !goesOn(window, at + 1) ? LINES : VALUES;
            }
            if (scan.step(b) == Step.LAST) {
                return LINES;
            }
        }
        return LINES;
    }

    /** Whether what follows on the next lines is the inside of the object, and not a record of its own. */
    private static boolean goesOn(ByteWindow window, int start) throws IOException {
        for (int at = start; window.know(at + 1); at++) {
            byte b = window.bytes[window.from + at];
            if (!ValueScan.isBlank(b)) {
                return b != '{';
            }
        }
        return false;
    }
}
