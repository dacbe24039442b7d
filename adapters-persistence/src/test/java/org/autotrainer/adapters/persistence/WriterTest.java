package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** One thread writes for all callers, in as few commits as it can. */
@Timeout(120)
class WriterTest {
    @TempDir
    private Path folder;

    private Path file;
    private SqliteStore store;
    private final List<Thread> callers = new ArrayList<>();
    private final List<Thread> others = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() {
        others.addAll(writers());
        file = folder.resolve("memory.db");
        store = Facts.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void callers_that_wait_share_one_commit() throws InterruptedException {
        try (Store observer = Facts.openKnown(file)) {
            CountDownLatch release = block();
            ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 100; i++) {
                String id = "caller " + i;
                call(() -> store.write(Set.of(Facts.AGENT), transaction -> {
                    seen.add(Facts.count(observer));
                    return Facts.append(transaction, id);
                }));
            }
            awaitQueued(100);
            release.countDown();
            finish();
            assertThat(seen)
                    .as("what was committed while each of them worked")
                    .hasSize(100)
                    .containsOnly(1L);
            assertThat(Facts.count(observer)).isEqualTo(101);
            Facts.assertChain(observer);
        }
    }

    @Test
    void one_that_fails_is_undone_alone() throws InterruptedException {
        CountDownLatch release = block();
        for (int i = 0; i < 50; i++) {
            String id = "caller " + i;
            boolean fails = i % 5 == 0;
            call(() -> store.write(Set.of(Facts.AGENT), transaction -> {
                Entry entry = Facts.append(transaction, id);
                transaction.checkpoint(Facts.AGENT, entry.position(), false, List.of());
                if (fails) {
                    throw new UnsupportedOperationException(id);
                }
                return entry;
            }));
        }
        awaitQueued(50);
        release.countDown();
        finish();
        assertThat(failures).hasSize(10).allMatch(failure -> failure instanceof UnsupportedOperationException);
        assertThat(Facts.count(store)).isEqualTo(41);
        Facts.assertChain(store);
    }

    @Test
    void one_too_many_is_told_that_the_store_is_busy() throws InterruptedException {
        CountDownLatch release = block();
        for (int i = 0; i < Writer.QUEUE; i++) {
            String id = "caller " + i;
            call(() -> Facts.append(store, id));
        }
        awaitQueued(Writer.QUEUE);
        AutoTrainerException refusal =
                catchThrowableOfType(AutoTrainerException.class, () -> Facts.append(store, "one too many"));
        assertThat(refusal.problem()).isEqualTo(Problem.BUSY);
        release.countDown();
        finish();
        assertThat(failures).isEmpty();
        assertThat(Facts.count(store)).isEqualTo(1 + Writer.QUEUE);
    }

    @Test
    void another_process_is_waited_for() throws Exception {
        try (Connection other = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            call(() -> Facts.append(store, "patient"));
            Thread.sleep(300);
            assertThat(Facts.count(store)).isZero();
            statement.execute("ROLLBACK");
            finish();
            assertThat(failures).isEmpty();
            assertThat(Facts.count(store)).isEqualTo(1);
        }
    }

    @Test
    void another_process_that_never_ends_makes_the_store_busy() throws Exception {
        try (Connection other = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            AutoTrainerException refusal =
                    catchThrowableOfType(AutoTrainerException.class, () -> Facts.append(store, "impatient"));
            assertThat(refusal.problem()).isEqualTo(Problem.BUSY);
            assertThat(refusal).hasMessageContaining("another process").hasMessageContaining("try again");
            statement.execute("ROLLBACK");
        }
        Facts.append(store, "later");
        assertThat(Facts.count(store)).isEqualTo(1);
    }

    @Test
    void two_stores_on_one_file_take_turns() throws InterruptedException {
        try (Store other = Facts.openKnown(file)) {
            for (int thread = 0; thread < 4; thread++) {
                Store mine = thread % 2 == 0 ? store : other;
                int number = thread;
                call(() -> {
                    for (int i = 0; i < 100; i++) {
                        Facts.append(mine, number + "-" + i);
                    }
                });
            }
            finish();
            assertThat(failures).isEmpty();
            assertThat(Facts.count(other)).isEqualTo(400);
            Facts.assertChain(store);
        }
    }

    @Test
    void closing_finishes_what_was_begun_and_ends_the_thread() throws InterruptedException {
        CountDownLatch release = block();
        for (int i = 0; i < 20; i++) {
            String id = "caller " + i;
            call(() -> Facts.append(store, id));
        }
        awaitQueued(20);
        Thread closer = new Thread(store::close);
        closer.start();
        release.countDown();
        closer.join();
        finish();
        assertThat(failures).isEmpty();
        assertThat(writers()).isEmpty();
        try (Store again = Facts.openKnown(file)) {
            assertThat(Facts.count(again)).isEqualTo(21);
        }
    }

    @Test
    void a_closed_store_takes_nothing_more() {
        Facts.append(store, "a");
        store.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> Facts.append(store, "b"))
                .withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(() -> Facts.count(store)).withMessageContaining("is closed");
    }

    @Test
    void a_store_that_was_only_read_has_no_thread() {
        assertThat(Facts.count(store)).isZero();
        assertThat(writers()).isEmpty();
    }

    @Test
    void an_interrupt_does_not_leave_in_doubt_what_was_written() {
        Thread.currentThread().interrupt();
        Facts.append(store, "a");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Facts.has(store, "a")).isTrue();
    }

    @Test
    void a_work_that_interrupts_its_thread_stops_nobody() {
        store.write(Set.of(Facts.AGENT), transaction -> {
            Thread.currentThread().interrupt();
            return Facts.append(transaction, "a");
        });
        Facts.append(store, "b");
        assertThat(Facts.count(store)).isEqualTo(2);
    }

    @Test
    void a_work_cannot_close_the_store() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(Set.of(Facts.AGENT), transaction -> {
                    store.close();
                    return transaction;
                }));
        Facts.append(store, "a");
        assertThat(Facts.count(store)).isEqualTo(1);
    }

    @Test
    void a_work_may_read_what_is_committed() {
        Facts.append(store, "a");
        long committed = store.<Long>write(Set.of(Facts.AGENT), transaction -> {
            Facts.append(transaction, "b");
            return Facts.count(store);
        });
        assertThat(committed).isEqualTo(1);
    }

    @Test
    void a_view_ends_with_its_work() {
        AtomicReference<Snapshot> kept = new AtomicReference<>();
        store.read(snapshot -> {
            kept.set(snapshot);
            return snapshot;
        });
        assertThatIllegalStateException().isThrownBy(() -> kept.get().head(Facts.AGENT));
        store.write(Set.of(Facts.AGENT), transaction -> {
            kept.set(transaction);
            return transaction;
        });
        assertThatIllegalStateException().isThrownBy(() -> kept.get().head(Facts.AGENT));
    }

    @Test
    void what_fails_in_reading_passes_through() {
        UnsupportedOperationException failure = new UnsupportedOperationException("on purpose");
        assertThatThrownBy(() -> store.read(snapshot -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(Facts.count(store)).isZero();
    }

    @Test
    void a_program_that_is_too_old_by_now_writes_nothing() throws Exception {
        Facts.append(store, "a");
        try (Connection newer = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = newer.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 2");
        }
        AutoTrainerException refusal = catchThrowableOfType(AutoTrainerException.class, () -> Facts.append(store, "b"));
        assertThat(refusal.problem()).isEqualTo(Problem.STORE_UNUSABLE);
        assertThat(refusal).hasMessageContaining("newer version");
        assertThat(Facts.count(store)).isEqualTo(1);
    }

    /** Keeps the writer at work until it is released. */
    private CountDownLatch block() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        call(() -> store.write(Set.of(Facts.AGENT), transaction -> {
            working.countDown();
            awaitQuietly(release);
            return Facts.append(transaction, "the first");
        }));
        working.await();
        return release;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void call(Runnable call) {
        Thread caller = new Thread(() -> {
            try {
                call.run();
            } catch (RuntimeException | Error failed) {
                failures.add(failed);
            }
        });
        callers.add(caller);
        caller.start();
    }

    /** Waits until so many callers wait for the writer, besides the one that keeps it at work. */
    private void awaitQueued(int count) throws InterruptedException {
        while (callers.stream()
                        .filter(caller -> caller.getState() == Thread.State.WAITING)
                        .count()
                < count + 1) {
            Thread.sleep(5);
        }
    }

    private void finish() throws InterruptedException {
        for (Thread caller : callers) {
            caller.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(caller.isAlive()).isFalse();
        }
    }

    /** The threads of this test's stores. */
    private List<Thread> writers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("autotrainer-writer"))
                .filter(thread -> !others.contains(thread))
                .toList();
    }
}
