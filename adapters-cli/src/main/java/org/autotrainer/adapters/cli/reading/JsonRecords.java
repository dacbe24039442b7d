package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Records that are pieces of JSON. */
final class JsonRecords implements Records {
    private final RecordSplitter splitter;
    private final boolean named;
    private final Utf8 utf8 = new Utf8();

    private JsonRecords(RecordSplitter splitter, boolean named) {
        this.splitter = splitter;
        this.named = named;
    }

    /** Objects as they stand in a file. */
    static JsonRecords objects(ByteWindow window) throws IOException {
        return new JsonRecords(RecordSplitter.of(window), false);
    }

    /** The elements of an array in the one object. */
    static JsonRecords elements(ByteWindow window, Cut.Elements cut) {
        return new JsonRecords(new InnerSplitter(new JsonCursor(window), cut.pointer()), false);
    }

    /** The members of the one object. */
    static JsonRecords members(ByteWindow window) {
        return new JsonRecords(new MemberSplitter(new JsonCursor(window)), true);
    }

    /**
     * The text of the record.
     *
     * @throws InvalidValueException if it could not be cut out, or is not UTF-8
     */
    Piece piece() {
        if (!splitter.problem.isEmpty()) {
            throw new InvalidValueException(splitter.problem);
        }
        return new Piece(utf8.decode(splitter.bytes(), splitter.offset, splitter.length), splitter.recordLine);
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
    public String place() {
        return splitter.place();
    }

    @Override
    public int length() {
        return splitter.length;
    }

    @Override
    public Map<String, Object> record() {
        if (!named) {
            return StrictJson.object(piece());
        }
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("name", splitter.name());
        member.put("value", StrictJson.value(piece()));
        return member;
    }

    @Override
    public Map<String, Object> head() {
        return splitter.head();
    }
}
