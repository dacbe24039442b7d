package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.MessageBody.FunctionBody;
import org.autotrainer.application.wire.MessageBody.ToolCallBody;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Reads JSON to the letter: no field twice, none that is not known, no text for a number, no number beyond the finite
 * ones, nothing behind the value; what is wrong is told in words of our own.
 */
final class StrictJson {
    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(RecordSplitter.LONGEST)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** Other tools write what is no number as NaN: their formats tell what they make of it. */
    private static final JsonFactory FOREIGN = new JsonFactoryBuilder(FACTORY)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonMapper MAPPER = mapper();
    private static final ObjectReader EVALUATION = MAPPER.readerFor(EvaluationBody.class);
    private static final ObjectReader ANYTHING = MAPPER.readerFor(Object.class);

    private StrictJson() {}

    /**
     * An evaluation in the native form.
     *
     * @throws InvalidValueException if it is not one
     */
    static EvaluationBody evaluation(Piece piece) {
        return (EvaluationBody) read(FACTORY, piece, parser -> objectAt(EVALUATION, parser));
    }

    /**
     * Any object of another tool in plain Java types.
     *
     * @throws InvalidValueException if it is not one
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Piece piece) {
        return (Map<String, Object>) read(FOREIGN, piece, parser -> objectAt(ANYTHING, parser));
    }

    /**
     * Any value of another tool in plain Java types.
     *
     * @throws InvalidValueException if it is not one
     */
    static Object value(Piece piece) {
        return read(FOREIGN, piece, ANYTHING::readValue);
    }

    /**
     * Any value in plain Java types.
     *
     * @throws InvalidValueException if it is not one
     */
    static Object value(String text) {
        return read(FACTORY, Piece.of(text), ANYTHING::readValue);
    }

    /** A parser of what another tool wrote, for looking at its beginning. */
    static JsonParser parser(Reader text) throws IOException {
        return FOREIGN.createParser(text);
    }

    private static Object objectAt(ObjectReader reader, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidValueException("the record is " + JsonReasons.shown(parser) + "; allowed is an object");
        }
        return reader.readValue(parser);
    }

    /** Reads what a parser stands at the beginning of. */
    @FunctionalInterface
    private interface Reading {
        Object read(JsonParser parser) throws IOException;
    }

    private static Object read(JsonFactory factory, Piece piece, Reading reading) {
        try (JsonParser parser = factory.createParser(piece.text().array(), 0, piece.length())) {
            return read(parser, piece, reading);
        } catch (IOException unexpected) {
            throw new InvalidValueException("not JSON");
        }
    }

    /** What is wrong is told while the parser still stands where it is wrong. */
    private static Object read(JsonParser parser, Piece piece, Reading reading) {
        try {
            parser.nextToken();
            Object value = reading.read(parser);
            end(parser);
            return value;
        } catch (IOException wrong) {
            throw new InvalidValueException(JsonReasons.of(wrong, piece));
        }
    }

    private static void end(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new InvalidValueException("there is something after its end, at column "
                    + parser.currentTokenLocation().getColumnNr());
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder(FACTORY)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withConfigOverride(
                        List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                .addMixIn(ToolCallBody.class, ToolArguments.Holder.class)
                .addMixIn(FunctionBody.class, ToolArguments.Holder.class);
        for (LogicalType type : LogicalType.values()) {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                builder.withCoercionConfig(type, config -> config.setCoercion(shape, CoercionAction.Fail));
            }
        }
        return builder.withCoercionConfig(
                        LogicalType.Float,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .build();
    }
}
