package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.SettingsChanged;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.CriticRecord;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.ParameterBelief;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Trial;
import org.junit.jupiter.api.Test;

/** Which evaluation earns which heuristics credit, and how often. */
class CreditsTest {
    private static final String AGENT = "a";
    private static final String BRIEF = "Be brief";
    private static final String KIND = "Thank the customer";

    private final Noted noted = new Noted();
    private final AgentMemory memory = new AgentMemory(AGENT, noted);
    private long facts;

    CreditsTest() {
        fold(new HeuristicSet("s1", "k1", BRIEF));
        fold(new HeuristicSet("s2", "k2", KIND));
    }

    @Test
    void an_evaluation_credits_all_receipts_of_its_attempt_each_heuristic_once() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(recalled("r2", "t1", shown(BRIEF), shown(KIND)));
        fold(judged("t1", "judge", true));

        assertThat(evidence(BRIEF).chosen()).isEqualTo(1);
        assertThat(evidence(KIND).chosen()).isEqualTo(1);
        assertThat(evidence(BRIEF).mean()).isPositive().isEqualTo(evidence(KIND).mean());
    }

    @Test
    void a_heuristic_that_two_recalls_of_an_attempt_withheld_has_the_smaller_coin() {
        fold(recalled("r1", "t1", new Receipt.Chosen(id(BRIEF), 0, 1, .05, false)));
        fold(recalled("r2", "t1", new Receipt.Chosen(id(BRIEF), 0, 1, .10, false)));
        fold(recalled("s1", "t2", new Receipt.Chosen(id(KIND), 0, 1, .05, false)));
        fold(judged("t1", "judge", true));
        fold(recalled("x", "t3", shown("unknown")));
        fold(judged("t2", "judge", true));

        assertThat(evidence(BRIEF).answeredWithheld()).isEqualTo(1);
        assertThat(evidence(BRIEF).numbers()[16])
                .as("the weight of the ledger: the square of one minus the coin")
                .isCloseTo(.95 * .95, within(1e-12))
                .isEqualTo(evidence(KIND).numbers()[16]);
    }

    @Test
    void receipts_of_other_attempts_earn_nothing() {
        fold(recalled("r1", new Attempt(AGENT, "", "t1", 1), shown(BRIEF)));
        fold(recalled("r2", new Attempt(AGENT, "ci", "t1", 0), shown(BRIEF)));
        fold(recalled("r3", "t2", shown(BRIEF)));
        fold(judged("t1", "judge", true));

        assertThat(evidence(BRIEF).chosen()).isZero();
    }

    @Test
    void a_receipt_without_a_task_is_credited_when_it_is_quoted() {
        fold(recalled("r1", "", shown(BRIEF)));
        fold(judged("t1", "judge", true).receipt("r1"));

        assertThat(evidence(BRIEF).chosen()).isEqualTo(1);
    }

    @Test
    void a_receipt_for_another_task_than_the_evaluation_is_not_credited() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(judged("t2", "judge", true).receipt("r1"));

        assertThat(evidence(BRIEF).chosen()).isZero();

        fold(judged("t1", "judge", true));
        assertThat(evidence(BRIEF).chosen()).as("it stays for its own").isEqualTo(1);
    }

    @Test
    void a_quoted_receipt_that_was_not_seen_yet_is_credited_when_it_appears() {
        fold(judged("t1", "judge", true).receipt("r1"));
        assertThat(evidence(BRIEF).chosen()).isZero();
        assertThat(memory.learner().critics()).as("the evaluation waits").isEmpty();

        fold(recalled("r1", "t1", shown(BRIEF)));
        assertThat(evidence(BRIEF).chosen()).isEqualTo(1);
        assertThat(memory.learner().critics()).hasSize(1);

        fold(recalled("r1", "t1", shown(BRIEF)));
        assertThat(evidence(BRIEF).chosen()).as("it appears again").isEqualTo(1);
        assertThat(evidence(BRIEF).shown()).isEqualTo(1);
    }

    @Test
    void a_second_critic_gives_no_second_credit_and_tells_how_far_critics_agree() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(judged("t1", "judge", true));
        double belief = evidence(BRIEF).mean();
        fold(judged("t1", "pytest", false).receipt("r1"));
        fold(judged("t1", "human", true));

        assertThat(evidence(BRIEF).chosen()).isEqualTo(1);
        assertThat(evidence(BRIEF).mean()).isEqualTo(belief);
        CriticRecord judge = memory.learner().critics().get(0);
        assertThat(memory.learner().critics()).as("only the first was counted").hasSize(1);
        assertThat(judge.judged()).isEqualTo(1);
        assertThat(judge.agreement()).containsOnlyKeys("pytest", "human");
        assertThat(judge.agreement().get("pytest").same()).isZero();
        assertThat(judge.agreement().get("human").same()).isEqualTo(1);
    }

    @Test
    void the_same_critic_judging_the_same_attempt_again_begins_a_new_episode() {
        Attempt attempt = Attempt.at(AGENT, "t1");
        assertThat(memory.episode(attempt)).isZero();
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(judged("t1", "judge", true));
        assertThat(memory.episode(attempt)).isEqualTo(1);

        fold(recalled("r2", "t1", shown(BRIEF)));
        fold(judged("t1", "judge", false));
        assertThat(memory.episode(attempt)).isEqualTo(2);
        assertThat(evidence(BRIEF).chosen()).isEqualTo(2);

        fold(judged("t1", "judge", false));
        assertThat(memory.episode(attempt)).isEqualTo(3);
        assertThat(evidence(BRIEF).chosen()).as("without a new receipt").isEqualTo(2);
    }

    @Test
    void a_critic_that_quotes_an_answered_receipt_again_gives_no_second_credit() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(judged("t1", "judge", true).receipt("r1"));
        Map<String, Integer> before = judged();
        fold(judged("t1", "judge", true).receipt("r1"));

        assertThat(evidence(BRIEF).chosen()).isEqualTo(1);
        assertThat(judged()).isEqualTo(before);
    }

    @Test
    void advice_that_echoes_what_was_shown_adds_no_support() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(judged("t1", "judge", true).suggest("be brief!").suggest(KIND));

        assertThat(heuristic(BRIEF).support().tasks()).isZero();
        assertThat(heuristic(BRIEF).suggested()).isZero();
        assertThat(heuristic(KIND).support().tasks()).isEqualTo(1);
    }

    @Test
    void advice_that_was_withheld_is_no_echo() {
        fold(recalled("r1", "t1", new Receipt.Chosen(id(BRIEF), 0, 1, .05, false)));
        fold(judged("t1", "judge", true).suggest(BRIEF));

        assertThat(heuristic(BRIEF).support().tasks()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_could_not_be_judged_teaches_nothing() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        String before = noted.stateHash(memory);
        fold(judged("t1", "judge", false).outcome(Outcome.ERROR).suggest("Something else"));
        assertThat(noted.stateHash(memory)).isEqualTo(before);

        fold(judged("t1", "judge", true));
        assertThat(evidence(BRIEF).chosen()).as("the receipt still waits").isEqualTo(1);
    }

    @Test
    void an_evaluation_without_a_receipt_updates_the_baseline_alone() {
        fold(judged("t1", "judge", true));

        assertThat(evidence(BRIEF).mean()).isZero();
        assertThat(memory.learner().part("overall").numbers()[0]).isGreaterThan(.5);
    }

    @Test
    void what_was_withheld_is_evidence_and_moves_no_belief() {
        fold(recalled("r1", "t1", new Receipt.Chosen(id(BRIEF), 0, 1, .05, false)));
        fold(judged("t1", "judge", true));

        assertThat(evidence(BRIEF).mean()).isZero();
        assertThat(evidence(BRIEF).answeredWithheld()).isEqualTo(1);
    }

    @Test
    void a_control_counts_for_the_memory_as_a_whole_and_for_no_heuristic() {
        fold(new Recalled(new Receipt(
                "r1",
                Attempt.at(AGENT, "t1"),
                0,
                Context.NONE,
                "",
                500,
                0,
                true,
                true,
                List.of(new Receipt.Chosen(id(BRIEF), 0, 1, .05, false)),
                List.of(),
                List.of())));
        fold(judged("t1", "judge", true));

        assertThat(evidence(BRIEF).chosen()).isZero();
        assertThat(evidence(BRIEF).withheld()).isZero();
        assertThat(memory.learner().lift().controls()).isEqualTo(1);
        assertThat(memory.learner().lift().used()).isZero();
    }

    @Test
    void by_score_the_score_counts_and_by_success_only_success() {
        fold(new SettingsChanged("x", new TreeMap<>(Map.of("outcome", "score"))));
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(judged("t1", "judge", true).score(0));

        assertThat(evidence(BRIEF).mean()).isNegative();
    }

    @Test
    void marks_without_a_receipt_are_kept_nowhere_and_break_nothing() {
        fold(judged("t1", "judge", true).marks(List.of(new Mark(id(BRIEF), Mark.Opinion.HELPED))));
        noted.write(memory);

        assertThat(evidence(BRIEF).markCritics()).isEmpty();
        assertThat(memory.learner().markLoadings()).isEmpty();
    }

    @Test
    void marks_reach_the_heuristics_that_were_shown() {
        fold(recalled("r1", "t1", shown(BRIEF), new Receipt.Chosen(id(KIND), 0, 1, .05, false)));
        fold(judged("t1", "judge", true)
                .marks(List.of(new Mark(id(BRIEF), Mark.Opinion.HELPED), new Mark(id(KIND), Mark.Opinion.HURT))));

        assertThat(evidence(BRIEF).markCritics()).containsExactly("judge");
        assertThat(evidence(KIND).markCritics()).isEmpty();
    }

    @Test
    void the_value_of_a_parameter_that_was_in_force_is_the_one_that_counts() {
        ParameterSpace space = new ParameterSpace("temperature", List.of(0.0, 0.5));
        fold(new Recalled(new Receipt(
                "r1",
                Attempt.at(AGENT, "t1"),
                0,
                Context.NONE,
                "",
                500,
                0,
                true,
                false,
                List.of(),
                List.of(),
                List.of(new Trial.Choice(space, 0, List.of(.5, .5))))));
        fold(judged("t1", "judge", true).parameters(Map.of("temperature", 0.5)));
        fold(judged("t2", "judge", true).parameters(Map.of("temperature", 0.5, "other", 7L)));

        ParameterBelief belief = memory.learner().parameters().iterator().next();
        assertThat(belief.known()).extracting(ParameterBelief.Known::used).containsExactly(0, 2);
        assertThat(belief.recommended()).isEqualTo(1);
    }

    @Test
    void a_receipt_may_come_in_any_order_with_others() {
        List<Fact> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(recalled("r" + i, "", shown(i % 2 == 0 ? BRIEF : KIND)));
        }
        for (int i = 5; i >= 0; i--) {
            fold(asked.get(i));
        }
        for (int i = 0; i < 6; i++) {
            fold(judged("t" + i, "judge", true).receipt("r" + i));
        }

        assertThat(evidence(BRIEF).chosen()).isEqualTo(3);
        assertThat(evidence(KIND).chosen()).isEqualTo(3);
    }

    @Test
    void a_source_that_is_blocked_teaches_nothing() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        String before = noted.stateHash(memory);
        Source blocked = new Source("old.jsonl", org.autotrainer.domain.trust.Trust.BLOCKED);
        fold(new Evaluated(judged("t1", "judge", true).suggest("Something else").build(), blocked, true, true));

        assertThat(noted.stateHash(memory)).isEqualTo(before);
    }

    @Test
    void an_answer_says_what_became_of_the_receipt() {
        fold(recalled("r1", "t1", shown(BRIEF)));
        fold(recalled("r2", "t2", shown(BRIEF)));

        assertThat(credit(judged("t1", "judge", true).receipt("r1"))).contains(Credit.CREDITED);
        assertThat(credit(judged("t1", "other", true).receipt("r1"))).contains(Credit.TAKEN);
        assertThat(credit(judged("t9", "judge", true).receipt("r2"))).contains(Credit.OTHER_ATTEMPT);
        assertThat(credit(judged("t2", "judge", true))).as("it quotes none").isEmpty();
        assertThat(credit(judged("t3", "judge", true))).isEmpty();
        assertThat(credit(judged("t4", "judge", true).receipt("later"))).contains(Credit.WAITING);
        assertThat(credit(judged("t5", "judge", true).receipt("later"))).contains(Credit.TAKEN);
        assertThat(credit(judged("t6", "judge", true).receipt("r2").outcome(Outcome.ERROR)))
                .contains(Credit.UNJUDGED);
    }

    @Test
    void a_credit_is_found_by_its_letter() {
        for (Credit credit : Credit.values()) {
            assertThat(Credit.of(credit.letter())).isEqualTo(credit);
            assertThat(credit.reason()).isNotBlank();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Credit.of('x')).withMessageContaining("upgrade");
    }

    private Optional<Credit> credit(EvaluationBuilder evaluation) {
        facts++;
        return memory.fold(facts, Instant.EPOCH, new Evaluated(evaluation.build(), Source.LOCAL, false, true))
                .credit();
    }

    private Map<String, Integer> judged() {
        Map<String, Integer> judged = new TreeMap<>();
        memory.learner().critics().forEach(record -> judged.put(record.critic(), record.judged()));
        return judged;
    }

    private static EvaluationBuilder judged(String task, String critic, boolean success) {
        return Evaluation.of(AGENT, task).critic(critic, "").success(success).score(success ? 1 : 0);
    }

    private static Receipt.Chosen shown(String text) {
        return new Receipt.Chosen(id(text), 0, 1, .05, true);
    }

    private static Recalled recalled(String receipt, String task, Receipt.Chosen... chosen) {
        return recalled(receipt, Attempt.at(AGENT, task), chosen);
    }

    private static Recalled recalled(String receipt, Attempt attempt, Receipt.Chosen... chosen) {
        return new Recalled(Given.receipt(receipt, attempt, List.of(chosen)));
    }

    private static String id(String text) {
        return Heuristic.idOf(AGENT, text);
    }

    private Heuristic heuristic(String text) {
        return memory.heuristic(id(text)).orElseThrow();
    }

    private Evidence evidence(String text) {
        return memory.heuristics().evidence(memory.heuristics().find(id(text)));
    }

    private void fold(EvaluationBuilder evaluation) {
        fold(new Evaluated(evaluation.build(), Source.LOCAL, false, true));
    }

    private void fold(Fact fact) {
        facts++;
        memory.fold(facts, Instant.EPOCH, fact);
    }
}
