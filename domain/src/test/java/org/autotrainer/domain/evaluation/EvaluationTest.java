package org.autotrainer.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations: their defaults, their scores, and what stays when one gets an id. */
class EvaluationTest {
    @Test
    void a_critic_that_says_nothing_means_not_solved_half_a_score_and_no_advice() {
        Evaluation evaluation = Evaluation.of("a", "t").build();

        assertThat(evaluation.success()).isFalse();
        assertThat(evaluation.score()).isEqualTo(0.5);
        assertThat(evaluation.advice()).isEmpty();
        assertThat(evaluation.isMeasured()).isTrue();
        assertThat(evaluation.critic()).isEqualTo(Critic.UNNAMED);
        assertThat(evaluation.context().isEmpty()).isTrue();
        assertThat(evaluation.conversation().isEmpty()).isTrue();
        assertThat(evaluation.occurredAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 0.5, 0.9999999999999999, 1})
    void scores_from_0_to_1_are_taken(double score) {
        assertThat(Evaluation.of("a", "t").score(score).build().score()).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {-Double.MIN_VALUE, -1, 1.0000000000000002, 1.0000001, 2, Double.NaN, Double.POSITIVE_INFINITY})
    void scores_outside_are_refused(double score) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Evaluation.of("a", "t").score(score).build())
                .withMessage("score is " + score + "; allowed are 0 to 1");
    }

    @Test
    void minus_zero_is_zero() {
        Evaluation evaluation = Evaluation.of("a", "t").score(-0.0).build();

        assertThat(Double.doubleToRawLongBits(evaluation.score())).isZero();
        assertThat(evaluation).isEqualTo(Evaluation.of("a", "t").score(0.0).build());
    }

    @Test
    void a_revision_needs_an_id() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Evaluation.of("a", "t").revision(1).build())
                .withMessage("revision 1 needs the id of the evaluation that it corrects");
        assertThat(Evaluation.of("a", "t").id("e").revision(1).build().revision())
                .isEqualTo(1);
    }

    @Test
    void advice_keeps_its_order() {
        Evaluation evaluation = Evaluation.of("a", "t")
                .suggest("first", "tag")
                .suggest(List.of(Suggestion.of("second")))
                .suggest("third")
                .build();

        assertThat(evaluation.advice()).containsExactly("first", "second", "third");
        assertThat(evaluation.suggestions().get(0).tags()).containsExactly("tag");
    }

    @Test
    void an_evaluation_does_not_change_with_the_lists_that_it_was_made_of() {
        List<String> tags = new ArrayList<>(List.of("refund"));
        List<Mark> marks = new ArrayList<>();
        List<Suggestion> advice = new ArrayList<>(List.of(new Suggestion("s", tags)));
        EvaluationBuilder builder =
                Evaluation.of("a", "t").suggest(advice).marks(marks).context(new Context("", tags));

        Evaluation evaluation = builder.build();
        builder.suggest("more");
        tags.add("more");
        marks.add(new Mark("h", Mark.Opinion.HELPED));

        assertThat(evaluation.advice()).containsExactly("s");
        assertThat(evaluation.suggestions().get(0).tags()).containsExactly("refund");
        assertThat(evaluation.context().tags()).containsExactly("refund");
        assertThat(evaluation.marks()).isEmpty();
    }

    @Test
    void an_id_or_another_attempt_changes_nothing_else() {
        Evaluation evaluation = everything();

        assertThat(evaluation.withId("other").withId("e1")).isEqualTo(evaluation);
        assertThat(evaluation.withId("other").id()).isEqualTo("other");
        assertThat(evaluation.withAttempt(7).withAttempt(3)).isEqualTo(evaluation);
        assertThat(evaluation.withAttempt(7).attempt()).isEqualTo(new Attempt("a", "r", "t", 7));
    }

    @Test
    void an_error_is_not_measured() {
        assertThat(Evaluation.of("a", "t").outcome(Outcome.ERROR).build().isMeasured())
                .isFalse();
    }

    @Test
    void a_context_of_tags_alone_is_a_context() {
        assertThat(new Context("", List.of("refund")).isEmpty()).isFalse();
        assertThat(new Context("text", List.of()).isEmpty()).isFalse();
    }

    @Test
    void a_tag_is_not_blank() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Suggestion("s", List.of(" ")))
                .withMessage("suggestion.tags is missing; allowed are 1 to 100 characters");
    }

    private static Evaluation everything() {
        return Evaluation.of(new Attempt("a", "r", "t", 3))
                .id("e1")
                .revision(2)
                .critic("pytest", "8")
                .outcome(Outcome.ERROR)
                .success(true)
                .score(0.25)
                .suggest("advice", "tag")
                .context("text", "tag")
                .model("m")
                .parameters(Map.of("temperature", 0.2))
                .conversation(new Conversation(List.of(Message.of(Role.USER, "hi")), List.of()))
                .receipt("receipt")
                .marks(List.of(new Mark("h", Mark.Opinion.NEUTRAL)))
                .metadata(Map.of("a", List.of(1)))
                .occurredAt(Instant.EPOCH)
                .build();
    }
}
