package org.autotrainer.adapters.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Reads whole numbers: {@code 2.0} is one, as in JSON Schema, and {@code 2.5} is none. */
final class WholeNumbers extends StdScalarDeserializer<Integer> {
    private static final long serialVersionUID = 1L;

    private static final JsonDeserializer<?> STRICT = NumberDeserializers.find(Integer.class, Integer.class.getName());

    private WholeNumbers() {
        super(Integer.class);
    }

    static void addTo(JsonMapper.Builder mapper) {
        mapper.addModule(new SimpleModule("whole numbers").addDeserializer(Integer.class, new WholeNumbers()));
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        return (Integer) STRICT.deserialize(parser, context);
    }
}
