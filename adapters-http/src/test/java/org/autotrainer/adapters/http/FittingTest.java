package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies come and go: packed or not, whole or in lines, again or not; and which addresses there are. */
class FittingTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final ServerProvider.Server server =
            new HttpServerProvider().start(loop, new ServerProvider.Options("127.0.0.1", 0, Served.TOKEN, 0));

    @AfterEach
    void stop() {
        server.close();
        loop.close();
    }

    @Test
    void a_long_answer_is_packed_for_who_takes_it() throws Exception {
        learn(30);

        HttpResponse<byte[]> plain = get("/v1/heuristics?agent=a");
        HttpResponse<byte[]> packed = get("/v1/heuristics?agent=a", "Accept-Encoding", "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body().length).isLessThan(plain.body().length / 3);
        assertThat(packed.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        assertThat(packed.headers().firstValue("ETag"))
                .as("another representation has another tag")
                .isNotEqualTo(plain.headers().firstValue("ETag"));
    }

    @Test
    void the_tag_of_a_packed_answer_is_known_packed_or_not() throws Exception {
        learn(30);
        String tag = get("/v1/heuristics?agent=a", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(get("/v1/heuristics?agent=a", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> again = get("/v1/heuristics?agent=a", "If-None-Match", tag, "Accept-Encoding", "gzip");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Content-Length")).isEmpty();
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                       | true
            GZIP;q=0.5, br             | true
            br, *                      | true
            *;q=0.001                  | true
            gzip;q=1.000               | true
            gzip;q=0                   | false
            gzip;q=0.000, *            | false
            gzip;q=abc                 | false
            br, deflate                | false
            identity                   | false
            *;q=0                      | false
            """)
    void gzip_is_sent_to_who_takes_it(String accepts, boolean packs) {
        assertThat(Quality.acceptsGzip(accepts)).isEqualTo(packs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-ndjson                            | true
            application/x-ndjson, */*                       | true
            application/x-ndjson, application/json;q=0.9    | true
            application/x-ndjson;q=0.5, application/json    | false
            application/x-ndjson, application/json          | false
            application/x-ndjson;q=0                        | false
            application/json                                | false
            */*                                             | false
            """)
    void lines_are_sent_to_who_names_them(String accepts, boolean lines) {
        assertThat(Quality.prefersLines(accepts)).isEqualTo(lines);
    }

    @Test
    void a_short_answer_is_sent_as_it_is() throws Exception {
        HttpResponse<byte[]> answer = get("/healthz", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @Test
    void a_body_may_come_packed() throws Exception {
        byte[] body = packed("{\"agent\":\"a\",\"task_id\":\"t1\",\"suggestions\":[\"Look first\"]}".getBytes(UTF_8));

        assertThat(post("/v1/evaluations", body).statusCode()).isEqualTo(201);
        assertThat(loop.heuristics().count("a")).isEqualTo(1);
    }

    @Test
    void what_unpacks_to_too_much_is_not_unpacked() throws Exception {
        assertThat(post("/v1/evaluations", packed(new byte[18 << 20])).statusCode())
                .as("more than the limit")
                .isEqualTo(413);
        HttpResponse<byte[]> bomb = post("/v1/evaluations", packed(new byte[2 << 20]));
        assertThat(bomb.statusCode()).isEqualTo(413);
        assertThat(new String(bomb.body(), UTF_8)).contains("more than 100 times its size");
        assertThat(post("/v1/settings", packed(new byte[2 << 20])).statusCode())
                .as("a method that is not there")
                .isEqualTo(405);
        byte[] half = packed("{\"task_id\":\"t1\"}".getBytes(UTF_8));
        assertThat(post("/v1/evaluations", java.util.Arrays.copyOf(half, half.length - 9))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_list_as_lines_holds_all_items() throws Exception {
        learn(1_234);

        HttpResponse<byte[]> lines = get("/v1/lessons?agent=a", "Accept", "application/x-ndjson");
        HttpResponse<byte[]> packed =
                get("/v1/lessons?agent=a", "Accept", "application/x-ndjson", "Accept-Encoding", "gzip");

        assertThat(lines.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        List<String> tasks = new String(lines.body(), UTF_8)
                .lines()
                .map(line -> Served.parse(line).path("task_id").asText())
                .toList();
        assertThat(tasks)
                .hasSize(1_234)
                .doesNotHaveDuplicates()
                .startsWith("t0")
                .endsWith("t1233");
        assertThat(unpacked(packed.body())).isEqualTo(lines.body());
    }

    @Test
    void a_list_as_lines_takes_no_page() throws Exception {
        HttpResponse<byte[]> answer = get("/v1/lessons?agent=a&limit=5", "Accept", "application/x-ndjson");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), UTF_8)).contains("the parameter limit is for pages of JSON");
    }

    @Test
    void the_tag_of_a_heuristic_changes_when_and_only_when_it_does() throws Exception {
        learn(2);
        String id = loop.heuristics().list("a", "", 1).items().get(0).id();
        String address = "/v1/heuristics/" + id + "?agent=a";
        String settings = "/v1/settings?agent=a";
        List<String> seen = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (Runnable change : List.<Runnable>of(
                () -> {},
                () -> loop.train(Evaluation.of("a", "other")
                        .suggest("Entirely different words")
                        .build()),
                () -> loop.curation().pin("a", id),
                () -> loop.curation().pin("a", id),
                () -> loop.settings().change("a", Map.of("explore", "off")),
                () -> loop.curation().restore("a", id))) {
            change.run();
            HttpResponse<byte[]> heuristic = get(address);
            HttpResponse<byte[]> setting = get(settings);
            seen.add(tag(heuristic));
            bodies.add(new String(heuristic.body(), UTF_8));
            seen.add(tag(setting));
            bodies.add(new String(setting.body(), UTF_8));
        }
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(seen.get(i).equals(seen.get(j)))
                        .as("%s and %s", bodies.get(i), bodies.get(j))
                        .isEqualTo(bodies.get(i).equals(bodies.get(j)));
            }
        }
        assertThat(seen.get(0)).as("pinned").isNotEqualTo(seen.get(4));
        assertThat(seen.get(4)).as("pinned again").isEqualTo(seen.get(6));
        assertThat(seen.get(1)).as("explore off").isNotEqualTo(seen.get(9));
    }

    @Test
    void settings_are_changed_by_who_has_seen_them() throws Exception {
        String seen = tag(get("/v1/settings?agent=a"));
        HttpResponse<byte[]> first = put("/v1/settings?agent=a", "{\"explore\":\"off\"}", seen);
        HttpResponse<byte[]> stale = put("/v1/settings?agent=a", "{\"explore\":\"on\"}", seen);
        HttpResponse<byte[]> second = put("/v1/settings?agent=a", "{\"explore\":\"on\"}", tag(first));

        assertThat(List.of(first.statusCode(), stale.statusCode(), second.statusCode()))
                .containsExactly(200, 412, 200);
        assertThat(tag(second)).as("as it was").isEqualTo(seen);
    }

    @Test
    void a_data_set_has_a_tag_and_leaves_tasks_out() throws Exception {
        learn(20);
        HttpResponse<byte[]> all = get("/v1/datasets/targets?agent=a");
        assertThat(get("/v1/datasets/targets?agent=a", "If-None-Match", tag(all))
                        .statusCode())
                .isEqualTo(304);
        String leftOut = java.util.stream.IntStream.range(5, 10_005)
                .mapToObj(i -> "\"t" + i + "\"")
                .collect(Collectors.joining(","));

        HttpResponse<byte[]> some =
                post("/v1/datasets/targets", ("{\"agent\":\"a\",\"leave_out\":[" + leftOut + "]}").getBytes(UTF_8), "");

        assertThat(new String(all.body(), UTF_8).lines()).hasSize(20);
        assertThat(new String(some.body(), UTF_8).lines()).hasSize(5);
    }

    @Test
    void escapes_in_an_address_are_undone() throws Exception {
        loop.heuristics().set("a", "k", "Look first");
        String id = loop.heuristics().list("a", "", 1).items().get(0).id();
        String escaped = "%" + Integer.toHexString(id.charAt(0)) + id.substring(1);

        assertThat(get("/v1/heuristics/" + escaped + "?agent=a").statusCode()).isEqualTo(200);
        assertThat(get("/v1/datasets/t%61rgets?agent=a").statusCode()).isEqualTo(200);
        JsonNode told =
                Served.parse(new String(get("/v1/suggestions/%C3%A4%20b").body(), UTF_8));
        assertThat(told.path("detail").asText())
                .isEqualTo(
                        "agent default has no suggestion \u00e4 b; GET /v1/suggestions?agent=default lists those there are");
        assertThat(get("/v1/suggestions/%C3%28").statusCode()).as("no UTF-8").isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "DELETE"})
    void the_methods_of_an_address_are_told(String method) throws Exception {
        for (Map.Entry<String, String> expected : Map.of(
                        "/v1/settings", "GET, HEAD, OPTIONS, PUT",
                        "/v1/heuristics", "GET, HEAD, OPTIONS, POST",
                        "/v1/recalls", "OPTIONS, POST",
                        "/healthz", "GET, HEAD, OPTIONS")
                .entrySet()) {
            HttpResponse<byte[]> answer = send(request(expected.getKey()).method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(method.equals("OPTIONS") ? 204 : 405);
            assertThat(answer.headers().firstValue("Allow")).contains(expected.getValue());
        }
        assertThat(send(request("/v1/nothing").method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    private void learn(int tasks) {
        for (int i = 0; i < tasks; i++) {
            loop.train(Evaluation.of("a", "t" + i)
                    .suggest("Advice of number " + i % 40 + "x".repeat(i % 40))
                    .build());
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(server.address() + address))
                .header("Authorization", "Bearer " + Served.TOKEN);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String address, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address);
        return send(fields.length == 0 ? request : request.headers(fields));
    }

    private HttpResponse<byte[]> post(String address, byte[] packed) throws IOException, InterruptedException {
        return post(address, packed, "gzip");
    }

    private HttpResponse<byte[]> post(String address, byte[] body, String encoding)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address).header("Content-Type", "application/json");
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<byte[]> put(String address, String body, String seen)
            throws IOException, InterruptedException {
        return send(request(address)
                .headers("Content-Type", "application/json", "If-Match", seen)
                .PUT(BodyPublishers.ofString(body)));
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
}
