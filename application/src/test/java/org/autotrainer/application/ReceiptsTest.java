package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.autotrainer.application.RecallHeuristics.Request;
import org.autotrainer.application.RecallHeuristics.Response;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.FactKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recalls that do not wait for the disk: their receipts follow. */
@Timeout(120)
class ReceiptsTest {
    private final SlowStore store = new SlowStore();
    private final TrainingLoop loop = TrainingLoop.over(store);

    @AfterEach
    void close() {
        store.open.countDown();
        loop.close();
    }

    @Test
    void a_recall_is_answered_while_the_store_takes_no_writes() {
        teach();
        store.shut();

        Response response = loop.recall().recallAtOnce(request("", "t2"), "fresh");

        assertThat(response.receipt()).isEqualTo("fresh");
        assertThat(response.heuristics()).hasSize(1);
    }

    @Test
    void its_receipt_is_in_the_journal_soon_after() throws InterruptedException {
        teach();
        loop.recall().recallAtOnce(request("", "t2"), "fresh");

        while (!isInJournal("fresh")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(loop.heuristics().list("a", "", 10).items())
                .allSatisfy(item -> assertThat(item.evidence()).containsEntry("shown", 1));
    }

    @Test
    void it_stands_before_the_evaluation_that_quotes_it() {
        teach();
        loop.recall().recallAtOnce(request("", "t2"), "fresh");
        loop.train(Evaluation.of("a", "t2").id("e2").receipt("fresh").build());

        store.read(snapshot -> {
            long receipt =
                    snapshot.newest("a", FactKind.RECALL, "fresh").orElseThrow().position();
            long evaluation = snapshot.newest("a", FactKind.EVALUATION, "e2")
                    .orElseThrow()
                    .position();
            assertThat(receipt).isLessThan(evaluation);
            return snapshot;
        });
    }

    @Test
    void the_same_id_answers_the_same_receipt_before_and_after_it_is_written() {
        teach();
        store.shut();
        Response first = loop.recall().recallAtOnce(request("r1", "t2"), "x");
        Response waiting = loop.recall().recallAtOnce(request("r1", "t2"), "y");
        store.open.countDown();
        loop.train(Evaluation.of("a", "t3").build());
        Response written = loop.recall().recallAtOnce(request("r1", "t2"), "z");

        assertThat(List.of(first.receipt(), waiting.receipt(), written.receipt()))
                .containsOnly("r1");
        assertThat(waiting.block()).isEqualTo(first.block());
        assertThat(written.block()).isEqualTo(first.block());
    }

    @Test
    void closing_writes_what_waits() {
        teach();
        store.shut();
        for (int i = 0; i < 20; i++) {
            loop.recall().recallAtOnce(request("", "t" + i), "fresh-" + i);
        }
        store.open.countDown();
        loop.close();

        for (int i = 0; i < 20; i++) {
            assertThat(isInJournal("fresh-" + i)).isTrue();
        }
    }

    @Test
    void many_at_once_are_each_written_once() throws Exception {
        teach();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int number = i;
            all.add(threads.submit(() -> number % 4 == 0
                    ? loop.train(Evaluation.of("a", "e" + number).build()).evaluationId()
                    : loop.recall()
                            .recallAtOnce(request("", "t" + number), "fresh-" + number)
                            .receipt()));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        loop.close();

        assertThat(store.<Long>read(snapshot -> snapshot.head("a").position())).isEqualTo(401);
    }

    @Test
    void a_store_that_fails_for_a_while_gets_them_later() throws InterruptedException {
        teach();
        store.failing = true;
        loop.recall().recallAtOnce(request("", "t2"), "fresh");
        TimeUnit.MILLISECONDS.sleep(100);
        store.failing = false;

        while (!isInJournal("fresh")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void a_recall_knows_what_another_loop_recorded_since_the_last_one() {
        MemoryStore shared = new MemoryStore();
        try (TrainingLoop reader = TrainingLoop.over(shared);
                TrainingLoop writer = TrainingLoop.over(shared)) {
            List<String> advice =
                    List.of("Ask for the number first", "Never promise a date", "Greet in their language");
            for (int known = 0; known < advice.size(); known++) {
                for (int again = 0; again < 3; again++) {
                    assertThat(reader.recall().look(request("", "t")).heuristics())
                            .hasSize(known);
                }
                writer.train(Evaluation.of("a", "t" + known)
                        .suggest(advice.get(known))
                        .build());
            }
        }
    }

    private void teach() {
        loop.train(Evaluation.of("a", "t1")
                .suggest("Ask for the order number first")
                .build());
    }

    private boolean isInJournal(String receipt) {
        return store.<Boolean>read(
                snapshot -> snapshot.newest("a", FactKind.RECALL, receipt).isPresent());
    }

    private static Request request(String id, String task) {
        return new Request(id, "a", "", task, 0, new ContextBody("an order", List.of()), "", 200, "block", "off", null);
    }

    /** A store in memory whose writes can be held up, or fail. */
    private static final class SlowStore implements Store {
        private final MemoryStore memory = new MemoryStore();
        private volatile CountDownLatch open = new CountDownLatch(0);
        private volatile boolean failing;

        void shut() {
            open = new CountDownLatch(1);
        }

        @Override
        public <T> T read(Function<? super Snapshot, ? extends T> work) {
            return memory.read(work);
        }

        @Override
        public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failing) {
                throw new AutoTrainerException(Problem.BUSY, "the store is busy; try again");
            }
            return memory.write(agents, work);
        }

        @Override
        public List<String> damage() {
            return memory.damage();
        }

        @Override
        public void close() {
            // What is in memory is looked at afterwards.
        }
    }
}
