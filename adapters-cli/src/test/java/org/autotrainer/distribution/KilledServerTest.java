package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again while eight writers record evaluations: ten rounds in the build, more with
 * {@code sh adapters-cli/src/test/scripts/kill.sh ROUNDS}.
 */
class KilledServerTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 10);
    private static final long READY_MILLIS = Long.getLong("kill.ready.millis", 60_000);
    private static final int WRITERS = 8;
    private static final int LINES = 200;

    @TempDir
    Path folder;

    private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> trained = new HashSet<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    @Timeout(1_500)
    void nothing_acknowledged_is_lost_or_doubled() throws IOException, InterruptedException {
        long seed = 4;
        Random random = new Random(seed);
        long slowest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RunningServer server = RunningServer.start("killed.db", folder);
            slowest = Math.max(slowest, server.readyMillis());
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Writer work = new Writer(server, "r" + round + "-w" + writer + "-", sample(random));
                Thread thread = new Thread(work);
                thread.start();
                writers.add(thread);
            }
            if (round % 10 == 3) {
                trainBeside(round);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(900));
            server.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        System.out.printf(
                "%d rounds: %,d acknowledged, %d unknown, ready within %,d ms%n",
                ROUNDS, acknowledged.size(), unknown.size(), slowest);

        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(slowest).isLessThanOrEqualTo(READY_MILLIS);
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * WRITERS);
        check();
    }

    /** Some that were acknowledged or whose fate is not known, to be sent again. */
    private List<String> sample(Random random) {
        List<String> ids = new ArrayList<>(unknown);
        List<String> known = new ArrayList<>(acknowledged.keySet());
        for (int i = 0; i < 20 && !known.isEmpty(); i++) {
            ids.add(known.get(random.nextInt(known.size())));
        }
        return ids;
    }

    /** Records evaluations until the server is gone; those to be sent again come first. */
    private final class Writer implements Runnable {
        private final RunningServer server;
        private final String prefix;
        private final List<String> again;

        Writer(RunningServer server, String prefix, List<String> again) {
            this.server = server;
            this.prefix = prefix;
            this.again = again;
        }

        @Override
        public void run() {
            try {
                for (String id : again) {
                    record(id);
                }
                for (int i = 0; ; i++) {
                    record(prefix + i);
                }
            } catch (IOException killed) {
                // The server is gone; the next round begins.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void record(String id) throws IOException, InterruptedException {
            JsonNode before = acknowledged.get(id);
            if (before == null) {
                unknown.add(id);
            }
            HttpResponse<String> answer = server.send(
                    "POST",
                    "/v1/evaluations",
                    "{\"id\":\"" + id + "\",\"task_id\":\"task of " + id + "\",\"suggestions\":[\"Advice "
                            + Math.floorMod(id.hashCode(), 40) + "\"]}");
            JsonNode body = RunningServer.JSON.readTree(answer.body());
            if (answer.statusCode() != 200 && answer.statusCode() != 201) {
                wrong.add(id + " was answered with " + answer.statusCode() + " " + body);
            } else if (before != null && (answer.statusCode() != 200 || !before.equals(body))) {
                wrong.add(id + " was answered with " + before + " and then with " + body);
            }
            acknowledged.put(id, body);
            unknown.remove(id);
        }
    }

    /** A command on the same store, while the server runs. */
    private void trainBeside(int round) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append("{\"id\":\"c" + round + "-" + i + "\",\"task_id\":\"c" + i
                    + "\",\"suggestions\":[\"Be brief\"]}\n");
        }
        Files.writeString(folder.resolve("in.jsonl"), lines);
        Distribution.Result result =
                Distribution.sh("autotrainer train in.jsonl --store killed.db", folder.resolve("home"), folder);
        assertThat(result.exit()).as(result.output()).isZero();
        for (int i = 0; i < LINES; i++) {
            trained.add("c" + round + "-" + i);
        }
    }

    private void check() throws IOException, InterruptedException {
        Map<String, Integer> recorded = new HashMap<>();
        RunningServer server = RunningServer.start("killed.db", folder);
        String cursor = "";
        do {
            JsonNode page = server.get("/v1/lessons?limit=500&cursor=" + cursor);
            page.get("items")
                    .forEach(item -> recorded.merge(item.get("lesson_id").asText(), 1, Integer::sum));
            cursor = page.get("next").asText("");
        } while (!cursor.isEmpty());
        assertThat(recorded.values()).allMatch(times -> times == 1);
        assertThat(recorded.keySet()).containsAll(acknowledged.keySet()).containsAll(trained);

        assertThat(server.stop()).isIn(0, 128 + 15);
        Distribution.Result report =
                Distribution.sh("autotrainer store check --json --store killed.db", folder.resolve("home"), folder);
        assertThat(RunningServer.JSON.readTree(report.output()).get("problems"))
                .as(report.output())
                .isEmpty();
    }
}
