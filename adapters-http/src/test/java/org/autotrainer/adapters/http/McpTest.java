package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP over HTTP, in both eras: who speaks which, and what is told to whom keeps to neither. */
class McpTest {
    private static final String PING = McpPeer.legacy("ping", "{}");
    private static final String CALL = McpPeer.modern("tools/call", "{\"name\":\"list_heuristics\",\"arguments\":{}}");

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final McpPeer peer = new McpPeer(loop);

    @AfterEach
    void stop() {
        peer.close();
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2024-11-05",
        "2023-01-01, 2025-11-25",
        "2026-07-28, 2025-11-25"
    })
    void a_conversation_opens_in_the_revision_that_both_speak(String asked, String opened) throws IOException {
        JsonNode result = peer.asks("initialize", "{\"protocolVersion\":\"" + asked + "\",\"capabilities\":{}}")
                .path("result");

        assertThat(result.path("protocolVersion").asText()).isEqualTo(opened);
        assertThat(result.at("/capabilities/tools").isObject()).isTrue();
        assertThat(result.at("/serverInfo/name").asText()).isEqualTo("autotrainer");
        assertThat(result.at("/serverInfo/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(result.path("instructions").asText()).contains("recall_heuristics", "record_evaluation");
        assertThat(result.has("resultType")).isFalse();
    }

    @Test
    void what_the_server_speaks_and_can_do_is_discovered() throws IOException {
        JsonNode result = peer.asksToday("server/discover", "{}").path("result");

        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.path("supportedVersions"))
                .extracting(JsonNode::asText)
                .contains("2026-07-28", "2025-11-25");
        assertThat(result.at("/capabilities/tools").isObject()).isTrue();
        assertThat(result.path("ttlMs").isInt()).isTrue();
        assertThat(result.path("cacheScope").asText()).isEqualTo("public");
        assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name").asText())
                .isEqualTo("autotrainer");
    }

    @Test
    void a_request_that_says_its_revision_is_answered_with_what_that_one_adds() throws IOException {
        JsonNode list = peer.asksToday("tools/list", "{}").path("result");
        JsonNode call =
                peer.asksToday("tools/call", "{\"name\":\"list_heuristics\"}").path("result");

        assertThat(list.path("tools").size()).isEqualTo(5);
        assertThat(list.path("resultType").asText()).isEqualTo("complete");
        assertThat(list.path("ttlMs").isInt()).isTrue();
        assertThat(call.path("resultType").asText()).isEqualTo("complete");
        assertThat(call.has("ttlMs")).isFalse();
        assertThat(call.path("structuredContent").path("items").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
    void a_request_of_the_older_kind_may_say_its_revision_in_the_head(String version) throws IOException {
        Exchange.Reply reply = peer.send(
                McpPeer.legacy("tools/list", "{}"), Map.of("MCP-Protocol-Version", version, "Mcp-Method", "x"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(ApiDocument.parse(reply.body()).at("/result/resultType").isMissingNode())
                .isTrue();
    }

    @Test
    void no_session_is_minted_and_none_is_needed() throws IOException {
        Exchange.Reply opened = peer.send(McpPeer.legacy("initialize", "{}"), Map.of("Mcp-Session-Id", "mine"));
        Exchange.Reply listed =
                peer.send(McpPeer.legacy("tools/list", "{}"), Map.of("Mcp-Session-Id", "other", "Last-Event-ID", "7"));

        assertThat(opened.headers()).doesNotContainKey("mcp-session-id");
        assertThat(listed.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"unheard/of\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"error\":{\"code\":1,\"message\":\"no\"}}"
            })
    void what_nobody_waits_for_is_taken_without_a_word(String message) throws IOException {
        Exchange.Reply reply = peer.send(message, Map.of());

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.mediaType()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|-32600",
                " [{}]|-32600",
                "{|-32700",
                "5|-32700",
                "{} {}|-32700",
                "{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\"}|-32700",
                "{}|-32600",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}|-32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":null}|-32602"
            })
    void what_is_no_message_is_refused_with_its_code(String message, int code) throws IOException {
        Exchange.Reply reply = peer.send(message, Map.of());

        assertThat(reply.status()).isEqualTo(400);
        JsonNode answer = ApiDocument.parse(reply.body());
        assertThat(answer.at("/error/code").asInt()).isEqualTo(code);
        assertThat(answer.at("/error/message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-7", "9007199254740993", "123456789012345678901234567890", "\"\"", "\"a b\""})
    void an_answer_has_the_id_of_its_request(String id) throws IOException {
        Exchange.Reply reply = peer.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}", Map.of());

        assertThat(reply.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
    }

    @Test
    void a_method_that_there_is_not_is_told_in_the_way_of_the_era() throws IOException {
        String today = McpPeer.modern("resources/list", "{}");

        Exchange.Reply older = peer.send(McpPeer.legacy("resources/list", "{}"), Map.of());
        Exchange.Reply newer = peer.send(today, McpPeer.head(today));

        assertThat(older.status()).isEqualTo(200);
        assertThat(newer.status()).isEqualTo(404);
        for (Exchange.Reply reply : List.of(older, newer)) {
            assertThat(ApiDocument.parse(reply.body()).at("/error/code").asInt())
                    .isEqualTo(-32_601);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"initialize", "ping", "logging/setLevel"})
    void what_only_the_older_kind_has_the_newer_does_not_know(String method) throws IOException {
        assertThat(peer.asksToday(method, "{}").at("/error/code").asInt()).isEqualTo(-32_601);
    }

    @Test
    void a_revision_that_is_not_spoken_is_told_which_are() throws IOException {
        String message = McpPeer.modern("tools/list", "{}").replace(McpPeer.VERSION, "2031-01-01");
        Map<String, String> head = new LinkedHashMap<>(McpPeer.head(message));
        head.put("MCP-Protocol-Version", "2031-01-01");

        for (Exchange.Reply reply :
                List.of(peer.send(message, head), peer.send(PING, Map.of("MCP-Protocol-Version", "2031-01-01")))) {
            assertThat(reply.status()).isEqualTo(400);
            JsonNode error = ApiDocument.parse(reply.body()).path("error");
            assertThat(error.path("code").asInt()).isEqualTo(-32_022);
            assertThat(error.at("/data/requested").asText()).isEqualTo("2031-01-01");
            assertThat(error.at("/data/supported")).extracting(JsonNode::asText).contains("2026-07-28", "2025-11-25");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MCP-Protocol-Version, 2025-11-25",
        "MCP-Protocol-Version, ''",
        "Mcp-Method, tools/list",
        "Mcp-Method, ''",
        "Mcp-Method, Tools/Call",
        "Mcp-Name, recall_heuristics",
        "Mcp-Name, ''",
        "Mcp-Name, =?base64?cmVjYWxs?=",
        "Mcp-Name, =?base64?%%?=",
        "Mcp-Name, '=?base64?='"
    })
    void a_head_that_says_something_else_than_the_body_is_refused(String field, String value) throws IOException {
        Map<String, String> head = new LinkedHashMap<>(McpPeer.head(CALL));
        head.put(field, value);

        Exchange.Reply reply = peer.send(CALL, head);

        assertThat(reply.status()).isEqualTo(400);
        JsonNode answer = ApiDocument.parse(reply.body());
        assertThat(answer.path("id").asInt()).isEqualTo(1);
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32_020);
        assertThat(answer.at("/error/message").asText()).contains(field);
    }

    @Test
    void a_field_of_the_head_that_stands_there_twice_is_refused() throws IOException {
        Map<String, String> head = new LinkedHashMap<>(McpPeer.head(CALL));
        head.put("mcp-name", "recall_heuristics"); // names of fields are the same in any letters

        assertThat(peer.send(CALL, head).status()).isEqualTo(400);
    }

    @Test
    void the_name_of_a_tool_may_be_written_in_base64() throws IOException {
        Map<String, String> head = new LinkedHashMap<>(McpPeer.head(CALL));
        head.put("Mcp-Name", "=?base64?bGlzdF9oZXVyaXN0aWNz?=");

        assertThat(peer.send(CALL, head).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.modelcontextprotocol/protocolVersion", "io.modelcontextprotocol/clientCapabilities"})
    void a_newer_request_that_leaves_out_what_it_must_say_is_refused(String name) throws IOException {
        Exchange.Reply reply = peer.send(CALL.replace(name, "other"), McpPeer.head(CALL));

        assertThat(reply.status()).isEqualTo(400);
        JsonNode error = ApiDocument.parse(reply.body()).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32_602);
        assertThat(error.path("message").asText()).contains(name);
    }

    @Test
    void a_tool_that_there_is_not_is_no_result() throws IOException {
        JsonNode answer = peer.asks("tools/call", "{\"name\":\"delete_everything\"}");

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32_602);
        assertThat(answer.at("/error/message").asText()).contains("delete_everything", "recall_heuristics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"x\""})
    void arguments_that_are_no_object_are_no_result(String arguments) throws IOException {
        JsonNode answer = peer.asks("tools/call", "{\"name\":\"list_heuristics\",\"arguments\":" + arguments + "}");

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32_602);
    }

    @Test
    void there_is_one_page_of_tools() throws IOException {
        assertThat(peer.asks("tools/list", "{}").at("/result/nextCursor").isMissingNode())
                .isTrue();
        assertThat(peer.asks("tools/list", "{\"cursor\":\"x\"}")
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32_602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void nothing_but_messages_is_taken(String method) throws IOException {
        Exchange.Reply reply = peer.http().raw(method + " /mcp", Map.of("Accept", "text/event-stream"));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().get("allow")).isEqualTo("OPTIONS, POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json, text/event-stream|200",
                "application/json|200",
                "application/*;q=0.5|200",
                "*/*|200",
                "APPLICATION/JSON|200",
                "text/event-stream|406",
                "application/json;q=0, text/event-stream|406",
                "text/html|406"
            })
    void the_answer_comes_in_json_or_not_at_all(String accept, int status) throws IOException {
        assertThat(peer.send(PING, Map.of("Accept", accept)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type|text/plain|415",
                "Content-Encoding|br|415",
                "Origin|http://evil.example|403",
                "Origin|null|403",
                "Host|evil.example|421",
                "Authorization|Bearer nobody|401"
            })
    void what_is_refused_everywhere_is_refused_here(String field, String value, int status) throws IOException {
        assertThat(peer.send(PING, Map.of(field, value)).status()).isEqualTo(status);
    }

    @Test
    void a_message_is_as_large_and_as_deep_as_is_allowed_and_no_more() throws IOException {
        String largest = PING + " ".repeat(McpMessage.LIMIT - PING.length());

        assertThat(peer.send(largest, Map.of()).status()).isEqualTo(200);
        assertThat(peer.send(largest + " ", Map.of()).status()).isEqualTo(413);
        List<Integer> statuses = new ArrayList<>();
        for (int depth : List.of(60, 70, 100_000)) {
            String deep = "[".repeat(depth) + "]".repeat(depth);
            statuses.add(peer.send(McpPeer.legacy("ping", "{\"a\":" + deep + "}"), Map.of())
                    .status());
        }
        assertThat(statuses).containsExactly(200, 400, 400);
    }

    @Test
    void a_parameter_of_the_address_is_refused() throws IOException {
        assertThat(peer.http()
                        .raw("POST /mcp?token=x", Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(400);
    }
}
