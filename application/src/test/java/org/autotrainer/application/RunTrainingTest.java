package org.autotrainer.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The original's run as the wire has it: lessons kept first, then one training. */
class RunTrainingTest {
    @ParameterizedTest(name = "case {0}")
    @MethodSource("cases")
    void the_training_run_answers_as_the_original(int number, JsonNode given, JsonNode expected) throws IOException {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        for (JsonNode lesson : given.get("lessons")) {
            loop.training().keep(read(lesson, RunTraining.Lesson.class));
        }
        ObjectNode request = ((ObjectNode) given.deepCopy());
        request.remove("lessons");
        RunTraining.Response response = loop.training().run(read(request, RunTraining.Request.class));

        JsonNode suggestions = Json.MAPPER.valueToTree(response.suggestions());
        suggestions.forEach(suggestion -> ((ObjectNode) suggestion).remove(List.of("id", "status")));
        assertThat(suggestions).isEqualTo(byValue(expected.get("suggestions")));
        assertThat(response.applied()).isEqualTo(expected.get("applied").asInt());
        JsonNode heuristics = Json.MAPPER.valueToTree(loop.heuristics().keys(EvaluationBody.DEFAULT_AGENT));
        assertThat(heuristics).isEqualTo(expected.get("heuristics"));
    }

    @Test
    void a_run_without_evaluation_and_lessons_does_nothing() {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        RunTraining.Response response =
                loop.training().run(new RunTraining.Request("a", "t", EvaluationBody.empty(), false, true));

        assertThat(response.suggestions()).isEmpty();
        assertThat(loop.maintenance().agents()).isEmpty();
    }

    @Test
    void the_same_lesson_twice_is_kept_twice() {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        RunTraining.Lesson lesson = new RunTraining.Lesson("a", "t", EvaluationBody.empty());

        assertThat(loop.training().keep(lesson)).isNotEqualTo(loop.training().keep(lesson));
        assertThat(loop.lessons().list("a", "", 10).items()).hasSize(2);
    }

    @Test
    void a_lesson_and_a_run_with_an_id_count_once() throws IOException {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        String evaluation = "\"evaluation\":{\"id\":\"e1\",\"suggestions\":[\"Be brief\"]}";
        RunTraining.Lesson lesson =
                Json.MAPPER.readValue("{\"task_id\":\"t\"," + evaluation + "}", RunTraining.Lesson.class);
        RunTraining.Request run =
                Json.MAPPER.readValue("{\"task_id\":\"t\"," + evaluation + "}", RunTraining.Request.class);

        assertThat(loop.training().keep(lesson)).isEqualTo(loop.training().keep(lesson));
        assertThat(loop.training().run(run)).isEqualTo(loop.training().run(run));
        assertThat(loop.maintenance().check(verified -> {}).facts()).isEqualTo(2);
    }

    @Test
    void an_evaluation_of_another_agent_or_task_than_the_run_is_refused() throws IOException {
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        RunTraining.Lesson lesson =
                Json.MAPPER.readValue("{\"agent\":\"a\",\"evaluation\":{\"agent\":\"b\"}}", RunTraining.Lesson.class);

        assertThatThrownBy(() -> loop.training().keep(lesson))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("evaluation.agent is another than the agent beside the evaluation; leave it out there");
    }

    private static <T> T read(JsonNode node, Class<T> type) throws IOException {
        return Json.MAPPER.treeToValue(node, type);
    }

    private static JsonNode byValue(JsonNode suggestions) {
        suggestions.forEach(suggestion -> {
            if (suggestion.path("value") instanceof ObjectNode value) {
                value.put("score", value.get("score").asDouble());
            }
        });
        return suggestions;
    }

    static Stream<Object[]> cases() {
        try (InputStream file =
                RunTrainingTest.class.getResourceAsStream("/org/autotrainer/domain/training/golden.jsonl")) {
            List<Object[]> cases = new ArrayList<>();
            for (String line :
                    Optional.of(new String(file.readAllBytes(), UTF_8)).get().split("\n")) {
                JsonNode node = Json.MAPPER.readTree(line);
                cases.add(new Object[] {node.get("case").asInt(), node.get("given"), node.get("expect")});
            }
            return cases.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
