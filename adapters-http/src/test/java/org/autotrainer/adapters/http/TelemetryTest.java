package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.application.format.Telemetry.agent;
import static org.autotrainer.application.format.Telemetry.call;
import static org.autotrainer.application.format.Telemetry.failure;
import static org.autotrainer.application.format.Telemetry.logs;
import static org.autotrainer.application.format.Telemetry.traces;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.format.Telemetry;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryTest {
    private static final String TOKEN = "a-token-of-the-tests";
    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final ServerProvider.Server server =
            new HttpServerProvider().start(loop, new ServerProvider.Options("127.0.0.1", 0, TOKEN, 0));

    @AfterEach
    void stop() {
        server.close();
        loop.close();
    }

    private record Reply(int status, String mediaType, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @Test
    void traces_and_logs_in_json_become_evaluations() throws Exception {
        for (int times = 0; times < 2; times++) {
            Reply logged = post("/v1/logs", JSON, "", json(logs(failure("Always look up the order."))));
            assertThat(logged.status()).isEqualTo(200);
            assertThat(logged.mediaType()).isEqualTo(JSON);
            assertThat(logged.text()).isEqualTo("{}");
            assertThat(post("/v1/traces", JSON, "", json(traces(call(), agent())))
                            .text())
                    .isEqualTo("{}");
        }
        EvaluationBody lesson = lesson();
        assertThat(lesson.taskId()).isEqualTo("refund-7");
        assertThat(lesson.suggestions()).hasSize(1);
        assertThat(loop.heuristics().list("support", "", 10).items()).hasSize(1);
    }

    @Test
    void the_same_in_protobuf_compressed_becomes_the_same_evaluation() throws Exception {
        Reply traced = post("/v1/traces", PROTOBUF, "gzip", packed(spans().toByteArray()));
        assertThat(traced.status()).isEqualTo(200);
        assertThat(traced.mediaType()).isEqualTo(PROTOBUF);
        assertThat(traced.body()).isEmpty();
        assertThat(post("/v1/logs", PROTOBUF, "gzip", packed(records().toByteArray()))
                        .body())
                .isEmpty();
        EvaluationBody lesson = lesson();
        assertThat(lesson.taskId()).isEqualTo("refund-7");
        assertThat(lesson.score()).isEqualTo(1);
        assertThat(lesson.success()).isTrue();
        assertThat(lesson.context().tags()).containsExactly("cups");
        assertThat(lesson.parameters()).isEqualTo(Map.of("temperature", 0.5, "max_tokens", 0L));
        assertThat(lesson.occurredAt()).isEqualTo("2026-11-22T22:07:21.380Z");
    }

    @Test
    void what_could_not_be_read_is_told_as_a_partial_success() throws Exception {
        Map<String, Object> wrong = Telemetry.with(agent(), "traceId", "no");
        Reply inJson = post("/v1/traces", JSON, "", json(traces(wrong, call(), wrong)));
        assertThat(inJson.status()).isEqualTo(200);
        assertThat(inJson.text())
                .isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":"
                        + "\"traceId is \\\"no\\\"; allowed are 32 hexadecimal digits\"}}");
        Reply inProtobuf = post(
                "/v1/traces",
                PROTOBUF,
                "",
                ExportTraceServiceRequest.newBuilder()
                        .addResourceSpans(ResourceSpans.newBuilder()
                                .addScopeSpans(ScopeSpans.newBuilder().addSpans(Span.getDefaultInstance())))
                        .build()
                        .toByteArray());
        assertThat(ExportTraceServiceResponse.parseFrom(inProtobuf.body())
                        .getPartialSuccess()
                        .getRejectedSpans())
                .isEqualTo(1);
        Reply ofLogs = post(
                "/v1/logs",
                PROTOBUF,
                "",
                ExportLogsServiceRequest.newBuilder()
                        .addResourceLogs(ResourceLogs.newBuilder()
                                .addScopeLogs(ScopeLogs.newBuilder()
                                        .addLogRecords(
                                                LogRecord.newBuilder().setEventName("gen_ai.evaluation.result"))))
                        .build()
                        .toByteArray());
        assertThat(ofLogs.mediaType()).isEqualTo(PROTOBUF);
        assertThat(reason(ofLogs)).startsWith("a judgement names no critic");
    }

    private static String reason(Reply reply) throws InvalidProtocolBufferException {
        return ExportLogsServiceResponse.parseFrom(reply.body())
                .getPartialSuccess()
                .getErrorMessage();
    }

    @Test
    void fields_that_are_not_known_are_left_out() throws Exception {
        assertThat(post(
                                "/v1/traces",
                                JSON,
                                "",
                                "{\"resourceMetrics\":[1],\"resourceLogs\":5}".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "0a05", "0a7f0102", "0a02ff0f"})
    void what_is_no_protobuf_is_a_problem(String hex) throws Exception {
        Reply reply = post("/v1/traces", PROTOBUF, "", HexFormat.of().parseHex(hex));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.text()).contains("the body is no OTLP in protobuf: it is damaged or cut off");
    }

    @Test
    void a_value_that_nests_too_deep_is_a_problem() throws Exception {
        AnyValue deep = AnyValue.newBuilder().setStringValue("x").build();
        for (int level = 0; level < 40; level++) {
            deep = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(deep))
                    .build();
        }
        byte[] body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder()
                                        .addAttributes(KeyValue.newBuilder()
                                                .setKey("gen_ai.x")
                                                .setValue(deep)))))
                .build()
                .toByteArray();
        Reply reply = post("/v1/traces", PROTOBUF, "", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("nests deeper than 64 levels");
    }

    @Test
    void millions_of_empty_messages_are_a_problem_and_take_no_memory() throws Exception {
        ByteArrayOutputStream spans = new ByteArrayOutputStream();
        for (int i = 0; i < 2_500_000; i++) {
            spans.write(new byte[] {0x12, 0}); // an empty span
        }
        byte[] scope = field(2, spans.toByteArray());
        Reply reply = post("/v1/traces", PROTOBUF, "", field(1, scope));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("more than 2000000 values");
        Reply inJson = post(
                "/v1/traces",
                JSON,
                "",
                ("{\"resourceSpans\":[" + "{},".repeat(2_500_000) + "{}]}").getBytes(StandardCharsets.UTF_8));
        assertThat(inJson.status()).isEqualTo(400);
    }

    private static byte[] field(int number, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        int length = content.length;
        while (length > 127) {
            out.write(length & 127 | 128);
            length >>>= 7;
        }
        out.write(length);
        out.write(content);
        return out.toByteArray();
    }

    @Test
    void a_body_that_unpacks_into_too_much_is_too_large() throws Exception {
        byte[] bits = new byte[17 << 20];
        Random random = new Random(1);
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) random.nextInt(2);
        }
        Reply large = post("/v1/logs", JSON, "gzip", packed(bits));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("16777216 bytes when it is unpacked");
        byte[] bomb = packed(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        Reply reply = post("/v1/logs", JSON, "gzip", bomb);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("more than 100 times its size");
    }

    @Test
    void a_body_that_is_not_packed_as_it_says_is_a_problem() throws Exception {
        byte[] whole = packed(json(traces(agent())));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        assertThat(post("/v1/traces", JSON, "gzip", cut).status()).isEqualTo(400);
        assertThat(post("/v1/traces", JSON, "gzip", json(traces(agent()))).status())
                .isEqualTo(400);
        assertThat(post("/v1/traces", JSON, "deflate", whole).status()).isEqualTo(415);
        assertThat(post("/v1/evaluations", JSON, "deflate", whole).status()).isEqualTo(415);
        assertThat(post("/v1/traces", "text/plain", "", whole).status()).isEqualTo(415);
    }

    @Test
    void the_token_is_needed_as_everywhere() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/v1/traces"))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    private EvaluationBody lesson() {
        List<EvaluationBody> lessons = loop.lessons().list("support", "", 10).items().stream()
                .map(item -> item.evaluation())
                .toList();
        assertThat(lessons).hasSize(1);
        return lessons.get(0);
    }

    private Reply post(String path, String mediaType, String encoding, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private static byte[] json(Map<String, Object> request) {
        return Json.bytes(request);
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static ByteString id(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static ExportTraceServiceRequest spans() {
        Span.Builder parent = Span.newBuilder()
                .setTraceId(id(Telemetry.TRACE))
                .setSpanId(id(Telemetry.AGENT))
                .setStartTimeUnixNano(1_795_385_241_376_000_000L)
                .setEndTimeUnixNano(1_795_385_241_380_000_000L)
                .addAttributes(text("gen_ai.operation.name", "invoke_agent"))
                .addAttributes(text("gen_ai.agent.name", "support"))
                .addAttributes(text("task.id", "refund-7"))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("autotrainer.tags")
                        .setValue(AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder()
                                        .addValues(AnyValue.newBuilder().setStringValue("cups")))));
        Span.Builder child = Span.newBuilder()
                .setTraceId(id(Telemetry.TRACE))
                .setSpanId(id(Telemetry.CALL))
                .setParentSpanId(id(Telemetry.AGENT))
                .addAttributes(text("gen_ai.operation.name", "chat"))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("gen_ai.request.temperature")
                        .setValue(AnyValue.newBuilder().setDoubleValue(0.5)))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("gen_ai.request.max_tokens")
                        .setValue(AnyValue.newBuilder().setIntValue(0)));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(parent).addSpans(child)))
                .build();
    }

    private static ExportLogsServiceRequest records() {
        LogRecord.Builder record = LogRecord.newBuilder()
                .setEventName("gen_ai.evaluation.result")
                .setTraceId(id(Telemetry.TRACE))
                .setSpanId(id(Telemetry.AGENT))
                .addAttributes(text("gen_ai.evaluation.name", "judge"))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("gen_ai.evaluation.score.value")
                        .setValue(AnyValue.newBuilder().setIntValue(1)));
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(record)))
                .build();
    }
}
