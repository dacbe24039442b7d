package org.autotrainer.application.spi;

import java.util.Map;

/**
 * What is seen of a file before it is cut into records.
 *
 * @param kind what the file is made of
 * @param fileName name of the file, with or without its folder; empty when it has none
 * @param first what comes first in it; see {@link Kind}
 */
public record Beginning(Kind kind, String fileName, Map<String, Object> first) {
    /** What a file is made of, and what its beginning shows. */
    public enum Kind {
        /**
         * JSON. Shown is the first object: the first line, the first element of the array, or the one object. Of an object
         * that is long, only as much as is in sight, the last value that was reached being cut off.
         */
        JSON,
        /** A table in CSV. Shown are the cells of the first row by their headings; empty texts when there is no row. */
        TABLE,
        /** XML. Shown is the outermost element: its {@code name} and its {@code attributes}. */
        XML,
        /** A zip file or a folder. Shown are the names of its {@code entries}, the first thousand. */
        ARCHIVE,
        /** Any other text. Shown are its first {@code lines}. */
        TEXT
    }

    /** Whether it is JSON whose first object has members of these names, whatever their values. */
    public boolean isObjectWith(String... names) {
        if (kind != Kind.JSON) {
            return false;
        }
        for (String name : names) {
            if (!first.containsKey(name)) {
                return false;
            }
        }
        return true;
    }
}
