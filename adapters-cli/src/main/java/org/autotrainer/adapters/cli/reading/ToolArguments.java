package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Reads the arguments of a tool call: an object, or a text that holds one, as chat interfaces have it. */
final class ToolArguments extends StdDeserializer<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    /** Lays this reader on the records that have arguments. */
    interface Holder {
        /** The arguments. */
        @JsonDeserialize(using = ToolArguments.class)
        Map<String, Object> arguments();
    }

    ToolArguments() {
        super(Map.class);
    }

    @Override
    public Map<String, Object> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return object(parser.getText());
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return context.readValue(
                    parser, context.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        }
        return map(context.handleUnexpectedToken(Map.class, parser));
    }

    private static Map<String, Object> object(String text) {
        try {
            Object value = text.isBlank() ? Map.of() : StrictJson.value(text);
            if (value instanceof Map) {
                return map(value);
            }
        } catch (InvalidValueException notJson) {
            throw new InvalidValueException("is a text that is no JSON object: " + notJson.getMessage());
        }
        throw new InvalidValueException("is a text that is no JSON object");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
