package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.util.Map;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Records that are lines of a text, those that are blank left out. */
final class LineRecords implements Records {
    private final LineSplitter splitter;
    private final Utf8 utf8 = new Utf8();

    LineRecords(ByteWindow window) {
        splitter = new LineSplitter(window);
    }

    @Override
    public boolean next() throws IOException {
        return splitter.next();
    }

    @Override
    public long line() {
        return splitter.recordLine;
    }

    @Override
    public int length() {
        return splitter.length;
    }

    @Override
    public Map<String, Object> record() {
        if (!splitter.problem.isEmpty()) {
            throw new InvalidValueException(splitter.problem);
        }
        String text =
                utf8.decode(splitter.bytes(), splitter.offset, splitter.length).toString();
        return Map.of("text", text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
