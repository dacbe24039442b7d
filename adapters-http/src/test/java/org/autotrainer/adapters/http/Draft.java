package org.autotrainer.adapters.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.autotrainer.domain.memory.Heuristic;

/** A request that is well-formed at first, and may be changed anywhere before it is sent. */
final class Draft {
    /** An evaluation, as good as any. */
    static final String EVALUATION =
            "{\"agent\":\"support\",\"task_id\":\"refund-17\",\"success\":true,\"score\":0.5,\"suggestions\":"
                    + "[\"Look up the order first\",{\"text\":\"Ask for a photo\",\"tags\":[\"refund\"]}],"
                    + "\"context\":{\"text\":\"a refund\",\"tags\":[\"refund\"]},\"parameters\":{\"temperature\":0.2},"
                    + "\"messages\":[{\"role\":\"user\",\"content\":\"my cup\"},{\"role\":\"assistant\",\"content\":\"oh\"}],"
                    + "\"metadata\":{\"team\":{\"id\":7}},\"occurred_at\":\"2026-05-21T09:30:00Z\",\"attempt\":1}";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/v1/evaluations", EVALUATION),
            Map.entry(
                    "/v1/recalls",
                    "{\"agent\":\"support\",\"task_id\":\"refund-18\",\"attempt\":1,\"budget_tokens\":200,"
                            + "\"context\":{\"text\":\"a refund\",\"tags\":[\"refund\"]},\"format\":\"block\","
                            + "\"choices\":{\"temperature\":[0,0.5]},\"explore\":\"off\"}"),
            Map.entry(
                    "/v1/lessons",
                    "{\"agent\":\"support\",\"task_id\":\"refund-19\",\"evaluation\":{\"score\":0.9,\"suggestions\":[\"Be kind\"]}}"),
            Map.entry(
                    "/v1/training",
                    "{\"agent\":\"support\",\"evaluation\":{\"task_id\":\"refund-20\",\"score\":0.9,\"suggestions\":[\"Be quick\"]}}"),
            Map.entry("/v1/heuristics", "{\"agent\":\"support\",\"key\":\"tone\",\"text\":\"Be kind\"}"),
            Map.entry("/v1/heuristics/{id}/merge", "{\"into\":\"0123456789abcdef\"}"),
            Map.entry(
                    "/v1/retractions",
                    "{\"agent\":\"support\",\"critic\":\"nobody\",\"after\":\"2026-05-21T09:30:00Z\",\"dry_run\":true}"),
            Map.entry(
                    "/v1/datasets/{format}",
                    "{\"agent\":\"support\",\"leave_out\":[\"refund-1\",\"refund-2\"],\"validation\":0.1,\"seed\":\"s\","
                            + "\"personal\":\"redact\",\"part\":\"train.jsonl\"}"),
            Map.entry("/v1/settings", "{\"explore\":\"off\",\"budget_tokens\":300,\"modes\":{}}"),
            Map.entry(
                    "/mcp",
                    "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"record_evaluation\","
                            + "\"arguments\":{\"agent\":\"support\",\"task_id\":\"refund-21\",\"score\":0.5,"
                            + "\"suggestions\":[\"Be brief\"]}}}"),
            Map.entry("/v1/traces", "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"chat\"}]}]}]}"),
            Map.entry("/v1/logs", "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"eventName\":\"x\"}]}]}]}"));

    private static final String LEARNED = Heuristic.idOf("support", "Look up the order first");

    String method;
    String target;
    String version = "HTTP/1.1";
    final List<String> headers = new ArrayList<>();
    byte[] body = new byte[0];

    private Draft(Route route, int port, Random random) {
        method = route.method();
        target = route.path()
                .replace("{id}", random.nextBoolean() ? LEARNED : "0123456789abcdef0123456789abcdef")
                .replace("{format}", random.nextBoolean() ? "trl-preference" : "openai-chat");
        boolean aboutOne = route.path().contains("{id}") || route.method().equals("GET");
        if (aboutOne && route.path().startsWith("/v1/") && random.nextInt(4) > 0) {
            target += "?agent=support";
        }
        headers.add("Host: 127.0.0.1:" + port);
        headers.add("Authorization: Bearer " + RunningServer.TOKEN);
        if (!route.mediaTypes().isEmpty()) {
            headers.add("Content-Type: application/json");
            body = RunningServer.bytes(BODIES.getOrDefault(route.path(), "{}"));
        }
    }

    static Draft of(Route route, int port, Random random) {
        return new Draft(route, port, random);
    }

    boolean hasBody() {
        return body.length > 0;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    void text(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a field of the head away, and puts others in its place. */
    void header(String name, String... instead) {
        headers.removeIf(line -> line.startsWith(name + ":"));
        headers.addAll(List.of(instead));
    }

    /** The whole, its body announced by its length. */
    byte[] framed() {
        if (hasBody() || method.equals("POST")) {
            headers.add("Content-Length: " + body.length);
        }
        return joined(head(), body);
    }

    /** The head, as it is. */
    byte[] head() {
        StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
