package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;

/** A store that takes no fact any more: it says so, and is read on. */
class FullStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Evaluation EVALUATION =
            Evaluation.of("a", "t1").success(true).score(0.9).build();

    private static final RecallHeuristics.Request RECALL = RecallHeuristics.Request.about("a", "a refund");

    private final Full store = new Full();
    private final TrainingLoop loop = TrainingLoop.over(store);

    @Test
    void a_receipt_that_finds_no_room_keeps_nobody_from_the_agent() {
        store.full = true;
        loop.recall().recallAtOnce(RECALL, "r1");

        CompletableFuture<?> writer = CompletableFuture.runAsync(() -> loop.train(EVALUATION));

        assertTimeoutPreemptively(PATIENCE, () -> assertThat(failure(writer)).isEqualTo(Problem.STORAGE_FULL));
        assertTimeoutPreemptively(PATIENCE, () -> loop.recall().look(RECALL));
        store.full = false;
        assertTimeoutPreemptively(PATIENCE, () -> loop.train(EVALUATION));
    }

    private static Problem failure(CompletableFuture<?> writer) {
        try {
            writer.join();
            throw new AssertionError("there was room");
        } catch (CompletionException failed) {
            return ((AutoTrainerException) failed.getCause()).problem();
        }
    }

    /** A store in memory whose transactions take nothing while it is full. */
    private static final class Full implements Store {
        private final Store store = new MemoryStore();
        private volatile boolean full;

        @Override
        public <T> T read(Function<? super Snapshot, ? extends T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
            return store.write(agents, transaction -> work.apply(limited(transaction)));
        }

        private Transaction limited(Transaction transaction) {
            return (Transaction) Proxy.newProxyInstance(
                    Transaction.class.getClassLoader(),
                    new Class<?>[] {Transaction.class},
                    (proxy, method, arguments) -> {
                        if (full && method.getName().equals("append")) {
                            throw new AutoTrainerException(Problem.STORAGE_FULL, "the disk is full");
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
