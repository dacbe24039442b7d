package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.autotrainer.application.InterleavingTest;
import org.autotrainer.application.MaintainStore.Report;
import org.autotrainer.application.RandomEvents;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.domain.journal.FactKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that write and fold at once on one file, some of them killed, agree with the journal and with each other. */
class TwoProcessesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void loops_on_one_file_that_take_turns_and_crash_agree_with_the_journal(long seed) {
        String file = folder.resolve("memory.db").toString();
        InterleavingTest.takeTurns(
                new RandomEvents(seed), () -> new SqliteStoreProvider().open(file, Missing.CREATE), 60);

        try (TrainingLoop fresh = TrainingLoop.open("sqlite:" + file)) {
            Report found = fresh.maintenance().check(verified -> {});
            assertThat(found.problems()).as("seed %d", seed).isEmpty();
            fresh.maintenance().rebuild(agent -> {});
            assertThat(fresh.maintenance().check(verified -> {}))
                    .as("seed %d", seed)
                    .isEqualTo(found);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void processes_that_write_at_once_end_with_equal_states_whoever_was_killed(long seed)
            throws IOException, InterruptedException {
        Path store = folder.resolve("memory.db");
        Random random = new Random(seed);
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            children.add(new Child(store, 100 * seed + i, 150));
        }
        for (Child victim : children.subList(2, 4)) {
            victim.readUntil(30 + random.nextInt(60));
            victim.kill();
        }
        List<String> states = new ArrayList<>();
        for (Child child : children.subList(0, 2)) {
            child.readUntil(Integer.MAX_VALUE);
        }
        for (Child child : children.subList(0, 2)) {
            states.add(child.state());
        }
        try (TrainingLoop fresh = TrainingLoop.open("sqlite:" + store)) {
            assertThat(states).as("seed %d", seed).containsOnly(LoopProcess.state(fresh));
            Report report = fresh.maintenance().check(verified -> {});
            assertThat(report.problems()).as("seed %d", seed).isEmpty();
            for (Child child : children) {
                child.acknowledged.forEach((name, revision) -> assertThat(recorded(store, name))
                        .as("seed %d, %s", seed, name)
                        .isGreaterThanOrEqualTo(revision));
            }
        }
    }

    /** The revision in which an evaluation stands in the journal; -1 if it does not. */
    private static int recorded(Path file, String name) {
        int space = name.indexOf(' ');
        try (Store store = new SqliteStoreProvider().open(file.toString(), Missing.REFUSE)) {
            return store.read(snapshot -> snapshot.newest(
                            name.substring(0, space), FactKind.EVALUATION, name.substring(space + 1))
                    .map(Entry::revision)
                    .orElse(-1));
        }
    }

    /** A process that this test started. */
    private static final class Child {
        private final Process process;
        private final BufferedReader out;
        private final Map<String, Integer> acknowledged = new HashMap<>();

        Child(Path store, long seed, int turns) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoopProcess.class.getName(),
                            store.toString(),
                            Long.toString(seed),
                            Integer.toString(turns))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        }

        /** Reads what it acknowledges, up to so many lines or the end of its work. */
        void readUntil(int lines) throws IOException {
            for (int i = 0; i < lines; i++) {
                String line = out.readLine();
                assertThat(line).as("the process ended early").isNotNull();
                if (line.equals("done")) {
                    return;
                }
                String[] words = line.split(" ");
                acknowledged.put(words[1] + " " + words[2], Integer.valueOf(words[3]));
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        String state() throws IOException, InterruptedException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            String line = out.readLine();
            assertThat(line).startsWith("state ");
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return line.substring("state ".length());
        }
    }
}
