package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers and commands on one store at once. */
@Timeout(180)
class TwoServersTest {
    private static final int EVALUATIONS = 150;

    @TempDir
    Path folder;

    @Test
    void they_see_what_the_others_wrote_and_record_each_evaluation_once() throws Exception {
        try (RunningServer one = RunningServer.start("shared.db", folder);
                RunningServer other = RunningServer.start("shared.db", folder)) {
            one.send("POST", "/v1/evaluations", evaluation("first", "Ask for the order number first"));
            assertThat(texts(other)).containsExactly("Ask for the order number first");

            int recorded = race(one, other);

            assertThat(recorded).isEqualTo(EVALUATIONS);
            Files.writeString(folder.resolve("in.jsonl"), evaluation("command", "Be brief") + "\n");
            Distribution.Result trained =
                    Distribution.sh("autotrainer train in.jsonl --store shared.db", folder.resolve("home"), folder);
            assertThat(trained.exit()).as(trained.output()).isZero();
            assertThat(texts(one)).contains("Be brief");
            assertThat(one.get("/v1/heuristics?limit=500")).isEqualTo(other.get("/v1/heuristics?limit=500"));
            assertThat(one.get("/v1/agents").at("/items/0/facts").asInt()).isEqualTo(EVALUATIONS + 2);
            one.stop();
            other.stop();
        }
        Distribution.Result check =
                Distribution.sh("autotrainer store check --json --store shared.db", folder.resolve("home"), folder);
        assertThat(check.output()).contains("\"ok\":true");
    }

    /** Sends each evaluation to both at once; how often one was new. */
    private static int race(RunningServer one, RunningServer other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < EVALUATIONS; i++) {
            String body = evaluation("e" + i, "Advice " + i % 20);
            for (RunningServer server : List.of(one, other)) {
                calls.add(() -> server.send("POST", "/v1/evaluations", body).statusCode());
            }
        }
        int recorded = 0;
        for (Future<Integer> status : threads.invokeAll(calls)) {
            assertThat(status.get()).isIn(200, 201);
            recorded += status.get() == 201 ? 1 : 0;
        }
        threads.shutdown();
        return recorded;
    }

    private static List<String> texts(RunningServer server) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : server.get("/v1/heuristics?limit=500").get("items")) {
            texts.add(item.get("text").asText());
        }
        return texts;
    }

    private static String evaluation(String id, String advice) {
        return "{\"id\":\"" + id + "\",\"task_id\":\"task of " + id + "\",\"suggestions\":[\"" + advice + "\"]}";
    }
}
