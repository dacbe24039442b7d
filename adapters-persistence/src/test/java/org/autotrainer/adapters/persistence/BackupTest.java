package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup is a whole store of its own, or there is none. */
@Timeout(120)
class BackupTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path copy;

    @BeforeEach
    void name_the_files() {
        file = folder.resolve("memory.db");
        copy = folder.resolve("it's a copy.db");
    }

    @Test
    void it_is_a_store_that_can_take_the_place_of_the_original() throws IOException {
        try (Store store = Facts.open(file)) {
            for (int i = 0; i < 50; i++) {
                Facts.append(store, "fact " + i);
            }
            backup();
            Facts.append(store, "later");
        }
        try (Store restored = Facts.openKnown(copy)) {
            assertThat(Facts.count(restored)).isEqualTo(50);
            Facts.assertChain(restored);
            assertThat(restored.damage()).isEmpty();
            Facts.append(restored, "another way");
        }
        assertThat(names()).containsExactly("it's a copy.db", "memory.db");
    }

    @Test
    void it_is_for_the_owner_alone() throws IOException {
        assumeThat(FreshFile.POSIX).isTrue();
        Facts.open(file).close();
        backup();
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void it_can_be_made_while_others_write() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        try (Store store = Facts.open(file)) {
            Facts.append(store, "first");
            Thread writer = new Thread(() -> {
                for (int i = 0; !enough.get(); i++) {
                    Facts.append(store, "fact " + i);
                }
            });
            writer.start();
            backup();
            enough.set(true);
            writer.join();
        }
        try (Store restored = Facts.openKnown(copy)) {
            assertThat(Facts.count(restored)).isPositive();
            Facts.assertChain(restored);
        }
    }

    @Test
    void it_never_replaces_anything() throws IOException {
        Facts.open(file).close();
        Files.writeString(copy, "precious");
        AutoTrainerException refusal = refusal();
        assertThat(refusal.problem()).isEqualTo(Problem.CONFLICT);
        assertThat(copy).hasContent("precious");
        Files.delete(copy);
        Files.createSymbolicLink(copy, folder.resolve("victim"));
        assertThat(refusal().problem()).isEqualTo(Problem.CONFLICT);
        assertThat(folder.resolve("victim")).doesNotExist();
    }

    @Test
    void it_needs_a_folder_and_an_original() {
        assertThat(refusal()).hasMessageContaining("does not exist");
        Facts.open(file).close();
        copy = folder.resolve("no/such/folder/copy.db");
        assertThat(refusal()).hasMessageContaining("there is no folder");
    }

    @Test
    void it_is_not_made_of_a_damaged_store() throws IOException {
        try (Store store = Facts.open(file)) {
            store.write(Set.of(Facts.AGENT), transaction -> {
                for (int i = 0; i < 2_000; i++) {
                    Facts.append(transaction, "fact " + i);
                }
                return transaction;
            });
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() / 2);
            open.write(new byte[4096]);
        }
        assertThat(refusal().problem()).isEqualTo(Problem.STORE_UNUSABLE);
        assertThat(names()).containsExactly("memory.db");
    }

    private void backup() {
        new SqliteStoreProvider().backup(file.toString(), copy);
    }

    private AutoTrainerException refusal() {
        AutoTrainerException refusal = catchThrowableOfType(AutoTrainerException.class, this::backup);
        assertThat(refusal).hasMessageMatching("[^\n]+");
        return refusal;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
