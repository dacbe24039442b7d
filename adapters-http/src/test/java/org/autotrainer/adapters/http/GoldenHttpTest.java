package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The original's training runs, through a running server: each case as an agent of its own. */
class GoldenHttpTest {
    private static final Served SERVED = new Served();

    @AfterAll
    static void close() {
        SERVED.close();
    }

    @ParameterizedTest(name = "case {0}")
    @MethodSource("cases")
    void a_training_run_answers_as_the_original(int number, JsonNode given, JsonNode expected) {
        String agent = "case-" + number;
        for (JsonNode lesson : given.get("lessons")) {
            assertThat(SERVED.post("/v1/lessons", of(agent, lesson)).status()).isEqualTo(201);
        }
        ObjectNode request = given.deepCopy();
        request.remove("lessons");

        Served.Answered answer = SERVED.post("/v1/training", of(agent, request));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode suggestions = answer.json().get("suggestions");
        suggestions.forEach(suggestion -> ((ObjectNode) suggestion).remove(List.of("id", "status")));
        assertThat(suggestions).isEqualTo(byValue(expected.get("suggestions")));
        assertThat(answer.json().get("applied")).isEqualTo(expected.get("applied"));
        assertThat(SERVED.get("/v1/heuristics?view=keys&agent=" + agent).json().get("heuristics"))
                .isEqualTo(expected.get("heuristics"));
    }

    private static String of(String agent, JsonNode body) {
        return ((ObjectNode) body.deepCopy()).put("agent", agent).toString();
    }

    /** A whole score is written with a point, as a double. */
    private static JsonNode byValue(JsonNode suggestions) {
        suggestions.forEach(suggestion -> {
            if (suggestion.path("value") instanceof ObjectNode value) {
                value.put("score", value.get("score").asDouble());
            }
        });
        return suggestions;
    }

    static Stream<Object[]> cases() {
        try (InputStream file = Objects.requireNonNull(
                GoldenHttpTest.class.getResourceAsStream("/org/autotrainer/domain/training/golden.jsonl"))) {
            List<Object[]> cases = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), UTF_8).split("\n")) {
                JsonNode node = Served.parse(line);
                cases.add(new Object[] {node.get("case").asInt(), node.get("given"), node.get("expect")});
            }
            return cases.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
