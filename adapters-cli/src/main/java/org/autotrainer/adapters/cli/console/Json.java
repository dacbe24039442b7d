package org.autotrainer.adapters.cli.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.autotrainer.application.BrowseHeuristics;

/**
 * Writes records as the JSON that all faces speak: names in snake_case, absent is left out, doubles alike on every Java.
 *
 * <p>What people keep in free-form objects stays as it is, null included.
 */
public final class Json {
    /** A story has the fields of its heuristic among its own. */
    interface Among {
        @JsonUnwrapped
        Object heuristic();
    }

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addMixIn(BrowseHeuristics.Story.class, Among.class)
            .build()
            .writer();

    private Json() {}

    /** An object of records, lists, maps and plain values as one line. */
    public static String line(Object object) {
        try {
            return escaped(WRITER.writeValueAsString(object));
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("an answer cannot be written as JSON", failed);
        }
    }

    /** The same JSON with what a terminal would obey as escapes: such characters stand in texts only. */
    static String escaped(String json) {
        if (json.codePoints().noneMatch(TerminalText::isUnsafe)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(point -> {
            if (TerminalText.isUnsafe(point)) {
                for (char unit : Character.toChars(point)) {
                    escaped.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
