package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several people do to the past at the same moment is done once each, or refused; it never fails. */
class SameMomentTest {
    private static final int TIMES = 40;
    private static final int PEOPLE = 4;

    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);

    @AfterEach
    void leave() {
        people.shutdownNow();
    }

    @Test
    void the_same_wording_is_split_off_once() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            TrainingLoop loop = TrainingLoop.over(new MemoryStore());
            loop.train(Evaluation.of("a", "t1")
                    .suggest("Look first")
                    .suggest("Ask politely")
                    .build());
            String one = id(loop, "Look first");
            loop.curation().merge("a", id(loop, "Ask politely"), one);

            assertThat(atOnce(() -> loop.curation().split("a", one)))
                    .contains("done")
                    .isSubsetOf("done", "CONFLICT");
            assertThat(loop.heuristics().list("a", "", 10).items()).hasSize(2);
        }
    }

    @Test
    void the_same_is_retracted_once_or_again_but_never_half() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            TrainingLoop loop = TrainingLoop.over(new MemoryStore());
            loop.train(Evaluation.of("a", "t1")
                    .critic("judge", "")
                    .suggest("Look first")
                    .build());
            RetractFacts.Request request =
                    new RetractFacts.Request("a", null, null, "judge", null, null, null, null, null, null, null);

            assertThat(atOnce(() -> loop.retractions().retract(request)))
                    .contains("done")
                    .isSubsetOf("done", "CONFLICT");
            assertThat(loop.heuristics().list("a", "", 10).items()).isEmpty();
        }
    }

    private static String id(TrainingLoop loop, String text) {
        return loop.heuristics().list("a", "", 10).items().stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What became of the same work of several people: done, or the problem. */
    private List<String> atOnce(Supplier<Object> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        List<Callable<String>> works = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            works.add(() -> {
                start.await();
                try {
                    work.get();
                    return "done";
                } catch (AutoTrainerException refused) {
                    return refused.problem() == Problem.CONFLICT ? "CONFLICT" : refused.toString();
                }
            });
        }
        List<String> became = new ArrayList<>();
        for (Future<String> one : people.invokeAll(works)) {
            became.add(one.get());
        }
        return became;
    }
}
