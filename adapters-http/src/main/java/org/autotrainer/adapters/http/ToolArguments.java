package org.autotrainer.adapters.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.application.wire.MessageBody.FunctionBody;
import org.autotrainer.application.wire.MessageBody.ToolCallBody;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Reads the arguments of a tool call: an object, or a text that holds one, as chat interfaces have it. */
final class ToolArguments extends StdDeserializer<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    ToolArguments() {
        super(Map.class);
    }

    /** Lays this reader on the records that have arguments. */
    interface Holder {
        /** The arguments. */
        @JsonDeserialize(using = ToolArguments.class)
        Map<String, Object> arguments();
    }

    static void addTo(JsonMapper.Builder mapper) {
        mapper.addMixIn(ToolCallBody.class, Holder.class).addMixIn(FunctionBody.class, Holder.class);
    }

    @Override
    @SuppressWarnings("unchecked") // an object of JSON has texts as names
    public Map<String, Object> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            try {
                return text.isBlank() ? Map.of() : Json.read(text, LinkedHashMap.class);
            } catch (InvalidValueException notJson) {
                throw new InvalidValueException("is a text that is no JSON object");
            }
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return context.readValue(
                    parser, context.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        }
        return (Map<String, Object>) context.handleUnexpectedToken(Map.class, parser);
    }
}
