package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.autotrainer.application.BrowseEvaluations.Advice;
import org.autotrainer.application.BrowseEvaluations.Chosen;
import org.autotrainer.application.BrowseEvaluations.Filter;
import org.autotrainer.application.BrowseEvaluations.Item;
import org.autotrainer.application.BrowseEvaluations.Shown;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Missing;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.learning.Chance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowseEvaluationsTest {
    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore(Chance.keyOf("evaluations")));

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void the_newest_comes_first_and_pages_meet_while_facts_arrive() {
        for (int i = 1; i <= 7; i++) {
            loop.train(of("t" + i).build());
            loop.heuristics().set("a", "key", "Said the " + i + ". time");
        }

        List<String> tasks = new ArrayList<>();
        Page<Item> page = loop.evaluations().list("a", Filter.NONE, "", 3);
        page.items().forEach(item -> tasks.add(item.taskId()));
        while (page.following().isPresent()) {
            loop.train(of("later-" + tasks.size()).build());
            page = loop.evaluations().list("a", Filter.NONE, page.following().get(), 3);
            page.items().forEach(item -> tasks.add(item.taskId()));
        }

        assertThat(tasks).containsExactly("t7", "t6", "t5", "t4", "t3", "t2", "t1");
    }

    @Test
    void more_facts_than_are_read_at_once_are_listed_without_a_gap() {
        for (int i = 1; i <= 1_001; i++) {
            loop.train(of("t" + i).build());
        }

        assertThat(tasks(Filter.NONE, 500))
                .hasSize(1_001)
                .doesNotHaveDuplicates()
                .startsWith("t1001", "t1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t1|''|''|''|''|e2 e1",
                "''|pytest|''|''|''|e3 e1",
                "''|''|nightly|''|''|e4",
                "''|''|''|true|''|e3",
                "''|''|''|false|''|e4 e1",
                "''|''|''|''|error|e2",
                "''|''|''|''|measured|e4 e3 e1",
                "''|''|''|false|error|''",
                "t1|pytest|''|false|measured|e1",
                "t9|''|''|''|''|''"
            })
    void those_are_listed_that_fit_all_that_is_said(
            String task, String critic, String run, String success, String outcome, String found) {
        loop.train(of("t1").id("e1").critic("pytest", "9").build());
        loop.train(of("t1").id("e2").outcome(Outcome.ERROR).build());
        loop.train(of("t2").id("e3").critic("pytest", "9").success(true).build());
        loop.train(Evaluation.of(new Attempt("a", "nightly", "t3", 1)).id("e4").build());
        loop.training().keep(new RunTraining.Lesson("a", "t1", EvaluationBody.empty()));
        loop.train(Evaluation.of("another", "t1").id("e5").build());

        assertThat(loop.evaluations()
                        .list("a", new Filter(task, critic, run, success, outcome), "", 10)
                        .items())
                .extracting(Item::id)
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" ", -1));
    }

    @Test
    void what_is_no_filter_is_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> new Filter("", "", "", "yes", ""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("success is \"yes\"; allowed are true and false");
        assertThatThrownBy(() -> new Filter("", "", "", "", "crashed"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("allowed are measured and error");
        assertThatThrownBy(() -> new Filter("a\nb", "", "", "", "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> loop.evaluations().list("a", Filter.NONE, "", 501))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> loop.evaluations().list("", Filter.NONE, "", 5))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void nothing_is_not_the_beginning_of_an_id() {
        assertThatThrownBy(() -> loop.evaluations().idOf("a", ""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("id");
    }

    @Test
    void a_cursor_of_another_filter_is_not_taken() {
        loop.train(of("t1").build());
        loop.train(of("t1").score(1).build());
        Filter task = new Filter("t1", "", "", "", "");
        String cursor = loop.evaluations().list("a", task, "", 1).following().orElseThrow();

        assertThatThrownBy(() -> loop.evaluations().list("a", new Filter("", "t1", "", "", ""), cursor, 1))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_page_that_ends_because_so_many_facts_were_looked_at_says_that_there_may_be_more() {
        loop.train(of("t").id("rare").critic("rare", "").build());
        for (int i = 0; i < BrowseEvaluations.MOST_FACTS; i++) {
            loop.train(of("t" + i).build());
        }
        Filter rare = new Filter("", "rare", "", "", "");

        Page<Item> first = loop.evaluations().list("a", rare, "", 10);
        assertThat(first.items()).isEmpty();
        Page<Item> second = loop.evaluations().list("a", rare, first.following().orElseThrow(), 10);
        assertThat(second.items()).extracting(Item::id).containsExactly("rare");
        assertThat(second.following()).isEmpty();
    }

    @Test
    void a_corrected_evaluation_is_listed_once_as_it_is_now_in_the_place_of_the_original() {
        loop.train(of("t1").id("e1").suggest("Look first").build());
        loop.train(of("t2").id("e2").build());
        loop.train(of("t1").id("e1").revision(1).success(true).build());
        loop.train(
                of("t1").id("e1").revision(4).critic("late", "").success(true).build());

        List<Item> items = loop.evaluations().list("a", Filter.NONE, "", 10).items();
        assertThat(items).extracting(Item::id).containsExactly("e2", "e1");
        assertThat(items.get(1))
                .extracting(Item::revision, Item::success, Item::suggested, Item::position)
                .containsExactly(4, true, 0, 4L);
        assertThat(tasks(new Filter("", "late", "", "", ""), 5)).containsExactly("t1");
        Shown shown = loop.evaluations().show("a", "e1");
        assertThat(shown.evaluation().revision()).isEqualTo(4);
        assertThat(shown.corrections())
                .extracting(BrowseEvaluations.Correction::revision, BrowseEvaluations.Correction::position)
                .containsExactly(tuple(1, 3L), tuple(4, 4L));
        assertThat(loop.evaluations().show("a", "e2").corrections()).isEmpty();
    }

    @Test
    void a_retracted_evaluation_is_said_to_be_so_until_that_is_taken_back() {
        loop.train(of("t1").id("e1").critic("liar", "").build());
        loop.train(of("t1").id("e2").critic("judge", "").build());
        String retraction = retract("liar");
        loop.train(of("t1").id("e3").critic("liar", "").build());

        assertThat(retracted()).isEqualTo(Map.of("e1", true, "e2", false, "e3", false));
        assertThat(loop.evaluations().show("a", "e1"))
                .extracting(Shown::retracted, Shown::retractions)
                .containsExactly(true, List.of(retraction));
        assertThat(loop.evaluations().show("a", "e3"))
                .extracting(Shown::retracted, Shown::retractions)
                .containsExactly(false, List.of());

        loop.retractions()
                .retract(new RetractFacts.Request(
                        "a", retraction, true, null, null, null, null, null, null, null, null));
        assertThat(retracted().values()).containsOnly(false);
        assertThat(loop.evaluations().show("a", "e1").retracted()).isFalse();
    }

    @Test
    void a_correction_counts_if_its_original_came_after_the_retraction() {
        loop.train(of("t1").id("before").critic("liar", "").build());
        String retraction = retract("liar");
        loop.train(of("t1").id("after").critic("liar", "").build());
        for (String id : List.of("before", "after")) {
            loop.train(
                    of("t1").id(id).revision(1).critic("liar", "").success(true).build());
        }

        assertThat(retracted()).isEqualTo(Map.of("before", true, "after", false));
        assertThat(loop.evaluations().show("a", "before"))
                .extracting(Shown::retracted, Shown::retractions)
                .containsExactly(true, List.of(retraction));
        assertThat(loop.evaluations().show("a", "after").retracted()).isFalse();
        assertThat(loop.lessons().list("a", "", 5).items())
                .extracting(BrowseLessons.Item::lessonId)
                .containsExactly("after");
    }

    @Test
    void whether_one_counts_is_left_open_where_its_original_is_too_far_before_its_correction() {
        loop.train(of("t1").critic("liar", "").build());
        retract("liar");
        loop.train(of("t1").id("e1").critic("liar", "").build());
        for (int i = 0; i < BrowseEvaluations.MOST_FACTS; i++) {
            loop.train(of("t" + i).build());
        }
        loop.train(of("t1").id("e1").revision(1).critic("liar", "").build());

        assertThat(loop.evaluations().show("a", "e1"))
                .extracting(Shown::retracted, Shown::retractions)
                .containsExactly(null, List.of());

        retract("liar");
        assertThat(loop.evaluations().show("a", "e1").retracted()).isTrue();
    }

    @Test
    void one_is_shown_with_what_it_taught() {
        loop.train(of("t1").id("e1").suggest("Look first").suggest("Ask then").build());
        Shown shown = loop.evaluations().show("a", "e1");

        assertThat(shown.taught().suggestions())
                .extracting(SuggestionBody::key, SuggestionBody::status)
                .contains(tuple("heuristic_from_task_t1_0", "applied"), tuple("training_target_t1", "pending"));
        assertThat(shown.taught().kinds())
                .containsExactly(Map.entry("heuristic_update", 2), Map.entry("fine_tune_dataset", 1));
        assertThat(shown.taught().applied()).isEqualTo(2);
        assertThat(shown.taught().credit()).isNull();
        assertThat(shown.taught().heuristics()).extracting(Advice::text).containsExactly("Look first", "Ask then");
        assertThat(shown)
                .extracting(Shown::position, Shown::source, Shown::trust, Shown::receipt)
                .containsExactly(1L, "local", "trusted", null);
    }

    @Test
    void the_receipt_that_it_quotes_is_shown_with_what_was_shown_and_withheld() {
        for (int i = 0; i < 40; i++) {
            loop.train(of("before-" + i)
                    .suggest("Look at thing " + "x".repeat(i + 1))
                    .build());
        }
        RecallHeuristics.Response recalled = null;
        Shown shown = null;
        for (int i = 0; shown == null || shown.receipt().withheld().isEmpty(); i++) {
            recalled = loop.recall(new RecallHeuristics.Request(
                    "r" + i,
                    "a",
                    "",
                    "t" + i,
                    0,
                    new ContextBody("look at thing", List.of()),
                    "",
                    300,
                    "block",
                    "on",
                    Map.of("temperature", List.of(0.5))));
            loop.train(of("t" + i).id("e" + i).receipt("r" + i).success(true).build());
            shown = loop.evaluations().show("a", "e" + i);
        }

        assertThat(shown.taught().credit()).isEqualTo("credited");
        assertThat(shown.receipt().id()).isEqualTo(recalled.receipt());
        assertThat(shown.receipt().shown())
                .extracting(Chosen::id)
                .isEqualTo(recalled.heuristics().stream()
                        .map(RecallHeuristics.Item::id)
                        .toList());
        assertThat(shown.receipt().withheld()).allSatisfy(one -> {
            assertThat(one.text()).startsWith("Look at thing");
            assertThat(one.coin()).isBetween(0.0, 1.0);
        });
        assertThat(shown.receipt().parameters()).containsEntry("temperature", 0.5);
    }

    @Test
    void a_receipt_that_the_journal_does_not_have_is_not_shown() {
        loop.train(of("t1").id("e1").receipt("lost").build());

        assertThat(loop.evaluations().show("a", "e1"))
                .extracting(
                        Shown::receipt,
                        shown -> shown.taught().credit(),
                        shown -> shown.evaluation().receipt())
                .containsExactly(null, "waiting", "lost");
    }

    @Test
    void what_is_shown_can_be_corrected_and_sent_again() throws JsonProcessingException {
        loop.train(of("t1").id("e1").suggest("Look first").build());
        EvaluationBody body = loop.evaluations().show("a", "e1").evaluation();

        assertThat(loop.train().train(body).known()).isTrue();
        ObjectNode corrected = Json.MAPPER.valueToTree(body);
        corrected.put("revision", 1).put("score", 0.25);
        loop.train().train(Json.MAPPER.treeToValue(corrected, EvaluationBody.class));
        assertThat(loop.evaluations().show("a", "e1").evaluation().score()).isEqualTo(0.25);
    }

    @Test
    void the_beginning_of_an_id_is_enough_where_one_begins_so() {
        loop.train(of("t1").id("abcd-1").build());
        loop.train(of("t1").id("abcd-2").build());
        loop.train(of("t1").id("abcd").build());
        loop.train(of("t1").id("abcd-2").revision(1).build());
        loop.training().keep(new RunTraining.Lesson("a", "t1", EvaluationBody.empty()));

        BrowseEvaluations evaluations = loop.evaluations();
        assertThat(evaluations.idOf("a", "abcd-2")).isEqualTo("abcd-2");
        assertThat(evaluations.idOf("a", "abcd")).isEqualTo("abcd");
        assertThatThrownBy(() -> evaluations.idOf("a", "abcd-"))
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(Problem.INVALID))
                .hasMessage("several evaluations begin with abcd-; give more of the id: abcd-1, abcd-2");
        loop.train(of("t1").id("wxyz-1").build());
        assertThat(evaluations.idOf("a", "wxyz")).isEqualTo("wxyz-1");
        for (String none : List.of("wxy", "zzzz")) {
            assertThatThrownBy(() -> evaluations.idOf("a", none))
                    .isInstanceOfSatisfying(
                            AutoTrainerException.class,
                            wrong -> assertThat(wrong.problem()).isEqualTo(Problem.NOT_FOUND));
        }
    }

    @Test
    void an_id_that_is_not_there_is_told_with_whose_it_would_be() {
        loop.train(Evaluation.of("another", "t1").id("e1").build());

        assertThatThrownBy(() -> loop.evaluations().show("a", "e1"))
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        wrong -> assertThat(wrong.missing()).contains(new Missing(Missing.Kind.EVALUATION, "a")))
                .hasMessage("agent a has no evaluation e1");
        assertThat(loop.evaluations().list("a", Filter.NONE, "", 5)).isEqualTo(new Page<>(List.of(), null));
    }

    private static EvaluationBuilder of(String task) {
        return Evaluation.of("a", task);
    }

    private String retract(String critic) {
        return loop.retractions()
                .retract(new RetractFacts.Request("a", null, null, critic, null, null, null, null, null, null, null))
                .retraction();
    }

    private Map<String, Boolean> retracted() {
        return loop.evaluations().list("a", Filter.NONE, "", 10).items().stream()
                .collect(Collectors.toMap(Item::id, Item::retracted));
    }

    private List<String> tasks(Filter filter, int limit) {
        List<String> tasks = new ArrayList<>();
        String cursor = "";
        do {
            Page<Item> page = loop.evaluations().list("a", filter, cursor, limit);
            page.items().forEach(item -> tasks.add(item.taskId()));
            cursor = page.following().orElse("");
        } while (!cursor.isEmpty());
        return tasks;
    }
}
