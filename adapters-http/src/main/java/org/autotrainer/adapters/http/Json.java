package org.autotrainer.adapters.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.BrowseHeuristics;
import org.autotrainer.application.RetractFacts;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The JSON of this interface: written as the records of the use cases stand, and read to the letter, with words of our own
 * for what is wrong. Thread-safe.
 */
final class Json {
    private static final int DEEPEST = 64;
    /** A small body can hold so many empty objects that they take all memory. */
    private static final int MOST_TOKENS = 4_000_000;

    private static final int EXCERPT = 40;
    private static final int USUAL_LENGTH = 1 << 13;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /** The last page says that there is no next one; elsewhere absent is left out. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private interface LastPage {}

    /** A story has the fields of its heuristic among its own. */
    interface Among {
        @JsonUnwrapped
        Object heuristic();
    }

    /** No field in Java can be called as this one is. */
    interface Imported {
        @JsonProperty("import")
        String source();
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder(FACTORY)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addMixIn(Page.class, LastPage.class)
                .addMixIn(BrowseHeuristics.Story.class, Among.class)
                .addMixIn(RetractFacts.Request.class, Imported.class)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withConfigOverride(
                        List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
        ToolArguments.addTo(builder);
        WholeNumbers.addTo(builder);
        for (LogicalType type : LogicalType.values()) {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                builder.withCoercionConfig(type, config -> config.setCoercion(shape, CoercionAction.Fail));
            }
        }
        // A training run may leave its evaluation empty in any way.
        return builder.withCoercionConfig(
                        LogicalType.Float,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .withCoercionConfig(
                        EvaluationBody.class,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
                .build();
    }

    /** An object of records, lists, maps and plain values as JSON. */
    static String text(Object object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("an answer cannot be written as JSON", failed);
        }
    }

    /** The same as bytes of UTF-8; half of a pair of surrogates, which these have no place for, is a question mark. */
    static byte[] bytes(Object object) {
        StringWriter text = new StringWriter(
                USUAL_LENGTH); // Jackson's own bytes are escapes, and its own text stays with the thread
        try {
            MAPPER.writeValue(text, object);
        } catch (IOException failed) {
            throw new IllegalStateException("an answer cannot be written as JSON", failed);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads some bytes as an object.
     *
     * @throws InvalidValueException if they hold none of that kind
     */
    static <T> T read(byte[] bytes, int begin, int length, Class<T> type) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, begin, length));
        } catch (CharacterCodingException wrong) {
            throw new InvalidValueException("the body is not UTF-8");
        }
        return read(text.array(), text.length(), type);
    }

    /** Reads an object of JSON whose fields were read before. */
    static <T> T read(Map<?, ?> fields, Class<T> type) {
        try (TokenBuffer tokens = new TokenBuffer(MAPPER, false)) {
            MAPPER.writeValue(tokens, fields);
            return read(tokens.asParser(), type);
        } catch (IOException unexpected) {
            throw new InvalidValueException("the body is not JSON");
        }
    }

    /** An object of records, lists, maps and plain values as a tree of JSON. */
    static JsonNode tree(Object object) {
        return MAPPER.valueToTree(object);
    }

    /** An object of JSON without fields. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Reads a text within JSON that is JSON itself. */
    static <T> T read(String text, Class<T> type) {
        return read(text.toCharArray(), text.length(), type);
    }

    private static <T> T read(char[] text, int length, Class<T> type) {
        try (JsonParser parser = FACTORY.createParser(text, 0, length)) {
            return read(parser, type);
        } catch (IOException unexpected) {
            throw new InvalidValueException("the body is not JSON");
        }
    }

    /** What is wrong is told while the parser still stands where it is wrong. */
    private static <T> T read(JsonParser parser, Class<T> type) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidValueException("the body is " + JsonTrouble.shown(parser) + "; allowed is an object");
            }
            T value = MAPPER.readValue(parser, type);
            if (parser.nextToken() != null) {
                throw new InvalidValueException("there is something behind the object");
            }
            return value;
        } catch (IOException wrong) {
            throw new InvalidValueException(JsonTrouble.of(wrong));
        }
    }

    /** A text, or its beginning when it is long. */
    static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "\u2026";
    }
}
