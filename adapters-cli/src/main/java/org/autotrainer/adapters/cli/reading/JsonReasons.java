package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Says in our own words what is wrong with a piece of JSON. */
final class JsonReasons {
    private static final int EXCERPT = 40;

    private JsonReasons() {}

    /** The reason; the text that was read begins on the given line. */
    static String of(IOException wrong, long line) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return Fields.unknown(
                    Fields.path(unknown.getPath()), unknown.getPropertyName(), unknown.getReferringClass());
        }
        if (wrong.getCause() instanceof InvalidValueException own && wrong instanceof JsonMappingException where) {
            return Fields.path(where.getPath()) + " " + own.getMessage();
        }
        if (wrong instanceof MismatchedInputException mismatched) {
            return mismatch(mismatched);
        }
        if (wrong instanceof JsonMappingException where && where.getCause() instanceof IOException cause) {
            return of(cause, line);
        }
        return syntax(wrong, line);
    }

    private static String mismatch(MismatchedInputException wrong) {
        String path = Fields.path(wrong.getPath());
        String given = wrong.getProcessor() instanceof JsonParser parser ? shown(parser) : "of another kind";
        return (path.isEmpty() ? "the record" : path) + " is " + given + "; allowed is "
                + allowed(wrong.getTargetType());
    }

    private static String syntax(IOException wrong, long line) {
        String message = String.valueOf(wrong.getMessage());
        if (wrong instanceof StreamConstraintsException) {
            return message.contains("nesting") || message.contains("Depth")
                    ? "it nests deeper than 64 levels"
                    : message.contains("Number")
                            ? "it holds a number of more than 100 digits"
                            : "it holds a name that is too long";
        }
        if (wrong instanceof JsonEOFException) {
            return "not JSON: it ends before the object does";
        }
        String place = place(wrong, line);
        if (message.startsWith("Duplicate")) {
            int quote = message.indexOf('\'');
            int end = message.indexOf('\'', quote + 1);
            String name = quote >= 0 && end > quote ? " " + excerpt(message.substring(quote + 1, end)) : "";
            return "the field" + name + " stands there twice" + place;
        }
        if (message.contains("NaN") || message.contains("INF") || message.contains("Infinity")) {
            return "not JSON: NaN and Infinity are no numbers" + place;
        }
        return "not JSON" + place;
    }

    private static String place(IOException wrong, long line) {
        JsonLocation location = wrong instanceof JsonProcessingException parsing ? parsing.getLocation() : null;
        if (location == null) {
            return "";
        }
        String column = ", at column " + location.getColumnNr();
        return location.getLineNr() <= 1 ? column : column + " of line " + (line + location.getLineNr() - 1);
    }

    /** The value at which a parser stands, or what kind it is of. */
    static String shown(JsonParser parser) {
        if (parser.currentToken() == null) {
            return "nothing";
        }
        try {
            return switch (parser.currentToken()) {
                case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
                case START_ARRAY, END_ARRAY -> "a list";
                case VALUE_STRING -> excerpt(parser.getText());
                case VALUE_NULL, NOT_AVAILABLE -> "null";
                case VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT ->
                    parser.getText();
            };
        } catch (IOException unreadable) {
            return "not readable";
        }
    }

    private static String allowed(Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list"
                : Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "another kind of value";
    }

    static String excerpt(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= EXCERPT
                ? '"' + text + '"'
                : '"' + text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…\"";
    }
}
