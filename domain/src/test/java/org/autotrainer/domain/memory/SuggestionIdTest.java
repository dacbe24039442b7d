package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.PromptTuning;
import org.autotrainer.domain.training.StrategyParam;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.training.TrainingTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ids of suggestions: decisions hang on them for good, and on every Java version. */
class SuggestionIdTest {
    static Stream<Object[]> suggestions() {
        return Stream.of(
                pinned(new HeuristicUpdate("k", "Be brief", "t", "r"), "195f7a039c8368e6db5e377aa09b6131"),
                pinned(new PromptTuning("k", "Be brief", "t", "r"), "56639cfde8190dc585efc3d6ea75cfac"),
                pinned(new FineTuneDataset("k", target(0.1, "a", "b"), "t", "r"), "dc2f7bd1ef24ecb742b148ffd4fa50f9"),
                pinned(new StrategyParam("k", 2e-3, "t", "r"), "75e13fc5bfc5cdcb2b58e8cbcabbcb58"),
                pinned(new StrategyParam("k", 5L, "t", "r"), "baffd2842dca4e6a68c369f7b27d112c"),
                pinned(new StrategyParam("k", "5", "t", "r"), "12192a3e40c0ca7b57c7e6a792d83ae5"),
                pinned(new StrategyParam("k", true, "t", "r"), "08a06b7b1c12eb4504218fc2b910007c"));
    }

    @ParameterizedTest
    @MethodSource("suggestions")
    void an_id_is_that_of_the_first_release(TrainingSuggestion suggestion, String id) {
        assertThat(suggestion.id("a")).isEqualTo(id);
    }

    @Test
    void task_and_reason_make_no_difference() {
        assertThat(new HeuristicUpdate("k", "Be brief", "t", "r").id("a"))
                .isEqualTo(new HeuristicUpdate("k", "Be brief", "other", "other").id("a"));
    }

    @Test
    void agent_key_and_value_make_one() {
        assertThat(Stream.of(
                        new HeuristicUpdate("k", "Be brief", "", "").id("a"),
                        new HeuristicUpdate("k", "Be brief", "", "").id("b"),
                        new HeuristicUpdate("l", "Be brief", "", "").id("a"),
                        new HeuristicUpdate("k", "be brief", "", "").id("a"),
                        new FineTuneDataset("k", target(0.1, "a", "b"), "", "").id("a"),
                        new FineTuneDataset("k", target(0.2, "a", "b"), "", "").id("a"),
                        new FineTuneDataset("k", target(0.1, "ab"), "", "").id("a"),
                        new StrategyParam("k", 0.1, "", "").id("a"),
                        new StrategyParam("k", 0.1f + 0.0, "", "").id("a")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_parameter_is_a_number_a_text_or_a_truth_value() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new StrategyParam("stop", List.of(), "", ""))
                .withMessageStartingWith("value of stop is no number, text or boolean");
    }

    private static TrainingTarget target(double score, String... advice) {
        return new TrainingTarget("t", TrainingTarget.FAILED, score, List.of(advice));
    }

    private static Object[] pinned(TrainingSuggestion suggestion, String id) {
        return new Object[] {suggestion, id};
    }
}
