package org.autotrainer.application.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.EvaluationFormat.Reading;
import org.autotrainer.application.spi.EvaluationFormat.Source;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;

/**
 * Telemetry of 24 runs: half by the GenAI conventions, half by OpenInference. It is no part of the project: the system
 * property or environment variable AUTOTRAINER_DATA names the folder in which {@code otlp-genai} lies.
 */
class OtlpRealDataTest {
    private static final List<String> FILES = List.of("traces.otlp.jsonl", "logs.otlp.jsonl");
    private static final Source SOURCE = new Source("default", "", "", Map.of(), StrictJson::parse);

    @Test
    void every_run_is_read_with_its_verdict_and_its_conversation() throws IOException {
        List<Evaluation> evaluations = evaluations(requests());
        assertThat(evaluations).hasSize(24).allMatch(Evaluation::isMeasured);
        assertThat(evaluations).filteredOn(Evaluation::success).hasSize(3);
        assertThat(evaluations).extracting(Evaluation::attempt).doesNotHaveDuplicates();
        assertThat(evaluations).extracting(Evaluation::model).containsOnly("gpt-4o");
        assertThat(evaluations)
                .extracting(evaluation -> evaluation.attempt().agent())
                .containsOnly("airline");
        assertThat(evaluations)
                .extracting(evaluation -> evaluation.attempt().taskId())
                .containsOnly("airline-0", "airline-2", "airline-4", "1", "3", "5");
        assertThat(evaluations).extracting(Evaluation::conversation).noneMatch(Conversation::isEmpty);
        assertThat(evaluations)
                .allSatisfy(evaluation -> assertThat(evaluation.advice()).isEmpty());
    }

    @Test
    void the_order_of_the_requests_makes_no_difference() throws IOException {
        List<Map<String, Object>> requests = requests();
        List<Evaluation> inOrder = evaluations(requests);
        Collections.reverse(requests);
        assertThat(evaluations(requests)).containsExactlyInAnyOrderElementsOf(inOrder);
    }

    private static List<Evaluation> evaluations(List<Map<String, Object>> requests) {
        Reading reading = EvaluationFormats.named("otlp").reading(SOURCE);
        List<Evaluation> evaluations = new ArrayList<>();
        requests.forEach(request -> evaluations.addAll(reading.read(request)));
        evaluations.addAll(reading.end());
        return evaluations;
    }

    private static List<Map<String, Object>> requests() throws IOException {
        String folder = Optional.ofNullable(System.getProperty("AUTOTRAINER_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("AUTOTRAINER_DATA")))
                .orElse("");
        List<Map<String, Object>> requests = new ArrayList<>();
        for (String name : FILES) {
            Path file = Path.of(folder, "otlp-genai", name);
            assumeTrue(
                    !folder.isEmpty() && Files.isRegularFile(file),
                    "skipped: set AUTOTRAINER_DATA to a folder that holds otlp-genai/" + name);
            for (String line : Files.readAllLines(file)) {
                requests.add(StrictJson.object(line));
            }
        }
        return requests;
    }
}
