package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metrics are in the text format of Prometheus, and count what happened. */
class MetricsTest {
    private static final Pattern COMMENT =
            Pattern.compile("# (HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) \\S.*|TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) "
                    + "(counter|gauge|histogram|summary|untyped))");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\"\\\\n])*\",?)*})? "
            + "(-?[0-9.]+(?:[eE][-+]?[0-9]+)?|\\+Inf|-Inf|NaN)");

    private final RunningServer server = RunningServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_line_is_one_of_the_format_and_no_sample_comes_twice() throws IOException {
        server.ask(server.recall());

        assertThat(scrape()).isNotEmpty();
    }

    @Test
    void requests_are_counted_by_route_method_and_status() throws IOException {
        server.ask(server.recall());
        server.ask(server.recall());
        server.ask(server.get("/v1/heuristics/0123456789abcdef"));
        server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\"}"));
        server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\"}"));
        server.ask(server.post("/v1/evaluations", "{\"score\":2}"));

        Map<String, Double> samples = awaited(6);

        assertThat(samples)
                .containsEntry(requests("POST", "/v1/recalls", 200), 2.0)
                .containsEntry(requests("GET", "/v1/heuristics/{id}", 404), 1.0)
                .containsEntry(requests("POST", "/v1/evaluations", 201), 1.0)
                .containsEntry(requests("POST", "/v1/evaluations", 200), 1.0)
                .containsEntry("autotrainer_http_refused_total{cause=\"not-found\"}", 1.0)
                .containsEntry("autotrainer_http_refused_total{cause=\"invalid\"}", 1.0)
                .containsEntry("autotrainer_evaluations_recorded_total", 1.0);
    }

    @Test
    void evaluations_that_come_over_mcp_are_counted_once() throws IOException {
        server.ask(server.post("/mcp", McpPeer.call("record_evaluation", "{\"task_id\":\"t\"}")));
        server.ask(server.post("/mcp", McpPeer.call("record_evaluation", "{\"task_id\":\"t\"}")));
        server.ask(server.post("/mcp", McpPeer.call("record_evaluation", "{\"score\":2}")));

        assertThat(awaited(3)).containsEntry("autotrainer_evaluations_recorded_total", 1.0);
    }

    @Test
    void commits_of_evaluations_are_timed_one_for_a_request_or_a_thousand_lines() throws IOException {
        server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\"}"));
        server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\"}"));
        server.ask(server.lines("/v1/evaluations", "{\"task_id\":\"u\"}\n{\"task_id\":\"v\"}\n"));

        Map<String, Double> samples = awaited(3);

        assertThat(samples)
                .containsEntry("autotrainer_evaluations_recorded_total", 3.0)
                .containsEntry("autotrainer_evaluations_commit_seconds_count", 2.0)
                .containsEntry("autotrainer_evaluations_commit_seconds_bucket{le=\"+Inf\"}", 2.0);
        assertThat(samples.get("autotrainer_evaluations_commit_seconds_sum")).isPositive();
    }

    @Test
    void what_callers_make_up_makes_no_labels() throws IOException {
        for (int i = 0; i < 50; i++) {
            server.ask(server.get("/made/up/" + i));
            server.ask(bytes("MADEUP" + i + " /v1/agents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + RunningServer.TOKEN + "\r\n\r\n"));
        }

        Map<String, Double> samples = awaited(100);

        assertThat(samples.keySet().stream().filter(name -> name.startsWith("autotrainer_http_requests_total")))
                .allMatch(name -> name.contains("route=\"other\"") || name.contains("/metrics"));
        assertThat(samples)
                .containsEntry(requests("other", "other", 404), 50.0)
                .containsEntry(requests("other", "other", 405), 50.0);
    }

    @Test
    void the_buckets_of_durations_grow_to_their_count() throws IOException {
        server.ask(server.recall());

        Map<String, Double> samples = awaited(1);
        String labels = "{method=\"POST\",route=\"/v1/recalls\"";
        double before = 0;
        int buckets = 0;
        for (Map.Entry<String, Double> sample : samples.entrySet()) {
            if (sample.getKey().startsWith("autotrainer_http_request_duration_seconds_bucket" + labels)) {
                assertThat(sample.getValue()).isGreaterThanOrEqualTo(before);
                before = sample.getValue();
                buckets++;
            }
        }
        assertThat(buckets).isEqualTo(14);
        assertThat(before)
                .isEqualTo(samples.get("autotrainer_http_request_duration_seconds_count" + labels + "}"))
                .isEqualTo(1);
        assertThat(samples.get("autotrainer_http_request_duration_seconds_sum" + labels + "}"))
                .isBetween(0.0, 30.0);
    }

    @Test
    void what_is_under_way_and_the_room_for_more_are_told() throws IOException {
        assertThat(scrape())
                .containsEntry("autotrainer_http_requests_under_way", 1.0)
                .containsEntry("autotrainer_http_requests_room", FrontDoor.WORKING - 1.0)
                .containsEntry("autotrainer_http_requests_waiting", 0.0)
                .containsEntry("autotrainer_http_bodies_bytes", 0.0)
                .containsEntry("autotrainer_store_writes_under_way", 0.0)
                .containsKeys(
                        "autotrainer_http_bodies_room_bytes",
                        "autotrainer_http_connections",
                        "jvm_memory_used_bytes{area=\"heap\"}",
                        "jvm_memory_used_bytes{area=\"nonheap\"}",
                        "jvm_memory_max_bytes{area=\"heap\"}",
                        "jvm_threads_current",
                        "process_start_time_seconds");
    }

    private static String requests(String method, String route, int status) {
        return "autotrainer_http_requests_total{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status
                + "\"}";
    }

    /** A request is counted when its answer is out: perhaps a moment after it has come in. */
    private Map<String, Double> awaited(int requests) throws IOException {
        while (true) {
            Map<String, Double> samples = scrape();
            double counted = samples.entrySet().stream()
                    .filter(sample -> sample.getKey().startsWith("autotrainer_http_requests_total")
                            && !sample.getKey().contains("/metrics"))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            if (counted >= requests) {
                return samples;
            }
        }
    }

    /** The samples by their names and labels, in their order. */
    private Map<String, Double> scrape() throws IOException {
        RawAnswer answer = server.ask(server.get("/metrics"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).endsWith("\n");
        Map<String, Double> samples = new LinkedHashMap<>();
        Map<String, String> types = new TreeMap<>();
        for (String line : answer.body().lines().toList()) {
            if (line.startsWith("#")) {
                Matcher comment = COMMENT.matcher(line);
                assertThat(comment.matches()).as(line).isTrue();
                if (comment.group(3) != null) {
                    assertThat(types.put(comment.group(3), comment.group(4)))
                            .as(line)
                            .isNull();
                }
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(types.keySet()).as(line).anyMatch(sample.group(1)::startsWith);
                String value = sample.group(4).replace("Inf", "Infinity");
                String name = line.substring(0, line.lastIndexOf(' '));
                assertThat(samples.put(name, Double.valueOf(value))).as(line).isNull();
            }
        }
        return samples;
    }
}
