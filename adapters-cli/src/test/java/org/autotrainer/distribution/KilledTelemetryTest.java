package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telemetry that was acknowledged outlives the server, which is killed between its parts. */
class KilledTelemetryTest {
    private static final String IDS = "\"traceId\":\"5b8efff798038103d269b633813fc60c\",";
    private static final String CALL = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{" + IDS
            + "\"spanId\":\"eee19b7ec3c1b175\",\"parentSpanId\":\"eee19b7ec3c1b174\",\"attributes\":["
            + "{\"key\":\"gen_ai.input.messages\",\"value\":{\"stringValue\":"
            + "\"[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"Hello\\\"}]\"}}]}]}]}]}";
    private static final String JUDGEMENT = "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{" + IDS
            + "\"spanId\":\"eee19b7ec3c1b174\",\"eventName\":\"gen_ai.evaluation.result\",\"attributes\":["
            + "{\"key\":\"gen_ai.evaluation.name\",\"value\":{\"stringValue\":\"tests\"}},"
            + "{\"key\":\"gen_ai.evaluation.score.value\",\"value\":{\"intValue\":\"1\"}}]}]}]}]}";
    private static final String AGENT = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{" + IDS
            + "\"spanId\":\"eee19b7ec3c1b174\",\"attributes\":["
            + "{\"key\":\"gen_ai.agent.name\",\"value\":{\"stringValue\":\"support\"}},"
            + "{\"key\":\"task.id\",\"value\":{\"stringValue\":\"refund-17\"}}]}]}]}]}";

    @Test
    void a_judgement_its_span_and_the_messages_within_may_come_to_three_lives_of_a_server(@TempDir Path folder)
            throws IOException, InterruptedException {
        post(folder, "/v1/traces", CALL);
        post(folder, "/v1/logs", JUDGEMENT);
        post(folder, "/v1/traces", AGENT);
        try (RunningServer server = RunningServer.start("telemetry.db", folder)) {
            JsonNode lessons = server.get("/v1/lessons?agent=support").path("items");
            assertThat(lessons).hasSize(1);
            assertThat(lessons.at("/0/task_id").asText()).isEqualTo("refund-17");
            assertThat(lessons.at("/0/evaluation/messages/0/content").asText()).isEqualTo("Hello");
        }
    }

    private static void post(Path folder, String path, String body) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.start("telemetry.db", folder)) {
            assertThat(server.send("POST", path, body).body()).isEqualTo("{}");
            server.kill();
        }
    }
}
