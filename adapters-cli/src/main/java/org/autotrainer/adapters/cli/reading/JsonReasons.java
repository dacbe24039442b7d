package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
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
    private static final int NEAR = 16;

    private JsonReasons() {}

    /** The reason why a piece of text could not be read. */
    static String of(IOException wrong, Piece piece) {
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
            return of(cause, piece);
        }
        return syntax(wrong, piece);
    }

    private static String mismatch(MismatchedInputException wrong) {
        String path = Fields.path(wrong.getPath());
        String given = wrong.getProcessor() instanceof JsonParser parser ? shown(parser) : "of another kind";
        return (path.isEmpty() ? "the record" : path) + " is " + given + "; allowed is "
                + allowed(wrong.getTargetType());
    }

    private static String syntax(IOException wrong, Piece piece) {
        String message = String.valueOf(wrong.getMessage());
        if (wrong instanceof StreamConstraintsException) {
            return message.contains("nesting") || message.contains("Depth")
                    ? "it nests deeper than 64 levels"
                    : message.contains("Number")
                            ? "it holds a number of more than 100 digits"
                            : "it holds a name that is too long";
        }
        JsonLocation location = wrong instanceof JsonProcessingException parsing ? parsing.getLocation() : null;
        if (location == null) {
            return "not JSON";
        }
        int offset = (int) location.getCharOffset();
        if (wrong instanceof JsonEOFException || offset >= piece.length()) {
            return "not JSON: it ends before the object does";
        }
        String place = "column " + location.getColumnNr()
                + (location.getLineNr() <= 1 ? "" : " of line " + (piece.line() + location.getLineNr() - 1));
        if (wrong instanceof InputCoercionException) {
            return "a number at " + place + " is too large for its field";
        }
        if (message.startsWith("Duplicate")) {
            return "the field " + quoted(message) + " stands there twice, at " + place;
        }
        String near = excerpt(piece.near(offset, NEAR));
        return "not JSON at " + place + ", near " + near
                + (message.startsWith("Non-standard token") ? ": NaN and Infinity are no numbers" : "");
    }

    private static String quoted(String message) {
        int quote = message.indexOf('\'');
        int end = message.indexOf('\'', quote + 1);
        return quote >= 0 && end > quote ? excerpt(message.substring(quote + 1, end)) : "";
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
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "a text or an object";
    }

    static String excerpt(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= EXCERPT
                ? '"' + text + '"'
                : '"' + text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…\"";
    }
}
