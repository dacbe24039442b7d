package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.request.Guard;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guard over a write: once, and only on what its caller has seen. */
class GuardTest {
    private final MemoryStore store = new MemoryStore();
    private final TrainingLoop loop = TrainingLoop.over(store);

    GuardTest() {
        loop.train(Evaluation.of("a", "t1").suggest("Look first").build());
        loop.heuristics().set("a", "k", "Ask politely");
    }

    /** A change, by its name. */
    record Change(String name, Function<TrainingLoop, Object> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Change> changes() {
        return List.of(
                new Change(
                        "an evaluation",
                        on -> on.train()
                                .train(Evaluation.of("a", "t2").suggest("Hurry").build())),
                new Change(
                        "an evaluation that is known",
                        on -> on.train()
                                .train(Evaluation.of("a", "t1")
                                        .suggest("Look first")
                                        .build())),
                new Change(
                        "a lesson",
                        on -> on.training().keep(new RunTraining.Lesson("a", "t3", EvaluationBody.empty()))),
                new Change("a training run", on -> on.training().run(training())),
                new Change("a recall", on -> on.recall(RecallHeuristics.Request.about("a", "a look"))),
                new Change("a heuristic", on -> on.heuristics().set("a", "k2", "Be brief")),
                new Change("a pin", on -> on.curation().pin("a", heuristic(on, "Look first"))),
                new Change(
                        "a merge",
                        on -> on.curation().merge("a", heuristic(on, "Look first"), heuristic(on, "Ask politely"))),
                new Change(
                        "a decision",
                        on -> on.suggestions()
                                .dismiss(
                                        "a",
                                        on.suggestions()
                                                .list("a", "pending", "", "", 1)
                                                .items()
                                                .get(0)
                                                .id())),
                new Change("a retraction", on -> on.retractions().retract(retraction())));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_answer_to_a_change_with_a_key_is_kept_with_the_change(Change change) {
        Object response = change.work().apply(loop.guarded(once("k1")));

        TrainingLoop other = TrainingLoop.over(store);
        assertThat(other.answered("a", "k1")).contains(new Answered("k1", "request", String.valueOf(response)));
        assertThat(loop.maintenance().check(facts -> {}).ok()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_with_a_key_that_was_used_is_not_made(Change change) {
        loop.guarded(once("k1")).heuristics().set("a", "k0", "Something first");
        long before = position();

        assertThatThrownBy(() -> change.work().apply(loop.guarded(once("k1"))))
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        told -> assertThat(told.problem()).isEqualTo(Problem.CONFLICT));
        assertThat(position()).isEqualTo(before);
    }

    @Test
    void of_many_requests_with_one_key_at_once_one_is_carried_out() throws Exception {
        List<TrainingLoop> loops = List.of(loop, TrainingLoop.over(store));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> all = IntStream.range(0, 32)
                .mapToObj(i -> threads.submit(() -> keeps(loops.get(i % 2))))
                .toList();
        int done = 0;
        for (Future<Boolean> one : all) {
            done += one.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(done).isEqualTo(1);
        assertThat(loop.lessons().list("a", "", 10).items()).hasSize(2);
    }

    private static boolean keeps(TrainingLoop on) {
        try {
            on.guarded(once("k1")).training().keep(new RunTraining.Lesson("a", "t3", EvaluationBody.empty()));
            return true;
        } catch (AutoTrainerException conflict) {
            return false;
        }
    }

    @Test
    void what_was_not_done_is_not_kept() {
        assertThatThrownBy(() -> loop.guarded(once("k1")).curation().pin("a", "none"))
                .isInstanceOf(AutoTrainerException.class);
        assertThat(loop.answered("a", "k1")).isEmpty();
    }

    @Test
    void keys_of_one_agent_say_nothing_about_another() {
        loop.guarded(once("k1")).heuristics().set("a", "k0", "Something first");

        assertThat(loop.answered("b", "k1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void what_was_changed_since_it_was_read_is_not_changed(Change change) {
        long before = position();

        assertThatThrownBy(() -> change.work().apply(loop.guarded(expecting(false))))
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        told -> assertThat(told.problem()).isEqualTo(Problem.STALE));
        assertThat(position()).isEqualTo(before);
        change.work().apply(loop.guarded(expecting(true)));
        assertThat(position()).isGreaterThan(before);
    }

    static List<Change> guarded() {
        return List.of(
                new Change("settings", on -> on.settings().change("a", java.util.Map.of("explore", "off"))),
                new Change("a pin", on -> on.curation().pin("a", heuristic(on, "Look first"))),
                new Change(
                        "a merge",
                        on -> on.curation().merge("a", heuristic(on, "Look first"), heuristic(on, "Ask politely"))),
                new Change(
                        "a decision",
                        on -> on.suggestions()
                                .dismiss(
                                        "a",
                                        on.suggestions()
                                                .list("a", "pending", "", "", 1)
                                                .items()
                                                .get(0)
                                                .id())));
    }

    private static Guard once(String key) {
        return new Guard(Optional.of(new Guard.Once(key, "request", String::valueOf)), Optional.empty());
    }

    private static Guard expecting(boolean same) {
        return new Guard(Optional.empty(), Optional.of(seen -> same));
    }

    private long position() {
        return store.<Long>read(snapshot -> snapshot.head("a").position());
    }

    private static String heuristic(TrainingLoop on, String text) {
        return on.heuristics().list("a", "", 10).items().stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static RunTraining.Request training() {
        return new RunTraining.Request("a", "t4", EvaluationBody.empty(), true, true);
    }

    private static RetractFacts.Request retraction() {
        return new RetractFacts.Request("a", null, null, null, "t1", null, null, null, null, null, null);
    }
}
