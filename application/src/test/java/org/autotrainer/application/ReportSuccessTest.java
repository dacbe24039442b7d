package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.autotrainer.application.ReportSuccess.Response;
import org.autotrainer.application.ReportSuccess.Step;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.learning.Chance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportSuccessTest {
    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore(Chance.keyOf("success")));

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void an_agent_without_facts_has_no_steps() {
        Response response = loop.success().report("nobody");

        assertThat(response.steps()).isEmpty();
        assertThat(response.facts()).isZero();
        assertThat(response.complete()).isTrue();
        assertThat(response.withMemory()).isEqualTo(new ReportSuccess.Share(0, null, null, null));
    }

    @Test
    void attempts_are_told_apart_by_how_they_were_served() {
        for (int i = 0; i < 300; i++) {
            String receipt = recall("t" + i);
            loop.train(at("t" + i).success(i % 3 == 0).receipt(receipt).build());
        }
        loop.train(at("alone").success(true).build());

        Response response = loop.success().report("a");

        ReportLearning.TotalLift lift = loop.report().report("a").totalLift();
        assertThat(response.withMemory().judged()).isEqualTo(lift.used());
        assertThat(response.control().judged()).isEqualTo(lift.controls()).isPositive();
        assertThat(response.withMemory().success()).isCloseTo(lift.successUsed(), within(1e-4));
        assertThat(response.control().success()).isCloseTo(lift.successControls(), within(1e-4));
        assertThat(response.withoutRecall().judged()).isEqualTo(1);
        assertThat(response.facts()).isEqualTo(601);
    }

    @Test
    void steps_hold_about_as_many_attempts_each_oldest_first() {
        for (int i = 0; i < 203; i++) {
            loop.train(at("t" + i)
                    .success(i >= 100)
                    .occurredAt(Instant.EPOCH.plusSeconds(i))
                    .build());
        }

        List<Step> steps = loop.success().report("a").steps();

        assertThat(steps).hasSize(40);
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.withoutRecall().judged()).isBetween(5, 6));
        assertThat(steps.get(0).from()).isEqualTo(Instant.EPOCH.toString());
        assertThat(steps.get(39).to()).isEqualTo(Instant.EPOCH.plusSeconds(202).toString());
        assertThat(steps.get(0).withoutRecall().success()).isZero();
        assertThat(steps.get(39).withoutRecall().success()).isEqualTo(1);
    }

    @Test
    void few_attempts_are_one_step_with_a_wide_interval() {
        loop.train(at("t").success(true).build());

        Response response = loop.success().report("a");

        assertThat(response.steps()).hasSize(1);
        assertThat(response.withoutRecall().low()).isCloseTo(0.2065, within(1e-4));
        assertThat(response.withoutRecall().high()).isEqualTo(1);
    }

    @Test
    void an_attempt_counts_once_by_its_first_critic() {
        loop.train(at("t").critic("one", "").success(true).build());
        loop.train(at("t").critic("other", "").success(false).build());

        assertThat(loop.success().report("a").withoutRecall().judged()).isEqualTo(1);
        assertThat(loop.success().report("a").withoutRecall().success()).isEqualTo(1);
    }

    @Test
    void an_evaluation_that_comes_before_its_receipt_counts_when_that_comes() {
        loop.train(at("t").success(true).receipt("late").build());
        assertThat(loop.success().report("a").withMemory().judged()).isZero();

        loop.recall(request("t", "late"));

        assertThat(loop.success().report("a").withMemory().judged()).isEqualTo(1);
    }

    @Test
    void what_could_not_be_judged_or_was_retracted_does_not_count() {
        loop.train(at("t1").outcome(Outcome.ERROR).build());
        loop.train(at("t2").critic("liar", "").success(true).build());
        loop.retractions()
                .retract(new RetractFacts.Request("a", null, null, "liar", null, null, null, null, null, null, null));

        assertThat(loop.success().report("a").withoutRecall().judged()).isZero();
    }

    @Test
    void by_the_setting_success_is_the_score() {
        loop.train(at("t").success(true).score(0.25).build());
        loop.settings().change("a", new ConfigureAgent.Request(null, null, "score", null));

        assertThat(loop.success().report("a").withoutRecall().success()).isEqualTo(0.25);
    }

    @Test
    void of_a_long_journal_the_newest_facts_are_read() {
        Response response = loop.success().report("a");
        assertThat(response.complete()).isTrue();
        for (int i = 0; i <= ReportSuccess.FACTS; i++) {
            loop.train(at("t" + i).success(i > 0).build());
        }

        Response longer = loop.success().report("a");

        assertThat(longer.complete()).isFalse();
        assertThat(longer.facts()).isEqualTo(ReportSuccess.FACTS);
        assertThat(longer.withoutRecall().judged()).isEqualTo(ReportSuccess.FACTS);
        assertThat(longer.withoutRecall().success()).isEqualTo(1);
    }

    private static EvaluationBuilder at(String task) {
        return Evaluation.of("a", task);
    }

    private String recall(String task) {
        return loop.recall(request(task, "r-" + task)).receipt();
    }

    private static RecallHeuristics.Request request(String task, String id) {
        return new RecallHeuristics.Request(
                id, "a", "", task, 0, new ContextBody("an order", List.of()), "", 200, "block", null, null);
    }
}
