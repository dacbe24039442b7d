package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as bytes. */
class JsonBytesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "Größe",
                "漢字",
                "so \uD83D\uDE00 far",
                "\uD83D",
                "\uDE00 behind",
                "a\uD83D",
                "\uD83D\uD83D\uDE00"
            })
    void are_those_of_the_text_with_no_letter_escaped_that_need_not_be(String word) {
        Map<String, String> object = Map.of("k" + word, word);

        assertThat(new String(Json.bytes(object), UTF_8))
                .isEqualTo(new String(Json.text(object).getBytes(UTF_8), UTF_8));
    }
}
