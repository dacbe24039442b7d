package org.autotrainer.domain.dataset;

import java.util.Map;
import java.util.TreeMap;
import org.autotrainer.domain.dataset.format.DatasetFormats;

/** The formats of rows that there are, those of folders by the names of both. */
final class Formats {
    private Formats() {}

    static Map<String, DatasetFormat.Rows> all() {
        Map<String, DatasetFormat.Rows> all = new TreeMap<>();
        for (DatasetFormat format : DatasetFormats.all()) {
            for (DatasetFormat.Part part : DatasetExport.parts(format)) {
                all.put(part.name().isEmpty() ? format.name() : format.name() + "/" + part.name(), part.format());
            }
        }
        return all;
    }

    static DatasetFormat.Rows named(String name) {
        return all().getOrDefault(name, (DatasetFormat.Rows) DatasetFormats.named("targets"));
    }
}
