package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve commands write to one store at once, and some of them are killed. */
class ManyWritersTest {
    private static final int WRITERS = 12;
    private static final int VICTIMS = 4;
    private static final int LINES = 400;
    private static final int SHARED = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_lost_or_doubled() throws IOException, InterruptedException {
        List<Process> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(start(writer));
        }
        Random random = new Random(1);
        for (Process victim : writers.subList(0, VICTIMS)) {
            Thread.sleep(200 + random.nextInt(600));
            victim.destroyForcibly();
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(writers.get(writer).waitFor(120, TimeUnit.SECONDS)).isTrue();
            if (writer >= VICTIMS) {
                assertThat(writers.get(writer).exitValue())
                        .as(Files.readString(folder.resolve("err" + writer)))
                        .isZero();
                assertThat(summary(writer).get("recorded").asInt()
                                + summary(writer).get("unchanged").asInt())
                        .isEqualTo(LINES);
            }
        }
        for (int again = 0; again < VICTIMS; again++) {
            Process writer = start(again);
            assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(summary(again).get("recorded").asInt()
                            + summary(again).get("unchanged").asInt())
                    .isEqualTo(LINES);
        }
        Distribution.Result check = Distribution.sh("autotrainer store check --json --store many.db", home(), folder);
        JsonNode report = JSON.readTree(check.output());
        assertThat(report.get("problems")).as(check.output()).isEmpty();
        assertThat(report.get("facts").asInt()).isEqualTo(WRITERS * (LINES - SHARED) + SHARED);
    }

    /** A command that trains on its own lines and on some that all bring. */
    private Process start(int writer) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            String id = line < SHARED ? "shared-" + line : "own-" + writer + "-" + line;
            lines.append("{\"id\":\"").append(id).append("\",\"task_id\":\"t").append(line);
            lines.append("\",\"success\":false,\"suggestions\":[\"Advice ")
                    .append(line % 7)
                    .append("\"]}\n");
        }
        Files.writeString(folder.resolve("in" + writer + ".jsonl"), lines);
        String command = "exec autotrainer train --json --store many.db in" + writer + ".jsonl >out" + writer + " 2>err"
                + writer;
        return Distribution.shell(command, home(), folder).start();
    }

    private JsonNode summary(int writer) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("out" + writer)));
    }

    private Path home() {
        return folder.resolve("home");
    }
}
