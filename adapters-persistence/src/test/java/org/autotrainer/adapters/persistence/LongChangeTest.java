package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.spi.StoreProvider;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One agent is changed for long, as when its whole journal is learned anew: those of the others are served meanwhile. */
class LongChangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 40;

    @Test
    void callers_who_wait_for_one_agent_keep_nobody_from_another(@TempDir Path folder) throws Exception {
        String file = folder.resolve("a.db").toString();
        Held store = new Held(new SqliteStoreProvider().open(file, StoreProvider.Missing.CREATE));
        ExecutorService threads = Executors.newFixedThreadPool(MANY + 1);
        try (TrainingLoop loop = TrainingLoop.over(store)) {
            loop.train(evaluation("a", "t1"));
            loop.train(evaluation("b", "t1"));
            store.held = true;
            List<CompletableFuture<?>> waiting = new ArrayList<>();
            waiting.add(CompletableFuture.runAsync(() -> loop.train(evaluation("a", "t2")), threads));
            store.begun.await();
            for (int i = 0; i < MANY; i++) {
                waiting.add(CompletableFuture.runAsync(() -> look(loop, "a"), threads));
            }

            assertTimeoutPreemptively(PATIENCE, () -> {
                for (int i = 0; i < MANY; i++) {
                    look(loop, "b");
                }
            });

            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            store.letGo.countDown();
            waiting.forEach(CompletableFuture::join);
        } finally {
            store.letGo.countDown();
            threads.shutdown();
        }
    }

    private static void look(TrainingLoop loop, String agent) {
        loop.recall().look(RecallHeuristics.Request.about(agent, "a refund"));
    }

    private static Evaluation evaluation(String agent, String task) {
        return Evaluation.of(agent, task).success(true).score(0.9).build();
    }

    /** A store whose transactions, from some time on, wait in the middle of their work. */
    private static final class Held implements Store {
        private final Store store;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);
        private volatile boolean held;

        Held(Store store) {
            this.store = store;
        }

        @Override
        public <T> T read(Function<? super Snapshot, ? extends T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
            return store.write(agents, transaction -> work.apply(slow(transaction)));
        }

        private Transaction slow(Transaction transaction) {
            return (Transaction) Proxy.newProxyInstance(
                    Transaction.class.getClassLoader(),
                    new Class<?>[] {Transaction.class},
                    (proxy, method, arguments) -> {
                        if (held && method.getName().equals("append")) {
                            begun.countDown();
                            letGo.await();
                        }
                        try {
                            return method.invoke(transaction, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }

        @Override
        public List<String> damage() {
            return store.damage();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
