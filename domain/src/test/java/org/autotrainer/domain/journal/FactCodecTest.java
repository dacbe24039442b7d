package org.autotrainer.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The encoding of facts: what goes in comes out, and equal facts are equal bytes. */
class FactCodecTest {
    private static final int FACTS = 2_000;

    @Test
    void every_fact_comes_back_as_it_was() {
        long seed = 1;
        RandomFacts facts = new RandomFacts(new Random(seed));
        for (int i = 0; i < FACTS; i++) {
            Fact fact = facts.next();
            byte[] bytes = FactCodec.encode(fact);

            assertThat(FactCodec.decode(RandomFacts.AGENT, fact.kind(), bytes))
                    .as("seed %d, fact %d", seed, i)
                    .isEqualTo(fact);
        }
    }

    @Test
    void equal_facts_are_equal_bytes() {
        long seed = 2;
        RandomFacts once = new RandomFacts(new Random(seed));
        RandomFacts twice = new RandomFacts(new Random(seed));
        for (int i = 0; i < FACTS; i++) {
            Fact fact = once.next();
            byte[] bytes = FactCodec.encode(fact);

            assertThat(FactCodec.encode(twice.next()))
                    .as("seed %d, fact %d", seed, i)
                    .isEqualTo(bytes);
            assertThat(FactCodec.encode(FactCodec.decode(RandomFacts.AGENT, fact.kind(), bytes)))
                    .as("seed %d, fact %d, encoded again", seed, i)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void every_suggestion_comes_back_as_it_was() {
        long seed = 4;
        RandomFacts facts = new RandomFacts(new Random(seed));
        for (int i = 0; i < FACTS; i++) {
            TrainingSuggestion suggestion = facts.suggestion();

            assertThat(FactCodec.decodeSuggestion(FactCodec.encode(suggestion)))
                    .as("seed %d, suggestion %d", seed, i)
                    .isEqualTo(suggestion);
        }
    }

    @Test
    void the_widest_and_the_deepest_free_form_object_comes_back() {
        Object deep = List.of();
        for (int level = 2; level < Limits.DEPTH; level++) {
            deep = List.of(deep);
        }
        Map<String, Object> metadata = Map.of("wide", Collections.nCopies(1_000, List.of(Map.of())), "deep", deep);
        Fact fact = new LessonKept(
                Evaluation.of("a", "t").id("e").metadata(metadata).build(), Source.LOCAL);

        assertThat(FactCodec.decode("a", FactKind.LESSON, FactCodec.encode(fact)))
                .isEqualTo(fact);
    }

    @Test
    void the_agent_stands_beside_the_bytes() {
        Evaluation evaluation = Evaluation.of("a", "t").id("e").build();
        byte[] bytes = FactCodec.encode(new LessonKept(evaluation, Source.LOCAL));

        assertThat(FactCodec.decode("b", FactKind.LESSON, bytes))
                .isEqualTo(new LessonKept(Evaluation.of("b", "t").id("e").build(), Source.LOCAL));
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void a_kind_of_fact_is_found_by_its_word(FactKind kind) {
        assertThat(FactKind.of(kind.word())).isEqualTo(kind);
        assertThat(new RandomFacts(new Random(5)).next(kind).kind()).isEqualTo(kind);
    }

    @Test
    void a_kind_that_this_version_does_not_know_asks_for_an_upgrade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactKind.of("prophecy"))
                .withMessage(
                        "the journal holds a fact of kind \"prophecy\", which this version does not know: upgrade");
    }

    @Test
    void a_receipt_and_an_evaluation_come_back_as_they_were_by_themselves_too() {
        long seed = 7;
        RandomFacts facts = new RandomFacts(new Random(seed));
        for (int i = 0; i < FACTS; i++) {
            Receipt receipt = ((Recalled) facts.next(FactKind.RECALL)).receipt();
            Evaluation evaluation = facts.evaluation();

            assertThat(FactCodec.decodeReceipt(RandomFacts.AGENT, FactCodec.encode(receipt)))
                    .as("seed %d, receipt %d", seed, i)
                    .isEqualTo(receipt);
            assertThat(FactCodec.decodeEvaluation(RandomFacts.AGENT, FactCodec.encode(evaluation)))
                    .as("seed %d, evaluation %d", seed, i)
                    .isEqualTo(evaluation);
        }
    }

    @ParameterizedTest
    @EnumSource(Curated.Action.class)
    void an_action_is_found_by_its_word(Curated.Action action) {
        assertThat(Curated.Action.of(action.word())).isEqualTo(action);
        assertThatIllegalArgumentException().isThrownBy(() -> Curated.Action.of("praise"));
    }

    @ParameterizedTest
    @EnumSource(Decided.Decision.class)
    void a_decision_is_found_by_its_word(Decided.Decision decision) {
        assertThat(Decided.Decision.of(decision.word())).isEqualTo(decision);
        assertThatIllegalArgumentException().isThrownBy(() -> Decided.Decision.of("maybe"));
    }

    @Test
    void only_evaluations_and_lessons_record_an_evaluation() {
        long seed = 6;
        RandomFacts facts = new RandomFacts(new Random(seed));
        for (int i = 0; i < 100; i++) {
            Fact fact = facts.next();
            boolean judged = fact.kind() == FactKind.EVALUATION || fact.kind() == FactKind.LESSON;

            assertThat(fact.recorded().isPresent())
                    .as("seed %d, fact %d", seed, i)
                    .isEqualTo(judged);
            assertThat(fact.recorded().map(Evaluation::id).orElse(fact.id()))
                    .as("seed %d, fact %d", seed, i)
                    .isEqualTo(fact.id());
            assertThat(fact.recorded().map(Evaluation::revision).orElse(fact.revision()))
                    .as("seed %d, fact %d", seed, i)
                    .isEqualTo(fact.revision());
        }
    }

    @Test
    void a_recall_is_encoded_as_its_receipt_is() {
        RandomFacts facts = new RandomFacts(new Random(7));
        for (int i = 0; i < 200; i++) {
            Recalled recalled = (Recalled) facts.next(FactKind.RECALL);

            assertThat(FactCodec.encode(recalled)).isEqualTo(FactCodec.encode(recalled.receipt()));
        }
    }
}
