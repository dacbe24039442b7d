package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.application.TrainingLoop;

/** Somebody who speaks MCP with a server over HTTP, in either era. */
final class McpPeer implements AutoCloseable {
    static final String VERSION = "2026-07-28";

    private final ApiDocument document = new ApiDocument();
    private final Exchange server;

    McpPeer(TrainingLoop loop) {
        server = Exchange.with(loop);
    }

    /** A request of the older kind. */
    static String legacy(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    /** A call of a tool, of the older kind. */
    static String call(String tool, String arguments) {
        return legacy("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    /** A request that says its revision. */
    static String modern(String method, String params) {
        ObjectNode message = (ObjectNode) ApiDocument.parse(legacy(method, params));
        ((ObjectNode) message.path("params"))
                .putObject("_meta")
                .put("io.modelcontextprotocol/protocolVersion", VERSION)
                .putObject("io.modelcontextprotocol/clientCapabilities");
        return message.toString();
    }

    /** What the head says of a message. */
    static Map<String, String> head(String message) {
        JsonNode parsed = ApiDocument.parse(message);
        Map<String, String> head = new LinkedHashMap<>();
        head.put("MCP-Protocol-Version", VERSION);
        head.put("Mcp-Method", parsed.path("method").asText());
        if (parsed.path("params").has("name")) {
            head.put("Mcp-Name", parsed.at("/params/name").asText());
        }
        return head;
    }

    /** Sends a message with some fields in the head; the answer is one that the document describes. */
    Exchange.Reply send(String message, Map<String, String> head) throws IOException {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content-Type", "application/json");
        fields.put("Accept", "application/json, text/event-stream");
        fields.put("Content-Length", Integer.toString(body.length));
        fields.putAll(head);
        try (Socket socket = server.begin("POST /mcp", fields)) {
            socket.getOutputStream().write(body);
            Exchange.Reply reply = Exchange.read(socket);
            document.describes(document.operation("POST /mcp"), reply);
            return reply;
        }
    }

    /** The answer to a request of the older kind. */
    JsonNode asks(String method, String params) throws IOException {
        return ApiDocument.parse(send(legacy(method, params), Map.of()).body());
    }

    /** The answer to a request that says its revision. */
    JsonNode asksToday(String method, String params) throws IOException {
        String message = modern(method, params);
        return ApiDocument.parse(send(message, head(message)).body());
    }

    /** The result of a tool, which may say what is wrong. */
    JsonNode calls(String tool, String arguments) throws IOException {
        JsonNode answer = asks("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
        assertThat(answer.path("result").isObject()).as("%s", answer).isTrue();
        return answer.path("result");
    }

    Exchange http() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
