package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Records that are elements of an XML document. Document types and entities of its own are refused. */
final class XmlRecords implements Records {
    private static final int DEEPEST = 64;
    private static final int MOST_CHILDREN = 100_000;

    private final WindowStream bytes;
    private final XMLStreamReader reader;
    private final String wanted;
    private final Deque<Map<String, Object>> parents = new ArrayDeque<>();
    private Map<String, Object> record = Map.of();
    private int children;
    private String problem = "";
    private long line = 1;
    private boolean ended;

    XmlRecords(ByteWindow window, String name) {
        bytes = new WindowStream(window);
        reader = reader(bytes);
        wanted = name;
    }

    /** The outermost element without its children; empty if the text is no XML. */
    static Map<String, Object> root(InputStream text) {
        XMLStreamReader reader = reader(text);
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    return element(reader);
                }
            }
            return Map.of();
        } catch (XMLStreamException noXml) {
            return Map.of();
        }
    }

    /** Whether a document type comes before the first element; the parser is not to see one, since it prints what is wrong in it. */
    static boolean hasDocumentType(String text) {
        int at = 0;
        while (true) {
            int mark = text.indexOf('<', at);
            if (mark < 0 || mark + 1 == text.length()) {
                return false;
            }
            String end = text.startsWith("<?", mark) ? "?>" : text.startsWith("<!--", mark) ? "-->" : "";
            if (end.isEmpty()) {
                return text.charAt(mark + 1) == '!';
            }
            int over = text.indexOf(end, mark);
            if (over < 0) {
                return false;
            }
            at = over + end.length();
        }
    }

    private static XMLStreamReader reader(InputStream text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return factory.createXMLStreamReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()));
        } catch (XMLStreamException wrong) {
            throw new InvalidValueException("not XML: it has no beginning");
        }
    }

    @Override
    public boolean next() throws IOException {
        if (ended) {
            return false;
        }
        problem = "";
        bytes.begin();
        try {
            return find();
        } catch (XMLStreamException | InvalidValueException wrong) {
            ended = true;
            line = Math.max(1, reader.getLocation().getLineNumber());
            problem = reason(wrong) + RecordSplitter.UNREAD;
            return true;
        }
    }

    /** Goes to the next element of the name. */
    private boolean find() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            bytes.begin();
            if (event == XMLStreamReader.DTD) {
                throw new InvalidValueException("it has a document type, which is not allowed");
            }
            if (event == XMLStreamReader.END_ELEMENT) {
                parents.removeLast();
            } else if (event == XMLStreamReader.START_ELEMENT) {
                if (reader.getLocalName().equals(wanted)) {
                    line = reader.getLocation().getLineNumber();
                    children = 0;
                    record = whole(element(reader), 1);
                    record.put("parents", List.copyOf(parents));
                    return true;
                }
                parents.addLast(element(reader));
                checkDepth(parents.size());
            }
        }
        ended = true;
        return false;
    }

    /** Completes an element whose beginning was read with what it holds. */
    private Map<String, Object> whole(Map<String, Object> element, int depth) throws XMLStreamException {
        checkDepth(depth);
        StringBuilder text = new StringBuilder();
        List<Object> inner = new ArrayList<>();
        while (true) {
            int event = reader.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                element.put("text", text.toString());
                element.put("children", inner);
                return element;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                if (++children > MOST_CHILDREN) {
                    throw new InvalidValueException("an element holds more than " + MOST_CHILDREN + " others");
                }
                inner.add(whole(element(reader), depth + 1));
            } else if (event == XMLStreamReader.ENTITY_REFERENCE) {
                throw new InvalidValueException("it has an entity of its own, which is not allowed");
            } else if (reader.hasText() && event != XMLStreamReader.COMMENT) {
                text.append(reader.getText());
            }
        }
    }

    private static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new InvalidValueException("it nests deeper than " + DEEPEST + " levels");
        }
    }

    private static Map<String, Object> element(XMLStreamReader reader) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("name", reader.getLocalName());
        element.put("attributes", attributes);
        return element;
    }

    private static String reason(Exception wrong) throws IOException {
        if (wrong instanceof InvalidValueException own) {
            return String.valueOf(own.getMessage());
        }
        Optional<IOException> cause = cause(wrong);
        if (cause.isPresent()) {
            if (cause.get() instanceof WindowStream.TooLong tooLong) {
                return String.valueOf(tooLong.getMessage());
            }
            if (cause.get() instanceof CharacterCodingException) {
                return "not UTF-8 on this line or below it";
            }
            throw cause.get();
        }
        return "not XML, near here";
    }

    private static Optional<IOException> cause(Exception wrong) {
        Throwable cause = wrong instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : wrong.getCause();
        return cause instanceof IOException unreadable ? Optional.of(unreadable) : Optional.empty();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int length() {
        return bytes.length();
    }

    @Override
    public Map<String, Object> record() {
        if (!problem.isEmpty()) {
            throw new InvalidValueException(problem);
        }
        return record;
    }
}
