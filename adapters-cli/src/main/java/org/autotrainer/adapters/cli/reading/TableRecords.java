package org.autotrainer.adapters.cli.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Records that are the rows of a table in CSV. */
final class TableRecords implements Records {
    private static final int MOST_COLUMNS = 10_000;

    private final WindowStream bytes;
    private final Iterator<CsvRecord> rows;
    private final List<String> headings;
    private List<String> cells = List.of();
    private String problem = "";
    private long line = 1;
    private boolean ended;

    /** The rows of the table that a window holds; its cells are parted as its headings are. */
    TableRecords(ByteWindow window) throws IOException {
        bytes = new WindowStream(window);
        rows = reader(Headings.separator(window), utf8(bytes)).iterator();
        headings = next() ? numbered(cells) : List.of();
    }

    static CsvReader<CsvRecord> reader(char separator, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(RecordSplitter.LONGEST)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .ofCsvRecord(text);
    }

    private static Reader utf8(WindowStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }

    /** The names of the columns: the second of the same name is told apart by its number. */
    static List<String> numbered(List<String> headings) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String heading : headings) {
            int number = seen.merge(heading.strip(), 1, Integer::sum);
            names.add(number == 1 ? heading.strip() : heading.strip() + " #" + number);
        }
        return names;
    }

    static Map<String, Object> byHeading(List<String> headings, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            row.put(headings.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }

    @Override
    public boolean next() throws IOException {
        if (ended) {
            return false;
        }
        bytes.begin();
        problem = "";
        try {
            if (!rows.hasNext()) {
                ended = true;
                return false;
            }
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            cells = row.getFields();
        } catch (CsvParseException | UncheckedIOException wrong) {
            ended = true;
            line++;
            problem = reason(wrong) + RecordSplitter.UNREAD;
        }
        return true;
    }

    private static String reason(RuntimeException wrong) throws IOException {
        if (wrong.getCause() instanceof CharacterCodingException) {
            return "not UTF-8 on this line or below it";
        }
        if (wrong.getCause() instanceof IOException unreadable && !(unreadable instanceof WindowStream.TooLong)) {
            throw unreadable;
        }
        return "the row that begins here is longer than " + RecordSplitter.LONGEST / 1024 / 1024
                + " MB; a quote may be missing";
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
        if (headings.size() > MOST_COLUMNS) {
            throw new InvalidValueException(
                    "the table has " + headings.size() + " columns; allowed are up to " + MOST_COLUMNS);
        }
        if (cells.size() > headings.size()) {
            throw new InvalidValueException(
                    "the row has " + cells.size() + " cells, but there are " + headings.size() + " headings");
        }
        return byHeading(headings, cells);
    }
}
