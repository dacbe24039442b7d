package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.autotrainer.application.wire.Spelling;

/** The names of the fields of a record, and where one stands in it. */
final class Fields {
    private Fields() {}

    /** A place such as {@code messages[2].tool_calls[0]}. */
    static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    /** Says that a field is not known, which one may be meant, and which there are. */
    static String unknown(String path, String name, Class<?> record) {
        List<String> known = record.isRecord()
                ? Arrays.stream(record.getRecordComponents()).map(Fields::name).toList()
                : List.of();
        String where = path.endsWith("." + name) ? " of " + path.substring(0, path.length() - name.length() - 1) : "";
        return Spelling.unknownField(JsonReasons.excerpt(name) + where, name, known);
    }

    private static String name(RecordComponent component) {
        return new SnakeCaseStrategy().translate(component.getName());
    }
}
