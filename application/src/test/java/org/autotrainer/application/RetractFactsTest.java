package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.autotrainer.application.RetractFacts.Item;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Un-learning: what was retracted is as if it had never been, and comes back. */
class RetractFactsTest {
    private final MemoryStore store = new MemoryStore();
    private final TrainingLoop loop = TrainingLoop.over(store);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_retracted_is_as_if_it_had_never_been(long seed) {
        RetractionCheck.run(seed, () -> store);
    }

    /** 300 histories, or as many as {@code -Dhistories} says. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("histories", 300));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"agent":"a","critic":"judge"}                              | Ask first
            {"agent":"a","task":"t1"}                                   | Cite the policy
            {"agent":"a","run":"nightly"}                               | Ask first
            {"agent":"a","source":"results.jsonl"}                      | Cite the policy
            {"agent":"a","tag":"refund"}                                | Ask first, Cite the policy
            {"agent":"a","tag":"refund","critic":"judge"}               | Ask first
            {"agent":"a","after":"2026-05-02T00:00:00Z"}                | Cite the policy
            {"agent":"a","before":"2026-05-02T00:00:00Z"}               | Ask first
            {"agent":"a","critic":"nobody","dry_run":true}              | ''
            """)
    void all_that_is_said_must_fit(String selection, String gone) throws IOException {
        loop.train(Evaluation.of(new Attempt("a", "nightly", "t2", 0))
                .critic("judge", "")
                .context("money", "refund")
                .occurredAt(Instant.parse("2026-05-01T23:59:59Z"))
                .suggest("Ask first")
                .build());
        Evaluation imported = Evaluation.of("a", "t1")
                .critic("pytest", "")
                .context("more money", "refund", "eu")
                .occurredAt(Instant.parse("2026-05-02T00:00:00Z"))
                .suggest("Cite the policy")
                .build();
        loop.importing(new ImportEvaluations.Options(false, true))
                .add(List.of(new ImportEvaluations.Item("some/folder/results.jsonl", 1, imported)));

        RetractFacts.Response response = retract(selection);

        assertThat(response.changes())
                .allSatisfy(change -> assertThat(change.change()).isEqualTo("gone"));
        assertThat(response.changes().stream()
                        .map(RetractFacts.Change::text)
                        .sorted()
                        .toList())
                .isEqualTo(gone.isEmpty() ? List.of() : List.of(gone.split(", ")));
        assertThat(response.facts()).isEqualTo(response.changed());
        assertThat(loop.heuristics().list("a", "", 10).items())
                .hasSize(2 - response.changes().size());
    }

    @Test
    void what_a_playbook_brought_goes_with_its_file_and_what_a_person_set_stays() throws IOException {
        loop.heuristics().set("a", "house-rule", "Be brief");
        loop.heuristics()
                .setAll("a", "some/folder/team.md", new TreeMap<>(Map.of("one", "Ask first", "two", "Be brief")));

        RetractFacts.Response response = retract("{\"agent\":\"a\",\"source\":\"team.md\"}");

        assertThat(response.facts()).isEqualTo(2);
        assertThat(loop.heuristics().keys("a")).isEqualTo(Map.of("house-rule", "Be brief"));
        assertThat(loop.heuristics().list("a", "", 10).items())
                .extracting(BrowseHeuristics.Item::text)
                .containsExactly("Be brief");
    }

    @Test
    void what_comes_after_a_retraction_counts() throws IOException {
        loop.train(advised("t1"));
        retract("{\"agent\":\"a\",\"critic\":\"judge\"}");
        loop.train(advised("t2"));

        assertThat(loop.heuristics().list("a", "", 10).items())
                .extracting(BrowseHeuristics.Item::support)
                .containsExactly(1);
        assertThat(loop.lessons().list("a", "", 10).items())
                .extracting(BrowseLessons.Item::taskId)
                .containsExactly("t2");
    }

    @Test
    void what_was_retracted_and_is_brought_again_changes_nothing() throws IOException {
        Evaluation evaluation = advised("t1");
        loop.train(evaluation);
        retract("{\"agent\":\"a\",\"critic\":\"judge\"}");

        assertThat(loop.train().train(evaluation).known()).isTrue();
        assertThat(loop.heuristics().list("a", "", 10).items()).isEmpty();
    }

    @Test
    void a_retraction_with_nothing_to_say_is_refused() {
        assertThatThrownBy(() -> retract("{\"agent\":\"a\"}"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("nothing says what to retract; give critic, task, run, import, tag, after or before");
        assertThatThrownBy(() -> retract("{\"agent\":\"a\",\"after\":\"yesterday\"}"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("after is \"yesterday\"; allowed is a time such as 2026-05-21T09:30:00Z");
        assertThat(loop.maintenance().agents()).isEmpty();
    }

    @Test
    void a_retraction_that_nothing_fits_is_refused_and_not_written() throws IOException {
        loop.train(advised("t1"));
        loop.train(Evaluation.of("a", "t2").critic("human", "").build());

        assertProblem(Problem.NOT_FOUND, "{\"agent\":\"a\",\"critic\":\"nobody\"}")
                .hasMessage("nothing of agent a fits critic nobody; critics are human, judge");
        assertProblem(Problem.NOT_FOUND, "{\"agent\":\"a\",\"critic\":\"human\",\"task\":\"t1\"}")
                .hasMessage("nothing of agent a fits critic human, task t1");
        assertProblem(Problem.NOT_FOUND, "{\"agent\":\"a\",\"run\":\"nightly\"}")
                .hasMessage("nothing of agent a fits run nightly; there is no run");
        assertThat(loop.retractions().list("a")).isEmpty();
    }

    @Test
    void retractions_are_listed_with_what_they_are_about_and_whether_they_were_taken_back() throws IOException {
        loop.train(advised("t1"));
        retract("{\"agent\":\"a\",\"id\":\"first\",\"critic\":\"judge\"}");
        loop.train(advised("t2"));
        retract("{\"agent\":\"a\",\"id\":\"second\",\"critic\":\"judge\"}");
        retract("{\"agent\":\"a\",\"id\":\"first\",\"undo\":true}");

        assertThat(loop.retractions().list("a"))
                .extracting(Item::retraction, Item::what, Item::facts, Item::undone)
                .containsExactly(tuple("second", "critic judge", 2L, false), tuple("first", "critic judge", 1L, true));
        assertThat(loop.retractions().list("b")).isEmpty();
    }

    @Test
    void a_retraction_is_taken_back_by_the_beginning_of_its_id_if_that_is_one_of_them_only() throws IOException {
        loop.train(advised("t1"));
        retract("{\"agent\":\"a\",\"id\":\"noisy-1\",\"critic\":\"judge\"}");
        retract("{\"agent\":\"a\",\"id\":\"noisy-2\",\"critic\":\"judge\"}");

        assertProblem(Problem.INVALID, "{\"agent\":\"a\",\"id\":\"noisy\",\"undo\":true}")
                .hasMessage("2 retractions begin with noisy; give more of the id: noisy-2, noisy-1");
        assertProblem(Problem.NOT_FOUND, "{\"agent\":\"a\",\"id\":\"noi\",\"undo\":true}")
                .hasMessage("agent a has no retraction noi; it has noisy-2, noisy-1");
        retract("{\"agent\":\"a\",\"id\":\"noisy-2\",\"undo\":true}");
        retract("{\"agent\":\"a\",\"id\":\"noisy-3\",\"critic\":\"judge\"}");
        assertThat(retract("{\"agent\":\"a\",\"id\":\"noisy-1\",\"undo\":true}").retraction())
                .isEqualTo("noisy-1");
    }

    @Test
    void a_retraction_is_made_once_and_taken_back_once() throws IOException {
        loop.train(advised("t1"));
        retract("{\"agent\":\"a\",\"id\":\"r1\",\"critic\":\"judge\"}");
        assertProblem(Problem.CONFLICT, "{\"agent\":\"a\",\"id\":\"r1\",\"task\":\"t1\"}");
        retract("{\"agent\":\"a\",\"id\":\"r1\",\"undo\":true}");
        assertProblem(Problem.CONFLICT, "{\"agent\":\"a\",\"id\":\"r1\",\"undo\":true}");
        assertProblem(Problem.NOT_FOUND, "{\"agent\":\"a\",\"id\":\"r2\",\"undo\":true}");

        assertThat(loop.maintenance().check(verified -> {}).facts()).isEqualTo(3);
        assertThat(loop.heuristics().list("a", "", 10).items()).hasSize(1);
    }

    private AbstractThrowableAssert<?, ?> assertProblem(Problem expected, String request) {
        return assertThatThrownBy(() -> retract(request))
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(expected));
    }

    private RetractFacts.Response retract(String request) throws IOException {
        return loop.retractions().retract(Json.MAPPER.readValue(request, RetractFacts.Request.class));
    }

    private static Evaluation advised(String task) {
        return Evaluation.of("a", task).critic("judge", "").suggest("Ask first").build();
    }
}
