package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.autotrainer.application.BrowseLessons;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Telemetry of 24 runs, request by request in different orders. It is no part of the project: the system property or
 * environment variable AUTOTRAINER_DATA names the folder in which {@code otlp-genai} lies.
 */
class RealTelemetryTest {
    private record Request(String path, String body) {}

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void in_any_order_and_twice_every_run_is_recorded_once(long order) throws IOException {
        List<Request> requests = new ArrayList<>(requests("/v1/traces", "traces.otlp.jsonl"));
        requests.addAll(requests("/v1/logs", "logs.otlp.jsonl"));
        if (order > 0) {
            Collections.shuffle(requests, new Random(order));
        }
        TrainingLoop loop = TrainingLoop.over(new MemoryStore());
        try (Served served = new Served(loop)) {
            for (int times = 0; times < 2; times++) {
                for (Request request : requests) {
                    assertThat(served.post(request.path(), request.body()).text())
                            .isEqualTo("{}");
                }
            }
            List<BrowseLessons.Item> lessons =
                    loop.lessons().list("airline", "", 500).items();
            assertThat(lessons).hasSize(24);
            assertThat(lessons)
                    .filteredOn(lesson -> lesson.evaluation().success())
                    .hasSize(3);
            assertThat(lessons)
                    .allSatisfy(
                            lesson -> assertThat(lesson.evaluation().messages()).isNotEmpty());
        }
    }

    private static List<Request> requests(String path, String name) throws IOException {
        String folder = Optional.ofNullable(System.getProperty("AUTOTRAINER_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("AUTOTRAINER_DATA")))
                .orElse("");
        Path file = Path.of(folder, "otlp-genai", name);
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(file),
                "skipped: set AUTOTRAINER_DATA to a folder that holds otlp-genai/" + name);
        return Files.readAllLines(file).stream()
                .map(line -> new Request(path, line))
                .toList();
    }
}
