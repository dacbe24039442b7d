package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP line by line: a line in, a line out, whatever the line holds. */
class McpDialogueTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}";

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());

    @AfterEach
    void stop() {
        loop.close();
    }

    /** What is answered to some lines. */
    private static List<String> answers(TrainingLoop loop, List<byte[]> lines) {
        ServerProvider.Dialogue dialogue =
                new McpServerProvider().dialogue(loop).orElseThrow();
        return lines.stream()
                .map(dialogue::answer)
                .filter(answer -> answer.length > 0)
                .map(answer -> new String(answer, StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> answers(String... lines) {
        return answers(
                loop,
                Stream.of(lines)
                        .map(line -> line.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static int code(String answer) {
        return ApiDocument.parse(answer).at("/error/code").asInt();
    }

    @Test
    void each_request_is_answered_by_a_line_in_its_order() {
        List<String> answers = answers(
                McpPeer.legacy("initialize", "{\"protocolVersion\":\"2025-11-25\"}"),
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                PING,
                McpPeer.modern("server/discover", "{}"),
                McpPeer.modern("tools/call", "{\"name\":\"list_heuristics\",\"arguments\":{}}"));

        assertThat(answers).hasSize(4);
        assertThat(ApiDocument.parse(answers.get(0))
                        .at("/result/protocolVersion")
                        .asText())
                .isEqualTo("2025-11-25");
        assertThat(answers.get(1)).isEqualTo(PONG);
        assertThat(ApiDocument.parse(answers.get(2)).at("/result/resultType").asText())
                .isEqualTo("complete");
        assertThat(ApiDocument.parse(answers.get(3))
                        .at("/result/structuredContent/items")
                        .isArray())
                .isTrue();
    }

    @Test
    void tools_can_be_called_without_an_opening() {
        List<String> answers = answers(McpPeer.legacy("tools/call", "{\"name\":\"list_heuristics\"}"));

        assertThat(ApiDocument.parse(answers.get(0)).at("/result/isError").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "[]",
                "[{}]",
                "5",
                "\"x\"",
                "null",
                "{} {}",
                "\u0000",
                "\ufeff{}",
                "{\"a\":1e99999999999}"
            })
    void a_line_that_is_no_message_is_answered_and_the_next_is_served(String line) {
        List<String> answers = answers(line, PING);

        assertThat(answers).hasSize(2);
        assertThat(code(answers.get(0))).isIn(-32_700, -32_600);
        assertThat(ApiDocument.parse(answers.get(0)).has("id")).isFalse();
        assertThat(answers.get(1)).isEqualTo(PONG);
    }

    @Test
    void bytes_that_are_no_letters_are_answered() {
        List<String> answers = answers(
                loop,
                List.of("{\"\u00ff\":1}".getBytes(StandardCharsets.ISO_8859_1), PING.getBytes(StandardCharsets.UTF_8)));

        assertThat(code(answers.get(0))).isEqualTo(-32_700);
        assertThat(answers.get(1)).isEqualTo(PONG);
    }

    @Test
    void a_line_is_as_long_as_is_allowed_and_no_longer() {
        String longest = PING + " ".repeat(McpMessage.LIMIT - PING.length());

        List<String> answers = answers(longest, longest + " ", "x".repeat(McpMessage.LIMIT + 1), PING);

        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).isEqualTo(PONG);
        assertThat(code(answers.get(1))).isEqualTo(-32_600);
        assertThat(answers.get(2)).isEqualTo(answers.get(1)).contains("allowed are up to 1048576 bytes");
        assertThat(answers.get(3)).isEqualTo(PONG);
    }

    @Test
    void a_request_that_was_called_off_harms_nobody() {
        assertThat(answers(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"p\"}}",
                        PING))
                .containsExactly(PONG);
    }

    @Test
    void a_store_that_breaks_is_told_as_a_failure_and_the_next_is_served() {
        Store broken = (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (store, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new IllegalStateException("a secret of the store");
                });
        try (TrainingLoop failing = TrainingLoop.over(broken)) {
            String call = McpPeer.legacy("tools/call", "{\"name\":\"list_heuristics\"}");

            List<String> answers = answers(
                    failing, List.of(call.getBytes(StandardCharsets.UTF_8), PING.getBytes(StandardCharsets.UTF_8)));

            JsonNode failed = ApiDocument.parse(answers.get(0));
            assertThat(failed.path("id").asInt()).isEqualTo(1);
            assertThat(failed.at("/error/code").asInt()).isEqualTo(-32_603);
            assertThat(answers.get(0)).doesNotContain("secret");
            assertThat(answers.get(1)).isEqualTo(PONG);
        }
    }

    @Test
    void each_server_says_where_the_other_way_is() {
        ServerProvider.Options options = new ServerProvider.Options("127.0.0.1", 0, "a-token", 0);

        assertThatThrownBy(() -> new McpServerProvider().start(loop, options))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageContaining("/mcp");
        assertThat(new HttpServerProvider().dialogue(loop)).isEmpty();
    }
}
