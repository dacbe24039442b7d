package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.text.TokenCounter;
import org.junit.jupiter.api.Test;

/** Advice that does harm, among advice that does nothing: how often it is shown before it is retired. */
class HarmTest {
    private static final String AGENT = "a";
    private static final int SEEDS = 100;
    private static final int TASKS = 300;
    private static final int BUDGET = 48;
    private static final String HARMFUL = "Promise every refund at once";
    private static final List<String> NEUTRAL = List.of(
            "Verify the booking number",
            "Ask for the travel date",
            "Quote the fare rules",
            "Offer a voucher instead",
            "Escalate to a colleague",
            "Summarise what was agreed",
            "Thank the customer warmly",
            "Check the weather warning",
            "Mention insurance options",
            "Keep sentences short",
            "Use the formal greeting",
            "Confirm the spelling of names");

    /** One life with harmful advice. */
    private static final class Life {
        private final AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        private final Random random;
        private final byte[] key;
        private int shown;
        private int fact;
        private boolean retired;
        private int neutralAccused;

        Life(long seed) {
            random = new Random(31 * seed + 7);
            key = Chance.keyOf("life" + seed);
            for (int task = 0; task < TASKS; task++) {
                live(task);
            }
        }

        private void live(int task) {
            Attempt attempt = Attempt.at(AGENT, "t" + task);
            Question question = new Question(
                    new Context("a customer writes about a parcel", List.of()),
                    BUDGET,
                    Question.Format.ITEMS,
                    TokenCounter.ESTIMATE,
                    Optional.of(Chance.of(key, attempt, 0, "")),
                    List.of());
            Playbook playbook = Recall.of(memory, question);
            List<Receipt.Chosen> chosen = playbook.picks().stream()
                    .map(pick ->
                            new Receipt.Chosen(pick.heuristic().id(), 0, pick.relevance(), pick.coin(), pick.kept()))
                    .toList();
            fact++;
            memory.fold(
                    fact,
                    Instant.EPOCH,
                    new Recalled(new Receipt(
                            "r" + task,
                            attempt,
                            0,
                            question.context(),
                            "",
                            BUDGET,
                            playbook.tokens(),
                            true,
                            playbook.control(),
                            chosen,
                            playbook.landmarks(),
                            List.of())));
            boolean harmed = playbook.shown().stream()
                    .anyMatch(pick -> pick.heuristic().text().equals(HARMFUL));
            shown += harmed && !retired ? 1 : 0;
            boolean success = random.nextDouble() < (harmed ? .4 : .7);
            EvaluationBuilder evaluation = Evaluation.of(AGENT, "t" + task)
                    .critic("c", "")
                    .success(success)
                    .score(success ? 1 : .2)
                    .receipt("r" + task)
                    .context(question.context());
            List<String> all = new ArrayList<>(NEUTRAL);
            all.add(HARMFUL);
            for (int i = 0; i < 2; i++) {
                evaluation.suggest(all.remove(random.nextInt(all.size())));
            }
            fact++;
            memory.fold(fact, Instant.EPOCH, new Evaluated(evaluation.build(), Source.LOCAL, false, true));
            look();
        }

        private void look() {
            int number = memory.heuristics().find(Heuristic.idOf(AGENT, HARMFUL));
            if (number >= 0) {
                Evidence evidence = memory.heuristics().evidence(number);
                retired |= evidence.status() == Lifecycle.RETIRED;
            }
        }

        Life end() {
            for (String text : NEUTRAL) {
                int number = memory.heuristics().find(Heuristic.idOf(AGENT, text));
                neutralAccused +=
                        number >= 0 && memory.heuristics().evidence(number).isHarmful() ? 1 : 0;
            }
            return this;
        }
    }

    @Test
    void advice_that_lowers_success_from_70_to_40_is_soon_retired_and_harmless_advice_is_not_accused() {
        List<Integer> shows = new ArrayList<>();
        int retired = 0;
        int accused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Life life = new Life(seed).end();
            shows.add(life.shown);
            retired += life.retired ? 1 : 0;
            accused += life.neutralAccused;
        }
        shows.sort(null);

        assertThat(shows.get(SEEDS / 2)).as("median of shows").isLessThanOrEqualTo(15);
        assertThat(shows.get(SEEDS * 95 / 100)).as("95th percentile").isLessThanOrEqualTo(40);
        assertThat(retired)
                .as("the others are hardly shown any more, and not tried often enough")
                .isGreaterThan(SEEDS / 2);
        assertThat(accused / (double) (SEEDS * NEUTRAL.size())).as("accused").isLessThanOrEqualTo(.02);
    }
}
