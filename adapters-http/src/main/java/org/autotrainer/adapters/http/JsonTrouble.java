package org.autotrainer.adapters.http;

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
import org.autotrainer.application.wire.Spelling;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Says in our own words what is wrong with the JSON of a request: which field, what it is, and what is allowed. */
final class JsonTrouble {
    private JsonTrouble() {}

    static String of(IOException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return Spelling.unknownField(
                    path(unknown),
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList());
        }
        if (wrong.getCause() instanceof InvalidValueException own && wrong instanceof JsonMappingException where) {
            return path(where) + " " + own.getMessage();
        }
        if (wrong instanceof MismatchedInputException mismatched) {
            String given = mismatched.getProcessor() instanceof JsonParser parser ? shown(parser) : "of another kind";
            return path(mismatched) + " is " + given + "; allowed is " + allowed(mismatched.getTargetType());
        }
        if (wrong instanceof JsonMappingException where && where.getCause() instanceof InputCoercionException) {
            return path(where) + " is out of range; allowed are whole numbers of up to nine digits";
        }
        if (wrong instanceof JsonMappingException where && where.getCause() instanceof IOException cause) {
            return of(cause);
        }
        return syntax(wrong);
    }

    private static String syntax(IOException wrong) {
        if (wrong instanceof StreamConstraintsException) {
            return "the body nests deeper than 64 levels, has too many values, or holds a number or a name that is too long";
        }
        if (wrong instanceof JsonEOFException || !(wrong instanceof JsonProcessingException parsing)) {
            return "the body is not JSON: it ends before the object does";
        }
        String place = parsing.getLocation() == null
                ? ""
                : " at line " + parsing.getLocation().getLineNr() + ", column "
                        + parsing.getLocation().getColumnNr();
        return String.valueOf(wrong.getMessage()).startsWith("Duplicate")
                ? "a field stands there twice" + place
                : "the body is not JSON" + place;
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : wrong.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(Json.excerpt(reference.getFieldName()));
            }
        }
        return path.length() == 0 ? "the body" : path.toString();
    }

    /** The value at which a parser stands, or what kind it is of. */
    static String shown(JsonParser parser) {
        if (parser.currentToken() == null) {
            return "empty";
        }
        try {
            return switch (parser.currentToken()) {
                case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
                case START_ARRAY, END_ARRAY -> "a list";
                case VALUE_STRING -> '"' + Json.excerpt(parser.getText()) + '"';
                case VALUE_NULL, NOT_AVAILABLE -> "null";
                case VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT ->
                    Json.excerpt(parser.getText());
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
}
