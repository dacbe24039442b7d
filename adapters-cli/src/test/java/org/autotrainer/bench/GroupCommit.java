package org.autotrainer.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What durable evaluations over HTTP are measured against: callers that each wait until their row is committed, and one
 * thread that commits the rows that wait together: {@code FILE CALLERS SECONDS}. Prints rows a second.
 *
 * <p>A row is as long as an evaluation; there is nothing else but its index.
 */
final class GroupCommit {
    private static final int MOST = 256;

    private GroupCommit() {}

    /** A row that waits. */
    private record Waiting(String id, CountDownLatch committed) {}

    public static void main(String[] args) throws InterruptedException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setWalAutocheckpoint(4_000);
        config.setCacheSize(-(64 << 10));
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + Path.of(args[0]));
        long nanos = (long) (Double.parseDouble(args[2]) * 1e9);
        try (Handle handle = Jdbi.create(source).open()) {
            handle.execute(
                    "CREATE TABLE facts (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, payload BLOB NOT NULL)");
            run(handle, Integer.parseInt(args[1]), nanos);
            long rows = run(handle, Integer.parseInt(args[1]), nanos);
            System.out.printf("%.0f%n", rows / (nanos / 1e9));
        }
    }

    private static long run(Handle handle, int callers, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(1_024);
        AtomicLong number = new AtomicLong(System.nanoTime());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> call(queue, number, end));
            thread.start();
            threads.add(thread);
        }
        long rows = 0;
        while (System.nanoTime() < end) {
            rows += commit(handle, queue);
        }
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                commit(handle, queue);
            }
        }
        return rows;
    }

    private static void call(BlockingQueue<Waiting> queue, AtomicLong number, long end) {
        try {
            while (System.nanoTime() < end) {
                String id = Long.toHexString(number.incrementAndGet() * 0x9E3779B97F4A7C15L)
                        .repeat(2);
                Waiting row = new Waiting(id, new CountDownLatch(1));
                queue.put(row);
                row.committed.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int commit(Handle handle, BlockingQueue<Waiting> queue) throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting first = queue.poll(10, java.util.concurrent.TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        group.add(first);
        queue.drainTo(group, MOST - 1);
        handle.useTransaction(transaction -> {
            PreparedBatch batch = transaction.prepareBatch("INSERT INTO facts (id, payload) VALUES (?, ?)");
            group.forEach(row -> batch.add(row.id, new byte[300]));
            batch.execute();
        });
        group.forEach(row -> row.committed.countDown());
        return group.size();
    }
}
