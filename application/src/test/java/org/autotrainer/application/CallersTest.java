package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop as far as a caller reaches it, and what is recorded through it. */
class CallersTest {
    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final TrainingLoop bot =
            loop.from(new Source("token:bot", Trust.UNTRUSTED)).only("own");

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void every_use_case_refuses_another_agent() {
        Map<String, ThrowingCallable> works = new TreeMap<>();
        works.put("train", () -> bot.train(evaluation("other")));
        works.put("keep", () -> bot.training().keep(new RunTraining.Lesson("other", "t", EvaluationBody.empty())));
        works.put("run", () -> bot.training().run(new RunTraining.Request("other", "t", null, true, true)));
        works.put("recall", () -> bot.recall(RecallHeuristics.Request.about("other", "text")));
        works.put(
                "recallAtOnce", () -> bot.recall().recallAtOnce(RecallHeuristics.Request.about("other", "text"), "id"));
        works.put("suggestions", () -> bot.suggestions().list("other", "", "", "", 5));
        works.put("apply", () -> bot.suggestions().apply("other", "0123456789abcdef"));
        works.put("heuristics", () -> bot.heuristics().list("other", "", 5));
        works.put("keys", () -> bot.heuristics().keys("other"));
        works.put("set", () -> bot.heuristics().set("other", "key", "text"));
        works.put("setAll", () -> bot.heuristics().setAll("other", "file", Map.of("key", "text")));
        works.put("lessons", () -> bot.lessons().list("other", "", 5));
        works.put("evaluations", () -> bot.evaluations().list("other", BrowseEvaluations.Filter.NONE, "", 5));
        works.put("evaluation", () -> bot.evaluations().show("other", "e1"));
        works.put("idOf", () -> bot.evaluations().idOf("other", "e1"));
        works.put(
                "export",
                () -> bot.export()
                        .export(
                                new ExportDataset.Request("other", "targets", List.of(), null, null, null),
                                new ExportDataset.Sink() {
                                    @Override
                                    public void row(String file, String line) {
                                        throw new AssertionError(line);
                                    }

                                    @Override
                                    public void note(ExportDataset.Note note) {
                                        throw new AssertionError(note);
                                    }
                                }));
        works.put("pin", () -> bot.curation().pin("other", "0123456789abcdef"));
        works.put("merge", () -> bot.curation().merge("other", "0123456789abcdef", "fedcba9876543210"));
        works.put("parameters", () -> bot.parameters().list("other"));
        works.put("report", () -> bot.report().report("other"));
        works.put("settings", () -> bot.settings().show("other"));
        works.put("change", () -> bot.settings().change("other", new ConfigureAgent.Request(null, "off", null, null)));
        works.put(
                "retract",
                () -> bot.retractions()
                        .retract(new RetractFacts.Request(
                                "other", "x", null, "t", null, null, null, null, null, null, null)));

        works.forEach((name, work) -> assertThatThrownBy(work)
                .as(name)
                .isInstanceOfSatisfying(
                        AutoTrainerException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN))
                .hasMessage("the agent is \"other\"; allowed here is own"));
        assertThat(loop.agents().list("", 5).items()).isEmpty();
    }

    @Test
    void its_own_agent_is_told_before_it_has_a_memory() {
        loop.train(evaluation("zebra"));

        assertThat(bot.agents().list("", 5))
                .isEqualTo(Page.of(List.of(new BrowseAgents.Item("own", 0)), Optional.empty()));
        assertThat(loop.agents().list("", 5).items())
                .extracting(BrowseAgents.Item::agent)
                .containsExactly("zebra");
    }

    @Test
    void a_cursor_that_is_none_is_refused_to_it_too() {
        assertThatThrownBy(() -> bot.agents().list("none", 5)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void its_own_agent_is_the_one_that_the_others_see() {
        bot.train(evaluation("own"));
        loop.train(evaluation("zebra"));

        assertThat(bot.agents().list("", 5))
                .isEqualTo(Page.of(List.of(new BrowseAgents.Item("own", 1)), Optional.empty()));
        assertThat(loop.agents().list("", 5).items())
                .extracting(BrowseAgents.Item::agent)
                .containsExactly("own", "zebra");
        assertThat(bot.heuristics().list("own", "", 5))
                .isEqualTo(loop.heuristics().list("own", "", 5));
    }

    @Test
    void a_receipt_that_waits_is_written_whoever_is_served_next() {
        String receipt = bot.recall()
                .recallAtOnce(RecallHeuristics.Request.about("own", "text"), "id")
                .receipt();

        loop.train(evaluation("own"));

        assertThat(receipt).isEqualTo("id");
        assertThat(loop.agents().list("", 5).items()).containsExactly(new BrowseAgents.Item("own", 2));
    }

    @Test
    void of_several_evaluations_those_of_others_are_refused_one_by_one() {
        List<String> told = new ArrayList<>();

        bot.train()
                .train(
                        List.of(
                                EvaluationBody.of(evaluation("own")),
                                EvaluationBody.of(evaluation("other")),
                                EvaluationBody.of(evaluation("own"))),
                        new TrainEvaluations.Told() {
                            @Override
                            public void recorded(TrainEvaluations.Result result) {
                                told.add(result.known() ? "known" : "new");
                            }

                            @Override
                            public void refused(AutoTrainerException problem) {
                                told.add(problem.problem().name());
                            }
                        });

        assertThat(told).containsExactly("new", "FORBIDDEN", "known");
    }

    @Test
    void what_is_recorded_comes_from_the_caller() {
        bot.train(evaluation("own"));
        loop.train(evaluation("operators"));

        assertThat(status("own")).isEqualTo("quarantined");
        assertThat(status("operators")).isEqualTo("candidate");
    }

    @Test
    void nobody_sets_a_heuristic_who_is_blocked() {
        TrainingLoop blocked = loop.from(new Source("token:x", Trust.BLOCKED));

        assertThatThrownBy(() -> blocked.heuristics().set("own", "key", "text"))
                .hasMessage("token:x is blocked: nothing of it is taken");
    }

    private String status(String agent) {
        return loop.heuristics().list(agent, "", 1).items().get(0).status();
    }

    private static Evaluation evaluation(String agent) {
        return Evaluation.of(agent, "task").suggest("Look first").build();
    }
}
