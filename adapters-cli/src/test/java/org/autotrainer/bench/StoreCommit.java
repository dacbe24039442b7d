package org.autotrainer.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.EncodedFact;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Source;

/**
 * What the store alone commits in groups: callers that each append a fact, as long as an evaluation, to the journal of one agent
 * and wait until it is durable: {@code FILE CALLERS SECONDS}. Nothing is learned from it. As much time comes before as a warm-up.
 * Prints facts a second.
 */
final class StoreCommit {
    private static final String AGENT = "default";

    private StoreCommit() {}

    public static void main(String[] args) throws InterruptedException {
        StoreProvider provider = Providers.named("store", "sqlite", StoreProvider.class, StoreProvider::name);
        long nanos = (long) (Double.parseDouble(args[2]) * 1e9);
        AtomicLong number = new AtomicLong();
        try (Store store = provider.open(args[0], Missing.CREATE)) {
            run(store, Integer.parseInt(args[1]), nanos, number);
            long before = number.get();
            run(store, Integer.parseInt(args[1]), nanos, number);
            System.out.printf("%.0f%n", (number.get() - before) / (nanos / 1e9));
        }
    }

    private static void run(Store store, int callers, long nanos, AtomicLong number) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    append(store, EncodedFact.of(fact(number.incrementAndGet(), random)));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Evaluated fact(long task, Random random) {
        Evaluation evaluation = Evaluation.of(AGENT, "ticket-" + task)
                .id(Long.toHexString(task * 0x9E3779B97F4A7C15L).repeat(4))
                .suggest(Words.advice(random.nextInt(500)))
                .build();
        return new Evaluated(evaluation, Source.LOCAL, false, true);
    }

    private static void append(Store store, EncodedFact fact) {
        store.write(Set.of(AGENT), transaction -> {
            Entry entry = Entry.next(transaction.head(AGENT), fact, false, Instant.EPOCH, new byte[0]);
            transaction.append(AGENT, entry);
            return entry.position();
        });
    }
}
