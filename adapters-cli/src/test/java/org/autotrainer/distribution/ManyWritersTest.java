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
import org.junit.jupiter.api.Timeout;
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
    @Timeout(600)
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
        for (int writer = VICTIMS; writer < WRITERS; writer++) {
            finishes(writer, writers.get(writer));
        }
        for (int again = 0; again < VICTIMS; again++) {
            assertThat(writers.get(again).waitFor(120, TimeUnit.SECONDS)).isTrue();
            finishes(again, start(again));
        }
        Distribution.Result check = Distribution.sh("autotrainer store check --json --store many.db", home(), folder);
        JsonNode report = JSON.readTree(check.output());
        assertThat(report.get("problems")).as(check.output()).isEmpty();
        assertThat(report.get("facts").asInt()).isEqualTo(WRITERS * (LINES - SHARED) + SHARED);
    }

    /**
     * Waits until a command has done its work. On a slow machine one may wait for its turn longer than it is patient; it
     * says that it may be tried again, and so it is.
     */
    private void finishes(int writer, Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String errors = Files.readString(folder.resolve("err" + writer));
        if (process.exitValue() != 0 && errors.contains("is busy: another process is writing to it; try again")) {
            finishes(writer, start(writer));
            return;
        }
        assertThat(process.exitValue()).as(errors).isZero();
        JsonNode summary = summary(writer);
        assertThat(summary.get("recorded").asInt() + summary.get("unchanged").asInt())
                .isEqualTo(LINES);
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
