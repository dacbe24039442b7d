package org.autotrainer.architecture.planted.adapters.http;

import de.siegmar.fastcsv.reader.CsvRecord;

final class ReadsATable {
    String first(CsvRecord row) {
        return row.getField(0);
    }
}
