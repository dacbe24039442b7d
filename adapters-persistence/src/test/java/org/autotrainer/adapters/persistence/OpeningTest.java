package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a store is made and opened. */
class OpeningTest {
    @TempDir
    private Path folder;

    @Test
    void the_provider_is_found_by_its_name() {
        StoreProvider provider = Providers.named("store", "sqlite", StoreProvider.class, StoreProvider::name);
        assertThat(provider).isInstanceOf(SqliteStoreProvider.class);
    }

    @Test
    void a_store_is_there_once_it_was_made() {
        String location = folder.resolve("memory.db").toString();
        StoreProvider provider = new SqliteStoreProvider();
        assertThat(provider.exists(location)).isFalse();
        provider.open(location, Missing.CREATE).close();
        assertThat(provider.exists(location)).isTrue();
        provider.open(location, Missing.REFUSE).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.db", "it's.db", "100%.db", "a#b.db", "ü😀.db", "-dash.db", "no-extension", "a&b=c.db"})
    void a_file_may_have_almost_any_name(String name) throws IOException {
        Path file = folder.resolve(name);
        try (Store store = Facts.open(file)) {
            Facts.append(store, "a");
        }
        try (Store store = Facts.openKnown(file)) {
            assertThat(Facts.count(store)).isEqualTo(1);
        }
        assertThat(names()).containsExactly(name);
    }

    @Test
    void its_files_are_for_the_owner_alone() throws IOException {
        assumeThat(FreshFile.POSIX).isTrue();
        Path file = folder.resolve("new/folders/memory.db");
        try (Store store = Facts.open(file)) {
            Facts.append(store, "a");
            for (String suffix : List.of("", "-wal", "-shm")) {
                assertThat(permissions(FreshFile.beside(file, suffix))).isEqualTo("rw-------");
            }
        }
        assertThat(permissions(folder.resolve("new/folders"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_was_there_keeps_its_permissions() throws IOException {
        assumeThat(FreshFile.POSIX).isTrue();
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        Facts.open(shared.resolve("memory.db")).close();
        assertThat(permissions(shared)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void many_who_make_it_at_once_make_one() throws Exception {
        Path file = folder.resolve("memory.db");
        int threads = 8;
        ExecutorService makers = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(threads);
            List<Future<Boolean>> made = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String id = "by " + i;
                made.add(makers.submit(() -> {
                    start.countDown();
                    start.await();
                    try (Store store = Facts.open(file)) {
                        Facts.append(store, id);
                    }
                    return true;
                }));
            }
            for (Future<Boolean> done : made) {
                assertThat(done.get(120, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            makers.shutdownNow();
        }
        try (Store store = Facts.openKnown(file)) {
            assertThat(Facts.count(store)).isEqualTo(threads);
            Facts.assertChain(store);
        }
        assertThat(names()).containsExactly("memory.db");
    }

    @Test
    void processes_that_make_open_and_close_at_once_never_disturb_each_other() throws Exception {
        List<Child> children = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            children.add(Child.start(":", OpenerProcess.class, folder, name, 60, 6));
        }
        for (Child child : children) {
            assertThat(child.lines()).containsExactly("done");
            child.awaitSuccess();
        }
        try (Store store = Facts.openKnown(folder.resolve("0.db"))) {
            assertThat(Facts.count(store)).isEqualTo(24);
        }
    }

    @Test
    void a_maker_that_was_killed_leaves_nothing_that_matters() throws IOException {
        assumeThat(FreshFile.POSIX).isTrue();
        Path file = folder.resolve("memory.db");
        Facts.open(file).close();
        Files.createLink(folder.resolve(".memory.db.new-0011223344556677"), file);
        Files.writeString(folder.resolve(".memory.db.new-8899aabbccddeeff"), "half a database");
        try (Store store = Facts.openKnown(file)) {
            assertThat(Facts.count(store)).isZero();
        }
        assertThat(names()).containsExactly(".memory.db.new-8899aabbccddeeff", "memory.db");
    }

    @Test
    void the_last_one_to_close_leaves_one_file() throws IOException {
        Path file = folder.resolve("memory.db");
        Store one = Facts.open(file);
        Store other = Facts.open(file);
        Facts.append(one, "a");
        Facts.append(other, "b");
        one.close();
        other.close();
        assertThat(names()).containsExactly("memory.db");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
