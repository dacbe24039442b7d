package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.autotrainer.application.port.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that write to one file at once, are killed, or run out of space lose nothing that was acknowledged. */
@Timeout(300)
class ProcessesTest {
    private static final String NO_LIMITS = "true";
    private static final int MANY = 1_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void writers_that_are_killed_lose_nothing_that_was_acknowledged(long seed) throws Exception {
        Path file = folder.resolve("memory.db");
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        try (Child one = Child.start(NO_LIMITS, file, "one", 4, MANY, 10);
                Child two = Child.start(NO_LIMITS, file, "two", 4, MANY, 10);
                Child three = Child.start(NO_LIMITS, file, "three", 4, MANY, 10)) {
            for (Child child : List.of(one, two, three)) {
                int lines = 1 + random.nextInt(300);
                for (int i = 0; i < lines; i++) {
                    child.line().ifPresent(line -> note(line, acknowledged));
                }
                child.kill();
                child.lines().forEach(line -> note(line, acknowledged));
            }
        }
        try (Store store = Facts.openKnown(file)) {
            assertThat(acknowledged).as("seed %d", seed).isNotEmpty().allMatch(id -> Facts.has(store, id));
            Facts.assertChain(store);
            assertThat(store.damage()).isEmpty();
            Facts.append(store, "afterwards");
        }
    }

    @Test
    void makers_that_are_killed_leave_a_whole_store_or_none() throws Exception {
        Path file = folder.resolve("memory.db");
        Random random = new Random(4);
        for (int round = 0; round < 6; round++) {
            try (Child child = Child.start(NO_LIMITS, file, "round" + round, 1, MANY, 10)) {
                Thread.sleep(150 + random.nextInt(250));
                child.kill();
            }
            if (Files.exists(file)) {
                try (Store store = Facts.openKnown(file)) {
                    Facts.assertChain(store);
                    assertThat(store.damage()).isEmpty();
                }
                Files.delete(file);
            }
        }
    }

    @Test
    void a_full_disk_is_said_and_what_was_acknowledged_is_there() throws Exception {
        assumeThat(FreshFile.POSIX).isTrue();
        Path file = folder.resolve("memory.db");
        List<String> lines;
        try (Child child = Child.start("ulimit -f 3000", file, "child", 4, MANY, 1_500)) {
            lines = child.lines();
            child.awaitSuccess();
        }
        Set<String> acknowledged = new HashSet<>();
        lines.forEach(line -> note(line, acknowledged));
        assertThat(lines).contains("problem STORAGE_FULL", "done");
        assertThat(lines).filteredOn(line -> line.startsWith("problem")).containsOnly("problem STORAGE_FULL");
        assertThat(acknowledged).hasSizeGreaterThan(100);
        try (Store store = Facts.openKnown(file)) {
            assertThat(acknowledged).allMatch(id -> Facts.has(store, id));
            Facts.assertChain(store);
            assertThat(store.damage()).isEmpty();
            Facts.append(store, "with space again");
        }
    }

    @Test
    void a_careless_umask_opens_nothing_to_others() throws IOException {
        assumeThat(FreshFile.POSIX).isTrue();
        Path file = folder.resolve("made/memory.db");
        try (Child child = Child.start("umask 0", file, "child", 1, MANY, 10)) {
            assertThat(child.line()).isEqualTo(Optional.of("ack child-0-0"));
            for (String suffix : List.of("", "-wal", "-shm")) {
                assertThat(Files.getPosixFilePermissions(FreshFile.beside(file, suffix)))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
            assertThat(Files.getPosixFilePermissions(folder.resolve("made")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void note(String line, Set<String> acknowledged) {
        if (line.startsWith("ack ")) {
            acknowledged.add(line.substring("ack ".length()));
        }
    }
}
