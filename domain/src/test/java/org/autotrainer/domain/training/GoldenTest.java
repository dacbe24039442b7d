package org.autotrainer.domain.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The original trainer's answers to 300 cases, which must never change. */
class GoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final AutoTrainer trainer = new AutoTrainer();

    @ParameterizedTest(name = "case {0}")
    @MethodSource("cases")
    void the_trainer_answers_as_the_original(int number, JsonNode given, JsonNode expected) {
        List<Lesson> lessons = new ArrayList<>();
        if (given.get("include_lessons").asBoolean()) {
            given.get("lessons")
                    .forEach(lesson -> lessons.add(Lesson.of(evaluation(lesson, lesson.path("evaluation")))));
        }
        JsonNode judged = given.get("evaluation");
        Optional<Evaluation> evaluation = judged.isEmpty() ? Optional.empty() : Optional.of(evaluation(given, judged));

        List<TrainingSuggestion> suggestions = trainer.suggestTraining(evaluation, lessons);
        ObjectNode heuristics = JSON.createObjectNode();
        int applied = given.get("apply_heuristics").asBoolean()
                ? trainer.applyHeuristicUpdates(suggestions, update -> heuristics.put(update.key(), update.text()))
                : 0;

        assertThat(json(suggestions)).as("suggestions").isEqualTo(byValue(expected.get("suggestions")));
        assertThat(applied).as("applied").isEqualTo(expected.get("applied").asInt());
        assertThat(heuristics).as("heuristics").isEqualTo(expected.get("heuristics"));
    }

    @Test
    void there_are_300_cases() {
        assertThat(cases()).hasSize(300);
    }

    private static Evaluation evaluation(JsonNode named, JsonNode judged) {
        EvaluationBuilder evaluation =
                Evaluation.of("golden", named.path("task_id").asText(""));
        if (judged.has("success")) {
            evaluation.success(judged.get("success").asBoolean());
        }
        if (judged.has("score")) {
            evaluation.score(judged.get("score").asDouble());
        }
        judged.path("suggestions").forEach(text -> evaluation.suggest(text.asText()));
        return evaluation.build();
    }

    private static JsonNode json(List<TrainingSuggestion> suggestions) {
        ArrayNode array = JSON.createArrayNode();
        for (TrainingSuggestion suggestion : suggestions) {
            ObjectNode object = array.addObject();
            object.put("kind", suggestion.kind().word());
            object.put("key", suggestion.key());
            if (suggestion instanceof HeuristicUpdate update) {
                object.put("value", update.text());
            } else if (suggestion instanceof FineTuneDataset example) {
                object.set("value", JSON.valueToTree(example.target().toObject()));
            }
            object.put("source_task_id", suggestion.sourceTaskId());
            object.put("reason", suggestion.reason());
        }
        return array;
    }

    /** Numbers are compared by value: a score of 0 is one of 0.0. */
    private static JsonNode byValue(JsonNode suggestions) {
        suggestions.forEach(suggestion -> {
            if (suggestion.path("value") instanceof ObjectNode value) {
                value.put("score", value.get("score").asDouble());
            }
        });
        return suggestions;
    }

    static Stream<Object[]> cases() {
        try (InputStream file = GoldenTest.class.getResourceAsStream("golden.jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            List<Object[]> cases = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = JSON.readTree(line);
                cases.add(new Object[] {node.get("case").asInt(), node.get("given"), node.get("expect")});
            }
            return cases.stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
