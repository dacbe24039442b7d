package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.LessonsTrained;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.training.Kind;
import org.autotrainer.domain.training.Lesson;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.junit.jupiter.api.Test;

/** What a memory learns from each kind of fact. */
class AgentMemoryTest {
    private static final String AGENT = "a";
    private static final Instant NOW = Instant.parse("2026-05-21T09:30:00Z");

    private final Noted noted = new Noted();
    private final AgentMemory memory = new AgentMemory(AGENT, noted);
    private long position;

    // heuristics and their keys

    @Test
    void advice_of_an_evaluation_becomes_a_heuristic_under_its_key() {
        Answer answer = fold(solved("t1").critic("judge", "1").suggest("Verify the ID"));

        assertThat(answer.applied()).isEqualTo(1);
        assertThat(answer.proposed().get(0).effect()).isEqualTo(Proposed.Effect.FOUNDED);
        assertThat(noted.texts()).containsOnlyKeys("heuristic_from_task_t1_0").containsValue("Verify the ID");
        Heuristic heuristic = theOnly();
        assertThat(heuristic.text()).isEqualTo("Verify the ID");
        assertThat(heuristic.support().tasks()).isEqualTo(1);
        assertThat(heuristic.suggested()).isEqualTo(1);
        assertThat(heuristic.critics()).containsOnlyKeys("judge").containsValue(1);
        assertThat(heuristic.keys()).containsExactly("heuristic_from_task_t1_0");
        assertThat(answer.proposed().get(0).heuristic()).isEqualTo(heuristic.id());
    }

    @Test
    void the_same_advice_in_other_letters_reinforces_and_the_first_text_stays() {
        fold(solved("t1").suggest("Verify the ID"));
        Answer answer = fold(solved("t2").suggest("verify THE id!"));

        assertThat(answer.proposed().get(0).effect()).isEqualTo(Proposed.Effect.REINFORCED);
        assertThat(theOnly().text()).isEqualTo("Verify the ID");
        assertThat(theOnly().support().tasks()).isEqualTo(2);
        assertThat(theOnly().keys()).containsExactly("heuristic_from_task_t1_0", "heuristic_from_task_t2_0");
        assertThat(noted.texts()).containsEntry("heuristic_from_task_t2_0", "verify THE id!");
    }

    @Test
    void a_key_moves_to_its_newest_text_and_the_heuristic_that_it_left_stays() {
        fold(solved("t1").suggest("Verify the ID"));
        fold(solved("t1").suggest("Ask for the date"));

        assertThat(noted.texts()).containsOnlyKeys("heuristic_from_task_t1_0").containsValue("Ask for the date");
        assertThat(memory.heuristics().all())
                .extracting(Heuristic::text)
                .containsExactlyInAnyOrder("Verify the ID", "Ask for the date");
    }

    @Test
    void a_task_supports_a_heuristic_once_however_often_it_is_tried() {
        fold(solved("t1").suggest("Verify the ID").suggest("verify the id"));
        fold(Evaluation.of(new Attempt(AGENT, "run", "t1", 1)).success(true).suggest("Verify the ID"));
        Answer answer = fold(solved("t1").suggest("Verify the ID!"));

        assertThat(answer.proposed().get(0).effect()).isEqualTo(Proposed.Effect.NONE);
        assertThat(theOnly().support().tasks()).isEqualTo(1);
        assertThat(theOnly().suggested()).as("by three evaluations").isEqualTo(3);
    }

    @Test
    void a_task_that_is_tried_again_counts_its_context_again_but_once_an_evaluation() {
        fold(solved("t1").suggest("Verify the ID").suggest("verify the id").context("late flight", "refund"));
        fold(solved("t1").suggest("Verify the ID").context("late flight", "refund"));
        fold(solved("t2").suggest("Verify the ID").context("early flight", "refund"));

        assertThat(theOnly().contexts().counts())
                .isEqualTo(java.util.Map.of("late", 2, "early", 1, "flight", 3, "#refund", 9));
    }

    @Test
    void tags_of_a_suggestion_count_as_tags_of_its_context() {
        fold(solved("t1")
                .suggest("Verify the ID", "identity")
                .suggest("Be brief")
                .context("", "refund"));

        assertThat(byText("Verify the ID").contexts().counts()).containsOnlyKeys("#identity", "#refund");
        assertThat(byText("Be brief").contexts().counts()).containsOnlyKeys("#refund");
    }

    @Test
    void blank_advice_sets_its_key_and_is_no_heuristic() {
        Answer answer = fold(solved("t1").suggest("  ").suggest("Be brief"));

        assertThat(answer.applied()).isEqualTo(2);
        assertThat(answer.proposed().get(0).heuristic()).isEmpty();
        assertThat(noted.texts()).containsEntry("heuristic_from_task_t1_0", "  ");
        assertThat(noted.keys.get("heuristic_from_task_t1_0").heuristic()).isEmpty();
        assertThat(theOnly().text()).isEqualTo("Be brief");
    }

    @Test
    void advice_without_letters_is_told_apart_by_its_signs() {
        fold(solved("t1").suggest("👍").suggest("👎"));
        fold(solved("t2").suggest(" 👍 "));

        assertThat(memory.heuristics().all()).hasSize(2);
        assertThat(byText("👍").suggested()).isEqualTo(2);
    }

    @Test
    void only_the_first_five_pieces_of_advice_become_heuristics() {
        fold(solved("t1")
                .suggest("a1")
                .suggest("a2")
                .suggest("a3")
                .suggest("a4")
                .suggest("a5")
                .suggest("a6"));

        assertThat(memory.heuristics().all())
                .extracting(Heuristic::text)
                .containsExactlyInAnyOrder("a1", "a2", "a3", "a4", "a5");
    }

    @Test
    void a_heuristic_is_seen_from_its_earliest_to_its_latest_evaluation_whatever_the_order() {
        fold(solved("t1").suggest("s").occurredAt(NOW));
        fold(solved("t2").suggest("s").occurredAt(NOW.minusSeconds(60)));
        fold(solved("t3").suggest("s").occurredAt(NOW.minusSeconds(30)));

        assertThat(theOnly().firstSeen()).contains(NOW.minusSeconds(60));
        assertThat(theOnly().lastSeen()).contains(NOW);
    }

    @Test
    void an_evaluation_without_a_time_was_seen_when_it_was_recorded() {
        fold(solved("t1").suggest("s"));

        assertThat(theOnly().firstSeen()).contains(NOW);
    }

    @Test
    void agents_have_heuristics_of_their_own() {
        assertThat(Heuristic.idOf("a", "text")).isNotEqualTo(Heuristic.idOf("b", "text"));
        assertThat(Heuristic.idOf("a", "Text!")).isEqualTo(Heuristic.idOf("a", "text"));
    }

    @Test
    void an_evaluation_that_names_no_task_suggests_nothing_and_is_kept_as_a_lesson() {
        Answer answer = fold(failed("").suggest("Verify the ID"));

        assertThat(answer).isEqualTo(Answer.NOTHING);
        assertThat(memory.heuristics().all()).isEmpty();
        assertThat(memory.lessons()).hasSize(1);
    }

    @Test
    void an_evaluation_of_another_agent_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> memory.train(Evaluation.of("b", "t1").build(), NOW))
                .withMessage("the evaluation is of agent \"b\"; allowed in this memory is \"a\"");
        assertThat(memory.heuristics().size()).isZero();
    }

    @Test
    void training_without_a_journal_is_recording_an_evaluation() {
        Answer answer = memory.train(solved("t1").suggest("s").build(), NOW);

        assertThat(answer.applied()).isEqualTo(1);
        assertThat(memory.train(solved("t2").build(), NOW)).isEqualTo(Answer.NOTHING);
        assertThat(memory.lessons()).extracting(KeptLesson::position).containsExactly(1L, 2L);
    }

    // errors

    @Test
    void an_error_teaches_nothing() {
        Answer answer = fold(failed("t1").outcome(Outcome.ERROR).suggest("Verify the ID"));

        assertThat(answer).isEqualTo(Answer.NOTHING);
        assertThat(noted.calls).isEmpty();
        assertThat(memory.lessons()).isEmpty();
    }

    @Test
    void a_lesson_that_was_an_error_is_not_kept() {
        fold(new LessonKept(
                failed("t1").outcome(Outcome.ERROR).suggest("Verify the ID").build(), Source.LOCAL));

        assertThat(memory.lessons()).isEmpty();
    }

    // suggestions that wait for a person

    @Test
    void advice_that_is_only_suggested_waits() {
        Answer answer = fold(new Evaluated(failed("t1").suggest("Verify the ID").build(), Source.LOCAL, false, false));

        assertThat(answer.proposed()).extracting(Proposed::status).containsOnly(Status.PENDING);
        assertThat(answer.applied()).isZero();
        assertThat(memory.heuristics().all()).isEmpty();
        assertThat(noted.keys).isEmpty();
        assertThat(noted.suggestions.values())
                .extracting(suggested -> suggested.suggestion().kind())
                .containsExactly(Kind.HEURISTIC_UPDATE, Kind.FINE_TUNE_DATASET);
        assertThat(noted.suggestions.values()).extracting(Suggested::ordinal).containsExactly(0, 1);
    }

    @Test
    void an_example_waits_even_where_heuristics_are_applied() {
        Answer answer = fold(failed("t1").suggest("Verify the ID"));

        assertThat(answer.proposed()).extracting(Proposed::status).containsExactly(Status.APPLIED, Status.PENDING);
        assertThat(answer.applied()).as("heuristic updates only").isEqualTo(1);
        assertThat(noted.suggestions).hasSize(1);
    }

    @Test
    void a_suggestion_that_comes_again_is_the_same_suggestion() {
        fold(failed("t1").suggest("Verify the ID"));
        fold(failed("t1").suggest("Verify the ID"));

        assertThat(noted.suggestions).hasSize(1);
        assertThat(noted.suggestions.values()).extracting(Suggested::position).containsExactly(2L);
    }

    @Test
    void applying_a_suggestion_sets_its_heuristic_with_the_support_of_its_task() {
        TrainingSuggestion waiting = waiting(solved("t1").suggest("Verify the ID"));
        fold(decided(waiting, Decision.APPLIED));

        assertThat(noted.texts()).containsEntry("heuristic_from_task_t1_0", "Verify the ID");
        assertThat(theOnly().support().tasks()).isEqualTo(1);
        assertThat(theOnly().suggested()).isEqualTo(1);
        assertThat(memory.decision(waiting.id(AGENT))).contains(Decision.APPLIED);
        assertThat(noted.decisions).containsEntry(waiting.id(AGENT), Decision.APPLIED);

        fold(solved("t1").suggest("Verify the ID"));
        assertThat(theOnly().support().tasks()).as("the task is known").isEqualTo(1);
    }

    @Test
    void what_was_dismissed_stays_dismissed() {
        TrainingSuggestion waiting = waiting(solved("t1").suggest("Verify the ID"));
        fold(decided(waiting, Decision.DISMISSED));
        Answer again = fold(solved("t1").suggest("Verify the ID"));

        assertThat(again.proposed()).extracting(Proposed::status).containsExactly(Status.DISMISSED);
        assertThat(again.applied()).isZero();
        assertThat(memory.heuristics().all()).isEmpty();
        assertThat(noted.keys).isEmpty();
    }

    @Test
    void a_person_may_apply_what_was_dismissed() {
        TrainingSuggestion waiting = waiting(solved("t1").suggest("Verify the ID"));
        fold(decided(waiting, Decision.DISMISSED));
        fold(decided(waiting, Decision.APPLIED));

        assertThat(theOnly().text()).isEqualTo("Verify the ID");
        assertThat(memory.decision(waiting.id(AGENT))).contains(Decision.APPLIED);
    }

    @Test
    void an_example_that_was_decided_on_keeps_its_decision_when_it_comes_again() {
        TrainingSuggestion example = fold(failed("t1")).proposed().get(0).suggestion();
        fold(decided(example, Decision.APPLIED));
        assertThat(fold(failed("t1")).proposed()).extracting(Proposed::status).containsExactly(Status.APPLIED);

        fold(decided(example, Decision.DISMISSED));
        assertThat(fold(failed("t1")).proposed()).extracting(Proposed::status).containsExactly(Status.DISMISSED);
    }

    // lessons

    @Test
    void only_the_newest_ten_lessons_are_at_hand() {
        for (int i = 1; i <= 12; i++) {
            fold(new LessonKept(solved("t" + i).suggest("s" + i).build(), Source.LOCAL));
        }

        assertThat(memory.lessons())
                .extracting(KeptLesson::position)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(noted.lessons).isEqualTo(memory.lessons());
    }

    @Test
    void a_lesson_keeps_no_more_advice_than_training_looks_at() {
        fold(new LessonKept(
                solved("t1").suggest("s1").suggest("s2").suggest("s3").build(), Source.LOCAL));

        assertThat(memory.lessons())
                .extracting(KeptLesson::lesson)
                .containsExactly(new Lesson("t1", List.of("s1", "s2")));
    }

    @Test
    void lessons_are_drawn_from_the_memory_before_the_evaluation() {
        fold(new LessonKept(failed("t1").suggest("from before").build(), Source.LOCAL));
        Answer answer = fold(new Evaluated(solved("t2").suggest("from now").build(), Source.LOCAL, true, true));

        assertThat(answer.proposed().stream()
                        .map(proposed -> proposed.suggestion().key()))
                .containsExactly("heuristic_from_task_t2_0", "lesson_heuristic_t1_0");
        assertThat(answer.lessonPositions()).containsExactly(1L);
        assertThat(memory.lessons()).extracting(KeptLesson::position).containsExactly(1L, 2L);
    }

    @Test
    void lessons_set_keys_and_add_no_support() {
        fold(solved("t1").suggest("Verify the ID").context("late flight"));
        fold(new LessonsTrained("run", true));

        assertThat(noted.texts()).containsEntry("lesson_heuristic_t1_0", "Verify the ID");
        assertThat(theOnly().support().tasks()).isEqualTo(1);
        assertThat(theOnly().suggested()).isEqualTo(1);
        assertThat(theOnly().contexts().count("late")).isEqualTo(1);
        assertThat(theOnly().keys()).containsExactly("heuristic_from_task_t1_0", "lesson_heuristic_t1_0");
    }

    @Test
    void a_lesson_founds_a_heuristic_without_support() {
        fold(new LessonKept(failed("").suggest("Verify the ID").build(), Source.LOCAL));
        fold(new LessonsTrained("run", true));

        assertThat(noted.texts()).containsEntry("lesson_heuristic_unknown_0", "Verify the ID");
        assertThat(theOnly().support().tasks()).isZero();
        assertThat(theOnly().critics()).isEmpty();
    }

    @Test
    void training_on_lessons_alone_may_only_suggest() {
        fold(new LessonKept(failed("t1").suggest("Verify the ID").build(), Source.LOCAL));
        Answer answer = fold(new LessonsTrained("run", false));

        assertThat(answer.proposed()).extracting(Proposed::status).containsExactly(Status.PENDING);
        assertThat(memory.heuristics().all()).isEmpty();
        assertThat(noted.suggestions).hasSize(1);
    }

    @Test
    void keeping_a_lesson_suggests_nothing() {
        assertThat(fold(new LessonKept(failed("t1").suggest("Verify the ID").build(), Source.LOCAL)))
                .isEqualTo(Answer.NOTHING);
        assertThat(memory.heuristics().all()).isEmpty();
    }

    // recalls

    @Test
    void each_receipt_that_names_a_heuristic_counts_once() {
        fold(solved("t1").suggest("Verify the ID"));
        String id = theOnly().id();
        assertThat(evidence().status()).isEqualTo(Lifecycle.CANDIDATE);

        fold(recalled("r1", id, id));
        fold(recalled("r2", id));

        assertThat(evidence().shown()).isEqualTo(2);
        assertThat(evidence().status()).isEqualTo(Lifecycle.TRIAL);
    }

    @Test
    void a_receipt_that_comes_twice_counts_once() {
        fold(solved("t1").suggest("Verify the ID"));
        fold(recalled("r1", theOnly().id()));
        fold(recalled("r1", theOnly().id()));

        assertThat(evidence().shown()).isEqualTo(1);
    }

    @Test
    void heuristics_that_nobody_knows_are_passed_over() {
        fold(solved("t1").suggest("Verify the ID"));
        noted.calls.clear();

        assertThat(fold(recalled("r1", "0123456789abcdef0123456789abcdef"))).isEqualTo(Answer.NOTHING);
        assertThat(noted.calls).as("the receipt itself is kept, and counted").containsExactly("slot", "part");
    }

    // heuristics set by hand

    @Test
    void a_heuristic_can_be_set_by_hand() {
        Answer answer = fold(new HeuristicSet("s1", "house-rule", "Be brief"));

        assertThat(answer).isEqualTo(Answer.NOTHING);
        assertThat(noted.keys.get("house-rule"))
                .isEqualTo(new HeuristicKey("house-rule", "Be brief", theOnly().id(), "", "", 1, 0));
        assertThat(theOnly().support().tasks()).isZero();
        assertThat(theOnly().suggested()).isZero();
        assertThat(theOnly().contexts().isEmpty()).isTrue();
        assertThat(theOnly().firstSeen()).contains(NOW);
    }

    @Test
    void setting_known_advice_by_hand_adds_a_key_and_no_support() {
        fold(solved("t1").suggest("Be brief").context("late flight"));
        fold(new HeuristicSet("s1", "house-rule", "be brief."));

        assertThat(theOnly().support().tasks()).isEqualTo(1);
        assertThat(theOnly().keys()).containsExactly("heuristic_from_task_t1_0", "house-rule");
        assertThat(noted.texts()).containsEntry("house-rule", "be brief.");
    }

    // limits

    @Test
    void the_last_twenty_keys_of_a_heuristic_are_remembered() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < Heuristic.KEYS + 5; i++) {
            fold(solved("t" + i).suggest("Be brief"));
            keys.add("heuristic_from_task_t" + i + "_0");
        }
        fold(solved("t10").suggest("Be brief"));

        assertThat(theOnly().keys()).containsExactlyElementsOf(keys.subList(5, keys.size()));
        assertThat(noted.keys).as("no key is lost").hasSize(25);
    }

    @Test
    void the_first_fifty_critics_of_a_heuristic_are_told_apart() {
        for (int i = 0; i < Heuristic.CRITICS + 5; i++) {
            fold(solved("t" + i).critic("c" + i, "").suggest("Be brief"));
        }
        fold(solved("t").critic("c0", "").suggest("Be brief"));

        assertThat(theOnly().critics()).hasSize(50).containsEntry("c0", 2).doesNotContainKey("c50");
        assertThat(theOnly().support().tasks()).isEqualTo(56);
        assertThat(theOnly().suggested()).isEqualTo(56);
    }

    @Test
    void ninety_terms_of_contexts_are_kept_and_tags_come_before_words() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            words.append("w").append(i).append(' ');
        }
        fold(solved("t1").suggest("Be brief").context(words.toString(), "refund"));
        fold(solved("t2").suggest("Be brief").context("other w0", "refund"));

        assertThat(theOnly().contexts().counts())
                .hasSize(ContextTerms.MAX)
                .containsEntry("#refund", 6)
                .containsEntry("w0", 2)
                .containsEntry("w88", 1)
                .doesNotContainKeys("w89", "other");
    }

    private Answer fold(EvaluationBuilder evaluation) {
        return fold(new Evaluated(evaluation.build(), Source.LOCAL, false, true));
    }

    private Answer fold(Fact fact) {
        position++;
        return memory.fold(position, NOW, fact);
    }

    private TrainingSuggestion waiting(EvaluationBuilder evaluation) {
        return fold(new Evaluated(evaluation.build(), Source.LOCAL, false, false))
                .proposed()
                .get(0)
                .suggestion();
    }

    private static Decided decided(TrainingSuggestion suggestion, Decision decision) {
        return new Decided("d", suggestion, decision);
    }

    private static Recalled recalled(String receipt, String... heuristics) {
        List<Receipt.Chosen> chosen = new ArrayList<>();
        for (String heuristic : heuristics) {
            chosen.add(new Receipt.Chosen(heuristic, Receipt.Chosen.hash("text"), 0.5, 0.05, true));
        }
        return new Recalled(Given.receipt(receipt, Attempt.at(AGENT, "t"), chosen));
    }

    private Evidence evidence() {
        return memory.heuristics().evidence(0);
    }

    private static EvaluationBuilder solved(String task) {
        return Evaluation.of(AGENT, task).success(true).score(1);
    }

    private static EvaluationBuilder failed(String task) {
        return Evaluation.of(AGENT, task).success(false).score(0);
    }

    private Heuristic theOnly() {
        assertThat(memory.heuristics().all()).hasSize(1);
        return memory.heuristics().get(0);
    }

    private Heuristic byText(String text) {
        Optional<Heuristic> found = memory.heuristic(Heuristic.idOf(AGENT, text));
        assertThat(found).as(text).isPresent();
        return found.orElseThrow();
    }
}
