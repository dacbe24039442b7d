package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.application.RandomHistory.AGENT;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.text.TokenCounter;

/** Many at once on one store, whichever it is: each answer is that of a state that was committed, and nothing is lost. */
public final class SideBySide {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-21T09:30:00Z"));
    private static final List<String> ADVICE = List.of(
            "Ask for the order number first",
            "Never promise a refund",
            "Read the schema before writing SQL",
            "Check the fare class before cancelling");

    private SideBySide() {}

    /** Several ask while one writes: each answer is that of a state that was committed, and none goes back. */
    public static void readWhileOneWrites(Supplier<Store> open, int facts) throws Exception {
        List<List<Object>> states = new ArrayList<>();
        TrainingLoop alone = loop(new MemoryStore());
        states.add(answers(alone));
        for (int i = 0; i < facts; i++) {
            alone.train(evaluation(i));
            states.add(answers(alone));
        }
        List<TrainingLoop> loops = List.of(loop(open.get()), loop(open.get()));
        AtomicBoolean written = new AtomicBoolean();
        List<Callable<Integer>> works = new ArrayList<>();
        works.add(() -> {
            for (int i = 0; i < facts; i++) {
                loops.get(i / 10 % 2).train(evaluation(i));
            }
            written.set(true);
            return facts;
        });
        for (int reader = 0; reader < 6; reader++) {
            int asked = reader % questions().size();
            TrainingLoop loop = loops.get(reader % 2);
            works.add(() -> follow(() -> questions().get(asked).apply(loop), asked, states, written));
        }
        assertThat(together(works)).containsOnly(facts);
        loops.forEach(TrainingLoop::close);
    }

    /** Asks the same again and again; how far the last answer was. */
    private static int follow(Callable<Object> question, int asked, List<List<Object>> states, AtomicBoolean written)
            throws Exception {
        int reached = 0;
        boolean last = false;
        while (true) {
            Object answer = question.call();
            int found = reached;
            while (found < states.size() && !states.get(found).get(asked).equals(answer)) {
                found++;
            }
            assertThat(found)
                    .as("the state after %d, in which question %d is answered by %s", reached, asked, answer)
                    .isLessThan(states.size());
            reached = found;
            if (last) {
                return states.get(reached)
                                .get(asked)
                                .equals(states.get(states.size() - 1).get(asked))
                        ? states.size() - 1
                        : reached;
            }
            last = written.get();
        }
    }

    private static List<Function<TrainingLoop, Object>> questions() {
        return List.of(
                loop -> loop.recall().look(RecallHeuristics.Request.about(AGENT, "an order and its schema")),
                loop -> loop.heuristics().list(AGENT, "", 100),
                loop -> loop.heuristics().keys(AGENT),
                loop -> loop.suggestions().list(AGENT, "", "", "", 500),
                loop -> loop.report().report(AGENT),
                loop -> loop.lessons().list(AGENT, "", 500));
    }

    private static List<Object> answers(TrainingLoop loop) {
        return questions().stream().map(question -> question.apply(loop)).toList();
    }

    private static TrainingLoop loop(Store store) {
        return TrainingLoop.over(store, CLOCK, TokenCounter.ESTIMATE).withChance("side by side");
    }

    private static Evaluation evaluation(int number) {
        return Evaluation.of(new Attempt(AGENT, "", "task-" + number % 40, number / 40))
                .id("e" + number)
                .critic("critic-" + number % 3, "")
                .success(number % 3 == 0)
                .context("an order of a customer " + number % 7, number % 2 == 0 ? "refund" : "sql")
                .suggest(ADVICE.get(number % ADVICE.size()))
                .build();
    }

    /** Two retract, and take it back, while others write and ask: nothing is lost. */
    public static void retractWhileOthersWrite(Supplier<Store> open) throws Exception {
        List<TrainingLoop> loops = List.of(loop(open.get()), loop(open.get()));
        loops.get(0).train(evaluation(0)); // a retraction finds something of each critic from the first on
        loops.get(0).train(evaluation(1));
        int writers = 4;
        int each = 60;
        AtomicLong working = new AtomicLong(writers);
        List<Callable<Integer>> works = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int first = writer * each;
            TrainingLoop loop = loops.get(writer % 2);
            works.add(() -> {
                for (int i = first; i < first + each; i++) {
                    loop.train(evaluation(i));
                    if (i % 5 == 0) {
                        loop.recall().recallAtOnce(recall(i), "receipt-" + i);
                    }
                }
                working.decrementAndGet();
                return 0;
            });
        }
        for (int one = 0; one < 2; one++) {
            String critic = "critic-" + one;
            TrainingLoop loop = loops.get(one);
            works.add(() -> {
                int made = 0;
                do {
                    String id = critic + "-" + made++;
                    loop.retractions().retract(retraction(id, critic));
                    if (made % 2 == 0) {
                        loop.retractions().retract(RandomHistory.undo(id));
                    }
                } while (working.get() > 0);
                return 0;
            });
            works.add(() -> {
                do {
                    answers(loop);
                } while (working.get() > 0);
                return 0;
            });
        }
        together(works);
        loops.forEach(TrainingLoop::close);

        Store store = open.get();
        MaintainStore.Report found = loop(store).maintenance().check(verified -> {});
        assertThat(found.problems()).isEmpty();
        assertThat(store.<Integer>read(
                        snapshot -> snapshot.newest(AGENT, FactKind.EVALUATION, ids("e", writers * each, 1))
                                .size()))
                .isEqualTo(writers * each);
        assertThat(store.<Integer>read(
                        snapshot -> snapshot.newest(AGENT, FactKind.RECALL, ids("receipt-", writers * each, 5))
                                .size()))
                .isEqualTo(writers * each / 5);
        TrainingLoop other = loop(OtherFacts.of(store, AGENT));
        assertThat(answers(loop(store))).isEqualTo(answers(other));
        assertThat(found.stateHash())
                .isEqualTo(other.maintenance().check(verified -> {}).stateHash());
        store.close();
    }

    private static Set<String> ids(String prefix, int count, int step) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < count; i += step) {
            ids.add(prefix + i);
        }
        return ids;
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static RetractFacts.Request retraction(String id, String critic) {
        return new RetractFacts.Request(AGENT, id, false, critic, null, null, null, null, null, null, false);
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static RecallHeuristics.Request recall(int number) {
        return new RecallHeuristics.Request(
                "",
                AGENT,
                "",
                "task-" + number % 40,
                0,
                new ContextBody("an order", List.of("refund")),
                "",
                200,
                "block",
                null,
                null);
    }

    private static List<Integer> together(List<Callable<Integer>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : threads.invokeAll(works)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
