package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Beginning.Kind;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Looks at the beginning of a file without reading it: what is seen stays in the window. */
final class Sight {
    private static final int FARTHEST = 4 * 1024 * 1024;
    private static final int LINES = 200;
    private static final int DEEPEST = 64;

    private Sight() {}

    /** What the file may be, the likeliest first. */
    static List<Beginning> of(ByteWindow window, String fileName) throws IOException {
        int first = 0;
        while (window.know(first + 1) && ValueScan.isBlank(window.bytes[window.from + first])) {
            first++;
        }
        char mark = window.know(first + 1) ? (char) window.bytes[window.from + first] : '{';
        if (mark == '<') {
            if (XmlRecords.hasDocumentType(Headings.text(window))) {
                throw new InvalidValueException("it has a document type, which is not allowed");
            }
            return List.of(new Beginning(Kind.XML, fileName, XmlRecords.root(new Peek(window))));
        }
        if (mark == '{' || (mark == '[' && isArray(window, first + 1)) || holdsObjects(window)) {
            return List.of(new Beginning(Kind.JSON, fileName, object(window)));
        }
        List<String> lines = Headings.text(window).lines().limit(LINES).toList();
        return List.of(
                new Beginning(Kind.TABLE, fileName, Headings.firstRow(window)),
                new Beginning(Kind.TEXT, fileName, Map.of("lines", lines)));
    }

    /** Whether what stands behind a bracket can be the first element of an array, and not a mark such as {@code [a-1]}. */
    private static boolean isArray(ByteWindow window, int start) throws IOException {
        for (int at = start; window.know(at + 1); at++) {
            byte b = window.bytes[window.from + at];
            if (!ValueScan.isBlank(b)) {
                return "{[\"]-0123456789tfn,".indexOf(b) >= 0;
            }
        }
        return true;
    }

    /** Whether some line is an object, though the first is none. */
    private static boolean holdsObjects(ByteWindow window) throws IOException {
        return Headings.text(window).lines().anyMatch(line -> line.startsWith("{\""));
    }

    /** The first object, as far as it is in sight. */
    private static Map<String, Object> object(ByteWindow window) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        try (JsonParser parser = StrictJson.parser(new InputStreamReader(new Peek(window), StandardCharsets.UTF_8))) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            if (token == JsonToken.START_OBJECT) {
                members(parser, object, 1);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException brokenOrCutOff) {
            return object;
        }
        return object;
    }

    private static void members(JsonParser parser, Map<String, Object> object, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (parser.currentToken() == JsonToken.START_OBJECT && depth < DEEPEST) {
                Map<String, Object> inner = new LinkedHashMap<>();
                object.put(name, inner);
                members(parser, inner, depth + 1);
            } else if (parser.currentToken() == JsonToken.START_ARRAY && depth < DEEPEST) {
                List<Object> inner = new ArrayList<>();
                object.put(name, inner);
                elements(parser, inner, depth + 1);
            } else {
                object.put(name, scalar(parser));
            }
        }
    }

    private static void elements(JsonParser parser, List<Object> list, int depth) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
                Map<String, Object> inner = new LinkedHashMap<>();
                list.add(inner);
                members(parser, inner, depth + 1);
            } else if (token == JsonToken.START_ARRAY && depth < DEEPEST) {
                List<Object> inner = new ArrayList<>();
                list.add(inner);
                elements(parser, inner, depth + 1);
            } else {
                list.add(scalar(parser));
            }
        }
    }

    @SuppressWarnings("NullAway") // null is a value in JSON
    private static Object scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> {
                parser.skipChildren();
                yield null;
            }
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> null;
        };
    }

    /** The bytes of a window from its place on, which it keeps. */
    private static final class Peek extends InputStream {
        private final ByteWindow window;
        private int at;

        Peek(ByteWindow window) {
            this.window = window;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (at >= FARTHEST || !window.know(at + 1)) {
                return -1;
            }
            int given = Math.min(count, window.known() - at);
            System.arraycopy(window.bytes, window.from + at, target, offset, given);
            at += given;
            return given;
        }
    }
}
