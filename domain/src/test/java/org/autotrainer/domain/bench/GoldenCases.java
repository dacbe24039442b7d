package org.autotrainer.domain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.training.Lesson;

/** The cases of the golden file as values of the domain, read before anything is timed. */
final class GoldenCases {
    private static final String FILE = "/org/autotrainer/domain/training/golden.jsonl";

    private GoldenCases() {}

    /**
     * What one run of the trainer is given, and what it gave when it was the original.
     *
     * @param apply whether heuristic updates are applied
     * @param suggestions how many suggestions are expected
     * @param applied how many heuristic updates are expected to be applied
     */
    record Case(Optional<Evaluation> evaluation, List<Lesson> lessons, boolean apply, int suggestions, int applied) {}

    static List<Case> read() {
        ObjectMapper json = new ObjectMapper();
        List<Case> cases = new ArrayList<>();
        try (InputStream file = GoldenCases.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(of(json.readTree(line)));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(FILE + " cannot be read", unreadable);
        }
        return cases;
    }

    private static Case of(JsonNode line) {
        JsonNode given = line.get("given");
        List<Lesson> lessons = new ArrayList<>();
        if (given.get("include_lessons").asBoolean()) {
            given.get("lessons")
                    .forEach(lesson -> lessons.add(Lesson.of(evaluation(lesson, lesson.path("evaluation")))));
        }
        JsonNode judged = given.get("evaluation");
        return new Case(
                judged.isEmpty() ? Optional.empty() : Optional.of(evaluation(given, judged)),
                List.copyOf(lessons),
                given.get("apply_heuristics").asBoolean(),
                line.get("expect").get("suggestions").size(),
                line.get("expect").get("applied").asInt());
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
}
