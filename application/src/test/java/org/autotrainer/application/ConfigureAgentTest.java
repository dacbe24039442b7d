package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.autotrainer.application.ConfigureAgent.Known;
import org.autotrainer.application.RecallHeuristics.Request;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Settings of an agent: known by name, kept as facts, and what they do. */
class ConfigureAgentTest {
    private final MemoryStore store = new MemoryStore();
    private final TrainingLoop loop = TrainingLoop.over(store);

    @Test
    void an_agent_without_facts_has_the_settings_of_the_first_day() {
        assertThat(loop.settings().show("a").known())
                .extracting(Known::name, Known::value)
                .containsExactly(
                        tuple("modes.heuristic_update", "auto"),
                        tuple("modes.prompt_tuning", "auto"),
                        tuple("modes.fine_tune_dataset", "auto"),
                        tuple("modes.strategy_param", "auto"),
                        tuple("explore", "on"),
                        tuple("outcome", "success"),
                        tuple("budget_tokens", 500));
        assertThat(loop.maintenance().agents()).isEmpty();
    }

    @Test
    void a_change_is_a_fact_that_outlives_the_process() {
        loop.settings().change("a", Map.of("explore", "off"));
        String hash = loop.maintenance().stateHash("a");
        loop.close();

        TrainingLoop next = TrainingLoop.over(store);

        assertThat(next.settings().show("a").settings()).containsEntry("explore", "off");
        assertThat(next.maintenance().stateHash("a")).isEqualTo(hash);
        assertThat(next.maintenance().check(verified -> {}).problems()).isEmpty();
    }

    @Test
    void a_change_to_what_is_set_already_writes_nothing() {
        loop.settings().change("a", Map.of("explore", "off"));
        loop.settings().change("a", Map.of("explore", "off"));

        assertThat(loop.maintenance().check(verified -> {}).facts()).isEqualTo(1);
    }

    @Test
    void settings_as_at_first_leave_no_mark_on_the_state() {
        loop.train(Evaluation.of("a", "t1").suggest("Be brief").build());
        String before = loop.maintenance().stateHash("a");
        loop.settings().change("a", Map.of("outcome", "score"));
        String between = loop.maintenance().stateHash("a");
        loop.settings().change("a", Map.of("outcome", "success"));

        assertThat(between).isNotEqualTo(before);
        assertThat(loop.maintenance().stateHash("a")).isEqualTo(before);
    }

    @Test
    void what_is_not_allowed_is_refused_with_what_is_and_changes_nothing() {
        assertThatThrownBy(() -> loop.settings().change("a", Map.of("explore", "off", "budget_tokens", "-1")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("budget_tokens is \"-1\"; allowed are 0 to 1000000");
        assertThatThrownBy(() -> loop.settings().change("a", Map.of("explode", "on")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("there is no setting \"explode\"; there are modes.heuristic_update, ");
        assertThat(loop.settings().show("a").settings()).containsEntry("explore", "on");
    }

    @Test
    void in_mode_propose_a_person_applies_what_is_suggested() {
        loop.settings().change("a", Map.of("modes.heuristic_update", "propose"));
        TrainEvaluations.Response response = loop.train(
                Evaluation.of("a", "t1").suggest("Be brief").success(true).build());

        assertThat(response.applied()).isZero();
        assertThat(response.suggestions()).extracting(SuggestionBody::status).containsExactly("pending");
        loop.suggestions().apply("a", response.suggestions().get(0).id());
        assertThat(loop.heuristics().keys("a")).containsValue("Be brief");
    }

    @Test
    void in_mode_observe_it_is_told_and_not_kept() {
        loop.settings().change("a", Map.of("modes.heuristic_update", "observe", "modes.fine_tune_dataset", "observe"));
        TrainEvaluations.Response response =
                loop.train(Evaluation.of("a", "t1").id("e1").suggest("Be brief").build());

        assertThat(response.suggestions()).extracting(SuggestionBody::status).containsOnly("observed");
        assertThat(loop.suggestions().list("a", "", "", "", 50).items()).isEmpty();
        assertThat(loop.heuristics().keys("a")).isEmpty();
        assertThat(loop.train()
                        .train(Evaluation.of("a", "t1")
                                .id("e1")
                                .suggest("Be brief")
                                .build())
                        .response())
                .isEqualTo(response);
    }

    @Test
    void a_mode_holds_from_the_next_fact_on() {
        loop.train(Evaluation.of("a", "t1").suggest("Be brief").build());
        loop.settings().change("a", Map.of("modes.heuristic_update", "observe"));
        loop.train(Evaluation.of("a", "t2").suggest("Be kind").build());

        assertThat(loop.heuristics().keys("a").values()).containsExactly("Be brief");
        loop.maintenance().rebuild(agent -> {});
        assertThat(loop.heuristics().keys("a").values()).containsExactly("Be brief");
    }

    @Test
    void a_recall_without_a_budget_takes_that_of_the_settings() {
        loop.train(Evaluation.of("a", "t1")
                .suggest("Ask for the order number first")
                .build());
        loop.settings().change("a", Map.of("budget_tokens", "5"));

        assertThat(loop.recall().look(Request.about("a", "order")).heuristics()).isEmpty();
        assertThat(loop.recall()
                        .look(new Request(
                                "", "a", "", "", 0, new ContextBody("order", List.of()), "", 500, "block", "off", null))
                        .heuristics())
                .hasSize(1);
    }
}
