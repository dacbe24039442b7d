package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Options;
import org.autotrainer.application.ImportEvaluations.Summary;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Missing;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.DryRunStore;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.text.TokenCounter;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {
    private final MemoryStore store = new MemoryStore();
    private final TrainingLoop loop = TrainingLoop.over(
            store, InstantSource.fixed(Instant.parse("2026-05-21T09:30:00.123456Z")), TokenCounter.ESTIMATE);

    private static Evaluation failure(String task, String... advice) {
        var evaluation = Evaluation.of("a", task).score(0.2).context("refund of an order", "refund");
        List.of(advice).forEach(text -> evaluation.suggest(text));
        return evaluation.build();
    }

    @Test
    void what_an_evaluation_suggests_comes_back_before_the_next_task() {
        loop.train(failure("t1", "Ask for the order number first"));

        RecallHeuristics.Response recalled = loop.recall(recall("t2", "another refund"));

        assertThat(recalled.heuristics())
                .extracting(RecallHeuristics.Item::text)
                .containsExactly("Ask for the order number first");
        assertThat(recalled.block()).contains("- Ask for the order number first\n");
        assertThat(recalled.receipt()).isNotEmpty();
    }

    @Test
    void a_recall_with_an_id_answers_the_same_receipt_again() {
        loop.train(failure("t1", "Ask for the order number first"));
        RecallHeuristics.Request request = new RecallHeuristics.Request(
                "r1", "a", "", "t2", 0, new ContextBody("refund", List.of()), "", 200, "block", "off", null);
        RecallHeuristics.Response first = loop.recall(request);
        loop.train(failure("t3", "Refund to the card that paid"));

        RecallHeuristics.Response again = loop.recall(request);

        assertThat(again.receipt()).isEqualTo("r1");
        assertThat(again.block()).isEqualTo(first.block());
        assertThat(loop.heuristics().list("a", "", 10).items())
                .filteredOn(item -> item.text().startsWith("Ask"))
                .allSatisfy(item -> assertThat(item.evidence()).containsEntry("shown", 1));
    }

    @Test
    void a_recall_with_the_id_of_another_task_is_a_conflict() {
        loop.recall(new RecallHeuristics.Request("r1", "a", "", "t2", 0, null, "", 200, "block", "off", null));

        assertThatThrownBy(() -> loop.recall(
                        new RecallHeuristics.Request("r1", "a", "", "t3", 0, null, "", 200, "block", "off", null)))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessage("recall r1 was made for another task or context; give it another id");
    }

    @Test
    void a_look_leaves_no_trace() {
        loop.train(failure("t1", "Ask for the order number first"));
        String before = loop.maintenance().check(verified -> {}).chainHash();

        assertThat(loop.recall().look(recall("t2", "refund")).heuristics()).hasSize(1);
        assertThat(loop.maintenance().check(verified -> {}).chainHash()).isEqualTo(before);
    }

    @Test
    void an_import_sums_up_what_it_led_to() {
        ImportEvaluations importing = loop.importing(new Options(false, true));
        importing.add(items(
                failure("t1", "Ask first", "Cite the policy"),
                failure("t2", "ask first!"),
                Evaluation.of("a", "t3").success(true).score(1).build(),
                Evaluation.of("a", "t4").outcome(Outcome.ERROR).build(),
                Evaluation.of("a", "").build()));

        Summary summary = importing.summary();

        assertThat(summary.read()).isEqualTo(5);
        assertThat(summary.recorded()).isEqualTo(4);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.successes()).isEqualTo(1);
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(summary.suggestions()).containsEntry("heuristic_update", 3).containsEntry("fine_tune_dataset", 2);
        assertThat(summary.applied()).isEqualTo(3);
        assertThat(summary.heuristics()).containsEntry("new", 2).containsEntry("reinforced", 1);
        assertThat(summary.problems())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.reason()).contains("task_id is missing"));
    }

    @Test
    void identical_records_of_one_import_are_attempts_and_the_same_import_again_changes_nothing() {
        for (int round = 0; round < 2; round++) {
            ImportEvaluations importing = loop.importing(new Options(false, true));
            importing.add(items(failure("t1", "Ask first"), failure("t1", "Ask first"), failure("t1", "Ask first")));
            assertThat(importing.summary().recorded()).isEqualTo(round == 0 ? 3 : 0);
            assertThat(importing.summary().unchanged()).isEqualTo(round == 0 ? 0 : 3);
        }
        assertThat(loop.lessons().list("a", "", 10).items())
                .extracting(item -> item.evaluation().attempt())
                .containsExactly(null, 1, 2);
    }

    @Test
    void suggestions_that_are_only_proposed_wait_for_a_person() {
        ImportEvaluations importing = loop.importing(new Options(false, false));
        importing.add(items(failure("t1", "Ask first")));
        SuggestionBody update = pending().get(0);
        assertThat(loop.heuristics().list("a", "", 10).items()).isEmpty();

        assertThat(loop.suggestions().apply("a", update.id()).status()).isEqualTo("applied");

        assertThat(loop.heuristics().keys("a")).containsEntry("heuristic_from_task_t1_0", "Ask first");
        assertThat(loop.heuristics().list("a", "", 10).items())
                .extracting(BrowseHeuristics.Item::support)
                .containsExactly(1);
        assertThat(pending()).extracting(SuggestionBody::kind).containsExactly("fine_tune_dataset");
        assertThatThrownBy(() -> loop.suggestions().dismiss("a", update.id()))
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        conflict -> assertThat(conflict.problem()).isEqualTo(Problem.CONFLICT));
    }

    @Test
    void what_was_dismissed_stays_dismissed() {
        loop.importing(new Options(false, false)).add(items(failure("t1", "Never promise")));
        String id = pending().get(0).id();
        loop.suggestions().dismiss("a", id);

        List<SuggestionBody> again =
                loop.train(failure("t1", "Never promise", "Ask first")).suggestions();

        assertThat(again.get(0).status()).isEqualTo("dismissed");
        assertThat(loop.heuristics().keys("a").values()).containsExactly("Ask first");
    }

    @Test
    void a_suggestion_that_does_not_exist_is_said_so() {
        assertThatThrownBy(() -> loop.suggestions().apply("a", "nope"))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessage("agent a has no suggestion nope")
                .extracting(thrown -> ((AutoTrainerException) thrown).missing().orElseThrow())
                .isEqualTo(new Missing(Missing.Kind.SUGGESTION, "a"));
    }

    @Test
    void every_suggestion_is_listed_once_whatever_the_pages() {
        for (int i = 0; i < 30; i++) {
            loop.train(failure("t" + i, "Advice number " + i, "Ask first"));
        }
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Page<SuggestionBody> page = loop.suggestions().list("a", "", "", cursor.get(), 7);
            page.items().forEach(item -> ids.add(item.id()));
            cursor = page.following();
        }
        assertThat(ids).hasSize(90).doesNotHaveDuplicates();
        assertThat(loop.suggestions().list("a", "applied", "", "", 500).items()).hasSize(60);
        assertThat(loop.suggestions().list("a", "pending", "", "", 500).items()).hasSize(30);
    }

    @Test
    void setting_a_heuristic_by_hand_twice_is_one_fact() {
        loop.heuristics().set("a", "greeting", "Greet in the customer's language");
        BrowseHeuristics.Item item = loop.heuristics().set("a", "greeting", "Greet in the customer's language");

        assertThat(item.keys()).containsExactly("greeting");
        assertThat(item.support()).isZero();
        assertThat(loop.maintenance().check(verified -> {}).facts()).isEqualTo(1);
        assertThat(loop.heuristics().show("a", item.id().substring(0, 8))).isEqualTo(item);
    }

    @Test
    void a_key_that_moves_on_leaves_its_heuristic_behind() {
        loop.heuristics().set("a", "rule", "Ask first");
        loop.heuristics().set("a", "rule", "Never ask");

        assertThat(loop.heuristics().list("a", "", 10).items())
                .extracting(BrowseHeuristics.Item::keys)
                .containsExactlyInAnyOrder(List.of(), List.of("rule"));
    }

    @Test
    void a_rehearsal_answers_as_the_real_thing_and_changes_nothing() {
        loop.train(failure("t1", "Ask first"));
        String before = loop.maintenance().check(verified -> {}).chainHash();
        TrainingLoop rehearsal = TrainingLoop.over(new DryRunStore(store));
        ImportEvaluations importing = rehearsal.importing(new Options(true, true));
        importing.add(items(failure("t1", "Ask first"), failure("t2", "Ask first")));

        assertThat(importing.summary().recorded()).isEqualTo(1);
        assertThat(importing.summary().unchanged()).isEqualTo(1);
        assertThat(loop.maintenance().check(verified -> {}).chainHash()).isEqualTo(before);
    }

    @Test
    void more_agents_than_stay_in_memory_are_all_served() {
        for (int i = 0; i < 1_200; i++) {
            loop.train(Evaluation.of("agent-" + i % 600, "t" + i)
                    .suggest("Ask first")
                    .build());
        }
        assertThat(loop.heuristics().list("agent-7", "", 10).items())
                .extracting(BrowseHeuristics.Item::support)
                .containsExactly(2);
        assertThat(loop.maintenance().check(verified -> {}).problems()).isEmpty();
    }

    @Test
    void values_outside_their_range_are_refused_before_anything_is_recorded() {
        assertThatThrownBy(() -> loop.recall(new RecallHeuristics.Request(
                        "", "a", "", "t", 0, new ContextBody("x", List.of()), "", -1, "block", "off", null)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("budget_tokens is -1; allowed are 0 to 1000000");
        assertThatThrownBy(() -> loop.lessons().list("a", "", 501)).hasMessage("limit is 501; allowed are 1 to 500");
        assertThat(loop.maintenance().agents()).isEmpty();
    }

    @Test
    void a_store_without_a_provider_is_said_so() {
        assertThatThrownBy(() -> TrainingLoop.open("memory.db"))
                .hasMessage("the store \"memory.db\" names no provider; a store is written as sqlite:FILE or memory:");
        assertThatThrownBy(() -> TrainingLoop.open("redis://x"))
                .hasMessageStartingWith("there is no store named \"redis\"; available are memory");
    }

    private List<SuggestionBody> pending() {
        return loop.suggestions().list("a", "pending", "", "", 100).items();
    }

    private static RecallHeuristics.Request recall(String task, String text) {
        return new RecallHeuristics.Request(
                "", "a", "", task, 0, new ContextBody(text, List.of("refund")), "", 200, "block", "off", null);
    }

    private static List<Item> items(Evaluation... evaluations) {
        List<Item> items = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            items.add(new Item("test.jsonl", items.size() + 1L, evaluation));
        }
        return items;
    }
}
