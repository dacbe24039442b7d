package org.autotrainer.domain.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeminiSchemaTest {
    @Test
    void keys_that_gemini_does_not_know_are_left_out() {
        assertThat(GeminiSchema.of(Map.of("type", "integer", "exclusiveMinimum", 0, "maximum", 9, "strict", true)))
                .isEqualTo(Map.of("type", "INTEGER", "maximum", 9));
        assertThat(GeminiSchema.of(Map.of("$id", "x", "examples", List.of("a"), "allOf", List.of(), "title", "T")))
                .isEqualTo(Map.of("title", "T"));
    }

    @Test
    void types_are_told_in_capitals_at_every_depth() {
        assertThat(GeminiSchema.of(Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("type", Map.of("type", "array", "items", Map.of("type", "number"))))))
                .isEqualTo(Map.of(
                        "type",
                        "OBJECT",
                        "properties",
                        Map.of("type", Map.of("type", "ARRAY", "items", Map.of("type", "NUMBER")))));
    }

    @Test
    void of_several_types_each_is_an_alternative() {
        assertThat(GeminiSchema.of(Map.of("type", List.of("string", "integer"))))
                .isEqualTo(Map.of("anyOf", List.of(Map.of("type", "STRING"), Map.of("type", "INTEGER"))));
    }

    @Test
    void nothing_is_no_type_but_makes_others_nullable() {
        assertThat(GeminiSchema.of(Map.of("type", List.of("null", "string"))))
                .isEqualTo(Map.of("type", "STRING", "nullable", true));
        assertThat(GeminiSchema.of(Map.of("oneOf", List.of(Map.of("type", "boolean"), Map.of("type", "null")))))
                .isEqualTo(Map.of("type", "BOOLEAN", "nullable", true));
    }

    @Test
    void a_choice_is_among_texts() {
        assertThat(GeminiSchema.of(Map.of("const", "a"))).isEqualTo(Map.of("enum", List.of("a")));
        assertThat(GeminiSchema.of(Map.of("enum", List.of("a", "b")))).isEqualTo(Map.of("enum", List.of("a", "b")));
        assertThat(GeminiSchema.of(Map.of("type", "integer", "enum", List.of(1, 2))))
                .isEqualTo(Map.of("type", "INTEGER"));
    }

    @Test
    void a_count_is_written_as_google_writes_numbers_of_64_bits() {
        assertThat(GeminiSchema.of(Map.of("minLength", 2))).isEqualTo(Map.of("minLength", "2"));
    }
}
