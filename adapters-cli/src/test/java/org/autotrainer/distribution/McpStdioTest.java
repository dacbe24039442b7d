package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code autotrainer mcp} as a host starts it: a process, three streams, and an end. */
@Timeout(120)
class McpStdioTest {
    private static final int MANY = 2_000;

    @TempDir
    private Path folder;

    private ProcessBuilder mcp(String store) throws IOException {
        return Distribution.shell("exec autotrainer mcp --store " + store, folder.resolve("home"), folder)
                .redirectError(folder.resolve("errors").toFile());
    }

    private static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}\n";
    }

    private static String record(int id) {
        return call(id, "record_evaluation", "{\"task_id\":\"t" + id + "\",\"suggestions\":[\"Be kind\"]}");
    }

    private static void say(Process process, String text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    @Test
    void two_thousand_messages_in_one_write_are_all_answered_and_the_end_of_input_is_the_end()
            throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            said.append(i % 10 == 0 ? record(i) : "{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"ping\"}\n");
        }
        Path input = Files.writeString(folder.resolve("said"), said);
        Path output = folder.resolve("answers");

        Process process = mcp("many.db")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        List<String> answers = Files.readAllLines(output);
        assertThat(answers).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            JsonNode answer = RunningServer.JSON.readTree(answers.get(i));
            assertThat(answer.path("id").asInt()).isEqualTo(i);
            assertThat(answer.path("result").isObject()).as(answers.get(i)).isTrue();
        }
        assertThat(Files.readString(folder.resolve("errors")))
                .isEqualTo("autotrainer: made the store sqlite:many.db\n");
    }

    @Test
    void a_signal_ends_it_and_nothing_that_was_answered_is_lost() throws IOException, InterruptedException {
        Process process = mcp("stopped.db").start();
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        say(process, record(1));
        assertThat(answers.readLine()).contains("\"applied\":1");
        say(process, call(2, "recall_heuristics", "{\"task_id\":\"t2\",\"context\":{\"text\":\"be kind\"}}"));
        String receipt = RunningServer.JSON
                .readTree(answers.readLine())
                .at("/result/structuredContent/receipt")
                .asText();

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isIn(0, 128 + 15);
        String checked = Distribution.sh(
                        "autotrainer store check --store stopped.db --json", folder.resolve("home"), folder)
                .output();
        assertThat(receipt).hasSize(32);
        assertThat(RunningServer.JSON.readTree(checked).path("facts").asInt()).isEqualTo(2);
        assertThat(RunningServer.JSON.readTree(checked).path("ok").asBoolean()).isTrue();
    }

    @Test
    void what_one_host_records_the_next_recalls() throws IOException, InterruptedException {
        Process one = mcp("shared.db").start();
        BufferedReader ofOne = one.inputReader(StandardCharsets.UTF_8);
        say(one, record(1));
        ofOne.readLine();
        Process other = mcp("shared.db").start();
        say(other, call(2, "list_heuristics", "{}"));
        assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).contains("Be kind");
        say(other, record(3));
        other.getOutputStream().close();
        assertThat(other.waitFor()).isZero();

        say(one, call(4, "list_heuristics", "{}"));

        assertThat(ofOne.readLine()).contains("\\\"support\\\":2");
        one.getOutputStream().close();
        assertThat(one.waitFor()).isZero();
    }

    @Test
    void a_store_that_cannot_be_used_is_told_beside_the_protocol() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("other.db"), "not a store, and longer than nothing".repeat(100));

        Process process = mcp("other.db").start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors")))
                .startsWith("autotrainer: ")
                .hasLineCount(1);
    }

    @Test
    void neither_the_server_of_http_nor_protobuf_is_loaded() throws IOException, InterruptedException {
        ProcessBuilder builder = mcp("quick.db");
        builder.environment().put("AUTOTRAINER_OPTS", "-Xlog:class+load:file=" + folder.resolve("classes"));
        Process process = builder.start();
        say(process, record(1) + call(2, "recall_heuristics", "{}"));
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();

        assertThat(Files.readString(folder.resolve("classes")))
                .contains("org.autotrainer.adapters.http.McpServer ")
                .doesNotContain("org.eclipse.jetty", "com.google.protobuf", "io.opentelemetry");
    }
}
