package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.autotrainer.application.spi.BinaryForm;
import org.autotrainer.application.spi.Providers;
import org.junit.jupiter.api.Test;

class OtlpFileTest {
    private static final ByteString TRACE =
            ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ByteString SPAN = ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final KeyValue TASK = KeyValue.newBuilder()
            .setKey("task")
            .setValue(AnyValue.newBuilder().setStringValue("Rückgabe"))
            .build();
    private static final byte[] TRACES = ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(ResourceSpans.newBuilder()
                    .addScopeSpans(ScopeSpans.newBuilder()
                            .addSpans(Span.newBuilder()
                                    .setTraceId(TRACE)
                                    .setSpanId(SPAN)
                                    .setName("chat")
                                    .setStartTimeUnixNano(7)
                                    .addAttributes(TASK))))
            .build()
            .toByteArray();
    private static final byte[] LOGS = ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(ResourceLogs.newBuilder()
                    .addScopeLogs(ScopeLogs.newBuilder()
                            .addLogRecords(LogRecord.newBuilder()
                                    .setTimeUnixNano(7)
                                    .setEventName("gen_ai.evaluation.result")
                                    .setTraceId(TRACE)
                                    .setBody(TASK.getValue())
                                    .addAttributes(TASK))))
            .build()
            .toByteArray();
    private static final String TRACES_LINE = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
            + "\"0102030405060708090a0b0c0d0e0f10\",\"spanId\":\"0102030405060708\",\"name\":\"chat\","
            + "\"startTimeUnixNano\":7,\"attributes\":[{\"key\":\"task\",\"value\":{\"stringValue\":\"Rückgabe\"}}]}]}]}]}";

    private final BinaryForm form = new OtlpFile();

    @Test
    void it_is_found_among_the_forms() {
        assertThat(Providers.all(BinaryForm.class)).hasAtLeastOneElementOfType(OtlpFile.class);
    }

    @Test
    void one_request_is_one_line() {
        assertThat(form.recognises(TRACES)).isTrue();
        assertThat(lines(TRACES)).containsExactly(TRACES_LINE);
    }

    @Test
    void logs_are_told_from_traces_by_what_is_in_them() {
        assertThat(lines(LOGS))
                .singleElement()
                .asString()
                .startsWith("{\"resourceLogs\":")
                .contains("gen_ai.evaluation.result");
    }

    @Test
    void requests_with_their_lengths_are_a_line_each() throws IOException {
        byte[] file = measured(TRACES, LOGS, TRACES);

        assertThat(form.recognises(file)).isTrue();
        assertThat(lines(file)).hasSize(3).startsWith(TRACES_LINE).endsWith(TRACES_LINE);
    }

    @Test
    void a_request_that_is_cut_off_is_told_with_its_number_after_those_before_it() throws IOException {
        byte[] file = measured(TRACES, LOGS);
        for (int lost : new int[] {1, LOGS.length, LOGS.length + 2}) {
            byte[] cut = Arrays.copyOf(file, file.length - lost);
            assertThatThrownBy(() -> lines(cut)).hasMessage("request 2: it is cut off");
        }
        assertThatThrownBy(() -> lines(Arrays.copyOf(TRACES, TRACES.length - 1)))
                .hasMessageStartingWith("request 1: the body is no OTLP in protobuf: it is damaged or cut off");
    }

    @Test
    void a_length_beyond_the_limit_is_refused_before_memory_is_taken() throws IOException {
        byte[] file = measured(TRACES);
        file[0] = 0x7f;
        assertThat(form.recognises(file)).isFalse();
        byte[] second = measured(TRACES, TRACES);
        second[TRACES.length + 4] = 0x7f;
        assertThatThrownBy(() -> lines(second)).hasMessage("request 2: it says that it is longer than 16777216 bytes");
    }

    @Test
    void text_is_none_of_its_files() {
        for (String text : List.of("", "{", "{\"resourceSpans\":[]}", "[1,2,3,4]")) {
            assertThat(form.recognises(text.getBytes(UTF_8))).as(text).isFalse();
        }
    }

    private static byte[] measured(byte[]... requests) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] request : requests) {
            out.writeInt(request.length);
            out.write(request);
        }
        return bytes.toByteArray();
    }

    private List<String> lines(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        List<String> lines = new ArrayList<>();
        form.objects(most -> {
                    byte[] next = new byte[Math.min(most, bytes.remaining())];
                    bytes.get(next);
                    return next;
                })
                .forEachRemaining(object -> lines.add(new String(object, UTF_8)));
        return lines;
    }
}
