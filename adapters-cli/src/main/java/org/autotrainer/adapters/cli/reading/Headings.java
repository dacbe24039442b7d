package org.autotrainer.adapters.cli.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Looks at the beginning of a text as at a table. */
final class Headings {
    private static final int SIGHT = 64 * 1024;
    private static final String SEPARATORS = ",;\t|";

    private Headings() {}

    /** The beginning of the text. */
    static String text(ByteWindow window) throws IOException {
        window.know(SIGHT);
        return new String(window.bytes, window.from, Math.min(SIGHT, window.known()), StandardCharsets.UTF_8);
    }

    /** The mark between cells: the one that stands most often in the line of headings, outside quotes. */
    static char separator(ByteWindow window) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        String text = text(window);
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char unit = text.charAt(i);
            quoted ^= unit == '"';
            int mark = SEPARATORS.indexOf(unit);
            if (mark >= 0 && !quoted) {
                counts[mark]++;
            }
        }
        int most = 0;
        for (int mark = 1; mark < counts.length; mark++) {
            most = counts[mark] > counts[most] ? mark : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** The cells of the first row by their headings, as far as they are in sight. */
    static Map<String, Object> firstRow(ByteWindow window) throws IOException {
        try {
            Iterator<CsvRecord> rows = TableRecords.reader(separator(window), new StringReader(text(window)))
                    .iterator();
            List<String> headings = rows.hasNext() ? rows.next().getFields() : List.of();
            List<String> cells = rows.hasNext() ? rows.next().getFields() : List.of();
            return TableRecords.byHeading(TableRecords.numbered(headings), cells);
        } catch (CsvParseException noTable) {
            return Map.of();
        }
    }
}
