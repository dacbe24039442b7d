package org.autotrainer.domain.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set that was written.
 *
 * @param format name of the format that was asked for
 * @param parts what became of each part; one when the format has no parts
 * @param beside the texts that stand beside the rows, by file name; empty when the format has no parts
 */
public record DatasetResult(String format, List<DatasetReport> parts, Map<String, String> beside) {
    /** Keeps a copy of the list. */
    public DatasetResult {
        parts = List.copyOf(parts);
    }

    /** The files of rows, in the order in which they were written. */
    public List<DatasetFile> files() {
        return parts.stream().flatMap(part -> part.files().stream()).toList();
    }

    /** How many rows were written. */
    public long rows() {
        return parts.stream().mapToLong(DatasetReport::rows).sum();
    }

    /** How many rows there could have been. */
    public long candidates() {
        return parts.stream().mapToLong(DatasetReport::candidates).sum();
    }

    /** The whole as an object; of a format without parts, its report. */
    public Map<String, Object> toObject() {
        if (parts.size() == 1 && parts.get(0).part().isEmpty()) {
            return parts.get(0).toObject();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", format);
        object.put("candidates", candidates());
        object.put("rows", rows());
        object.put("parts", parts.stream().map(DatasetReport::toObject).toList());
        return object;
    }
}
