package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP over two streams: a line in, a line out, whatever the lines hold. */
@Timeout(60)
class McpConversationTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}";

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());

    @AfterEach
    void stop() {
        loop.close();
    }

    /** What is answered to all that is said. */
    private static List<String> answers(TrainingLoop loop, byte[] said) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountDownLatch over = new CountDownLatch(1);
        ServerProvider.Conversation conversation =
                new McpServerProvider().converse(loop, new ByteArrayInputStream(said), out, over::countDown);
        over.await();
        conversation.close();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
        return text.lines().toList();
    }

    private List<String> answers(String... lines) throws InterruptedException {
        return answers(loop, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static int code(String answer) {
        return ApiDocument.parse(answer).at("/error/code").asInt();
    }

    @Test
    void each_request_is_answered_by_a_line_in_its_order() throws InterruptedException {
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
    void tools_can_be_called_without_an_opening() throws InterruptedException {
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
    void a_line_that_is_no_message_is_answered_and_the_next_is_served(String line) throws InterruptedException {
        List<String> answers = answers(line, PING);

        assertThat(answers).hasSize(2);
        assertThat(code(answers.get(0))).isIn(-32_700, -32_600);
        assertThat(ApiDocument.parse(answers.get(0)).has("id")).isFalse();
        assertThat(answers.get(1)).isEqualTo(PONG);
    }

    @Test
    void bytes_that_are_no_letters_are_answered() throws InterruptedException {
        byte[] said = ("{\"\u00ff\":1}\n" + PING).getBytes(StandardCharsets.ISO_8859_1);

        List<String> answers = answers(loop, said);

        assertThat(code(answers.get(0))).isEqualTo(-32_700);
        assertThat(answers.get(1)).isEqualTo(PONG);
    }

    @Test
    void blank_lines_and_ends_of_windows_are_passed_over() throws InterruptedException {
        assertThat(answers("", "  \t", PING + "\r", "\r", PING)).containsExactly(PONG, PONG);
    }

    @Test
    void the_last_line_needs_no_end() throws InterruptedException {
        assertThat(answers(loop, PING.getBytes(StandardCharsets.UTF_8))).containsExactly(PONG);
    }

    @Test
    void a_line_is_as_long_as_is_allowed_and_no_longer() throws InterruptedException {
        String longest = PING + " ".repeat(McpMessage.LIMIT - PING.length());

        List<String> answers = answers(longest, longest + " ", "x".repeat(3 * McpMessage.LIMIT), PING);

        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).isEqualTo(PONG);
        assertThat(code(answers.get(1))).isEqualTo(-32_600);
        assertThat(answers.get(2)).isEqualTo(answers.get(1)).contains("allowed are up to 1048576 bytes");
        assertThat(answers.get(3)).isEqualTo(PONG);
    }

    @Test
    void a_line_without_an_end_takes_no_more_memory_than_is_allowed() throws InterruptedException {
        InputStream endless = new InputStream() {
            private long left = 400L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int given = (int) Math.min(left, length);
                java.util.Arrays.fill(bytes, from, from + given, (byte) 'x');
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountDownLatch over = new CountDownLatch(1);
        new McpServerProvider().converse(loop, endless, out, over::countDown);
        over.await();

        assertThat(code(out.toString(StandardCharsets.UTF_8).strip())).isEqualTo(-32_600);
    }

    @Test
    void a_request_that_was_called_off_harms_nobody() throws InterruptedException {
        assertThat(answers(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"p\"}}",
                        PING))
                .containsExactly(PONG);
    }

    @Test
    void a_store_that_breaks_is_told_as_a_failure_and_the_next_is_served() throws InterruptedException {
        Store broken = (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (store, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new IllegalStateException("a secret of the store");
                });
        try (TrainingLoop failing = TrainingLoop.over(broken)) {
            String call = McpPeer.legacy("tools/call", "{\"name\":\"list_heuristics\"}");

            List<String> answers = answers(failing, (call + "\n" + PING).getBytes(StandardCharsets.UTF_8));

            JsonNode failed = ApiDocument.parse(answers.get(0));
            assertThat(failed.path("id").asInt()).isEqualTo(1);
            assertThat(failed.at("/error/code").asInt()).isEqualTo(-32_603);
            assertThat(answers.get(0)).doesNotContain("secret");
            assertThat(answers.get(1)).isEqualTo(PONG);
        }
    }

    @Test
    void after_it_is_closed_nothing_more_is_begun() throws IOException, InterruptedException {
        PipedOutputStream toServer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(toServer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountDownLatch over = new CountDownLatch(1);
        ServerProvider.Conversation conversation = new McpServerProvider().converse(loop, in, out, over::countDown);

        conversation.close();
        conversation.close();
        toServer.write((PING + "\n" + PING + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.close();

        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(out.size()).isZero();
    }

    @Test
    void a_peer_that_listens_no_more_ends_it() throws InterruptedException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        CountDownLatch over = new CountDownLatch(1);
        InputStream said = new ByteArrayInputStream((PING + "\n").repeat(3).getBytes(StandardCharsets.UTF_8));

        new McpServerProvider().converse(loop, said, gone, over::countDown);

        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void each_server_says_where_the_other_way_is() {
        ServerProvider.Options options = new ServerProvider.Options("127.0.0.1", 0, "a-token", 0);

        assertThatThrownBy(() -> new McpServerProvider().start(loop, options))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageContaining("/mcp");
        assertThatThrownBy(() -> new HttpServerProvider()
                        .converse(loop, InputStream.nullInputStream(), OutputStream.nullOutputStream(), () -> {}))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageContaining("listens at an address");
    }
}
