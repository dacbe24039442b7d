package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.journal.Curated;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Trial;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.memory.RandomHistory;
import org.autotrainer.domain.relevance.TermIndex;
import org.autotrainer.domain.text.RandomTexts;
import org.autotrainer.domain.text.TokenCounter;
import org.autotrainer.domain.text.Wording;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed out for a task, and what is held back. */
class RecallTest {
    private static final String AGENT = "a";
    private static final int AMPLE = 100_000;
    private static final byte[] KEY = Chance.keyOf("test");
    private static final List<String> APART = List.of(
            "Verify the booking number",
            "Ask for the travel date",
            "Quote the fare rules",
            "Offer a voucher instead",
            "Escalate to a colleague",
            "Summarise what was agreed",
            "Thank the customer warmly",
            "Check the weather warning",
            "Mention insurance options",
            "Keep sentences short");

    private final AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
    private int tasks;
    private int facts;

    // which, and in which order

    @Test
    void what_is_believed_to_help_more_comes_first_among_equally_relevant() {
        learn("Offer a voucher instead", "parcel", 2);
        learn("Verify the booking number", "parcel", 8);

        assertThat(texts(look("parcel"))).containsExactly("Verify the booking number", "Offer a voucher instead");
    }

    @Test
    void what_is_more_relevant_comes_first_among_those_believed_to_help_as_much() {
        learn("Offer a voucher instead", "parcel late", 4);
        learn("Verify the booking number", "parcel question", 4);

        assertThat(texts(look("parcel question"))).startsWith("Verify the booking number");
    }

    @Test
    void a_question_about_nothing_finds_what_most_tasks_suggested() {
        learn("Offer a voucher instead", "parcel", 2);
        learn("Verify the booking number", "flight", 8);

        assertThat(texts(look(""))).containsExactly("Verify the booking number", "Offer a voucher instead");
    }

    @Test
    void what_is_found_by_a_word_and_is_hardly_relevant_is_left_out() {
        learn("Offer a voucher instead", "parcel", 1);
        for (int i = 0; i < 25; i++) {
            learn("Verify number " + i, "subject" + i, 1);
        }
        List<String> task =
                List.of("parcel", "weather", "forecast", "storm", "cloud", "thunder", "lightning", "drizzle");
        TermIndex index = memory.heuristics().index();

        assertThat(index.search(index.query(task), memory.learner().typicalCoverage())
                        .hits())
                .hasSize(1);
        assertThat(look(String.join(" ", task)).picks()).isEmpty();
    }

    @Test
    void among_few_heuristics_one_word_in_common_is_enough() {
        learn("Offer a voucher instead", "parcel", 1);

        assertThat(texts(look("parcel weather forecast"))).containsExactly("Offer a voucher instead");
    }

    @Test
    void belief_grows_with_support_up_to_sixteen_tasks() {
        learn("Offer a voucher instead", "parcel", 16);
        learn("Verify the booking number", "parcel", 40);

        assertThat(memory.learner().belief(memory.heuristics().evidence(0), doublings(0)))
                .isEqualTo(memory.learner().belief(memory.heuristics().evidence(1), doublings(1)));
    }

    @Test
    void what_promises_less_than_its_place_costs_is_left_out_unless_chance_lifts_it() {
        learn("Offer a voucher instead", "parcel", 1);

        int chosen = 0;
        for (int i = 0; i < 2_000; i++) {
            chosen += ask("parcel", AMPLE, chance("t" + i)).picks().size();
        }
        assertThat(chosen).as("the share of normal throws above 0.4").isBetween(600, 780);
    }

    @Test
    void where_nothing_is_left_to_chance_untried_advice_has_the_benefit_of_the_doubt() {
        learn("Offer a voucher instead", "parcel", 1);

        assertThat(texts(look("parcel"))).containsExactly("Offer a voucher instead");
    }

    @Test
    void a_pinned_heuristic_comes_first_and_is_never_withheld() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        fold(new HeuristicSet("s1", "house-rule", "Be brief"));
        curate("Be brief", Curated.Action.PIN);
        int withheld = 0;
        for (int i = 0; i < 2_000; i++) {
            Playbook playbook = ask("parcel", AMPLE, chance("t" + i));

            assertThat(playbook.picks().get(0).heuristic().text()).isEqualTo("Be brief");
            assertThat(playbook.picks().get(0).coin()).isZero();
            assertThat(playbook.picks().get(0).kept()).isEqualTo(!playbook.control());
            withheld += playbook.picks().size() - playbook.shown().size();
        }
        assertThat(withheld).as("others are").isPositive();
    }

    @Test
    void what_a_person_retired_is_never_chosen() {
        learn("Verify the booking number", "parcel", 8);
        curate("Verify the booking number", Curated.Action.RETIRE);

        for (int i = 0; i < 2_000; i++) {
            assertThat(ask("parcel", AMPLE, chance("t" + i)).picks()).isEmpty();
        }
        assertThat(look("parcel").picks()).isEmpty();
    }

    @Test
    void what_evidence_retired_gets_a_second_chance_in_one_recall_of_a_hundred_behind_all_others() {
        learn("Verify the booking number", "parcel", 8);
        learn("Offer a voucher instead", "parcel", 1);
        retireByOutcomes("Offer a voucher instead");
        int chosen = 0;
        int recalls = 20_000;
        for (int i = 0; i < recalls; i++) {
            List<String> texts = picked(ask("parcel", AMPLE, chance("r" + i)));
            if (texts.contains("Offer a voucher instead")) {
                chosen++;
                assertThat(texts).endsWith("Offer a voucher instead");
            }
        }

        assertThat(chosen / (double) recalls).isCloseTo(0.01, within(0.003));
        assertThat(texts(look("parcel"))).doesNotContain("Offer a voucher instead");
    }

    @Test
    void what_is_held_back_is_never_chosen() {
        Source forum = new Source("forum.jsonl", Trust.UNTRUSTED);
        for (int i = 0; i < 20; i++) {
            fold(new Evaluated(
                    evaluation("parcel").suggest("Offer a voucher instead").build(), forum, false, true));
        }

        for (int i = 0; i < 1_000; i++) {
            assertThat(ask("parcel", AMPLE, chance("t" + i)).picks()).isEmpty();
        }
    }

    @Test
    void two_that_say_nearly_the_same_are_not_shown_together() {
        learn("Look up the order before promising a refund", "parcel", 2);
        learn("Never look up the order after promising a refund", "parcel", 4);

        assertThat(memory.heuristics().size()).as("they are two").isEqualTo(2);
        assertThat(look("parcel").picks()).hasSize(1);
    }

    @Test
    void what_was_hardly_tried_gets_a_third_of_the_budget() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        int tokens = APART.stream().mapToInt(TokenCounter.ESTIMATE::count).sum();
        Playbook playbook = Recall.of(memory, items("parcel", tokens));
        int used = playbook.picks().stream()
                .mapToInt(pick -> TokenCounter.ESTIMATE.count(pick.heuristic().text()))
                .sum();

        assertThat(used).isBetween(tokens / 4, (int) (0.34 * tokens));
    }

    @Test
    void two_that_were_hardly_tried_have_a_place_in_any_budget() {
        for (String text : APART.subList(0, 5)) {
            learn(text, "parcel", 8);
        }

        assertThat(Recall.of(memory, items("parcel", 15)).picks()).hasSize(2);
    }

    // chance

    @Test
    void a_control_shows_nothing_says_so_and_names_what_it_would_have_shown() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        int controls = 0;
        int recalls = 10_000;
        for (int i = 0; i < recalls; i++) {
            Playbook playbook = ask("parcel", 200, chance("t" + i));
            if (playbook.control()) {
                controls++;
                assertThat(playbook.shown()).isEmpty();
                assertThat(playbook.picks()).isNotEmpty();
                assertThat(playbook.block()).isEmpty();
                assertThat(playbook.tokens()).isZero();
            }
        }

        assertThat(controls / (double) recalls).isCloseTo(0.02, within(0.005));
    }

    @Test
    void each_chosen_heuristic_is_withheld_as_often_as_its_coin_says() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        int picks = 0;
        int withheld = 0;
        for (int i = 0; i < 5_000; i++) {
            Playbook playbook = ask("parcel", AMPLE, chance("t" + i));
            if (!playbook.control()) {
                assertThat(playbook.picks()).extracting(Pick::coin).containsOnly(0.05);
                picks += playbook.picks().size();
                withheld += playbook.picks().size() - playbook.shown().size();
            }
        }

        assertThat(withheld / (double) picks).isCloseTo(0.05, within(0.005));
    }

    @Test
    void recalls_of_one_attempt_share_their_coins() {
        for (String text : APART) {
            learn(text, "parcel date voucher", 8);
        }
        int both = 0;
        for (int i = 0; i < 500; i++) {
            Playbook first = ask("parcel", AMPLE, chance("t" + i));
            Playbook second = ask("voucher", 60, chance("t" + i));
            assertThat(second.control()).isEqualTo(first.control());
            for (Pick pick : first.picks()) {
                for (Pick again : second.picks()) {
                    if (pick.heuristic().equals(again.heuristic())) {
                        both++;
                        assertThat(again.kept()).isEqualTo(pick.kept());
                    }
                }
            }
        }
        assertThat(both).isGreaterThan(500);
    }

    @Test
    void without_a_chance_nothing_is_withheld_and_nothing_tried_out() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        Playbook playbook = look("parcel");

        assertThat(playbook.explored()).isFalse();
        assertThat(playbook.control()).isFalse();
        assertThat(playbook.picks())
                .isNotEmpty()
                .allMatch(Pick::kept)
                .extracting(Pick::coin)
                .containsOnly(0.0);
    }

    @Test
    void the_tokens_of_what_is_withheld_go_to_no_other() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        int withheld = 0;
        for (int i = 0; i < 300; i++) {
            Playbook playbook = ask("parcel", 60, chance("t" + i));
            Playbook full =
                    Recall.again(memory, Question.about(about("parcel"), AMPLE), receipt("r", "t", playbook, true));
            withheld += playbook.shown().size() < playbook.picks().size() ? 1 : 0;
            assertThat(TokenCounter.ESTIMATE.count(full.block())).isLessThanOrEqualTo(60);
        }
        assertThat(withheld).isPositive();
    }

    @Test
    void parameters_come_from_the_values_that_were_offered() {
        ParameterSpace space = new ParameterSpace("temperature", List.of(0.2, 0.7));
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Question question = new Question(
                    about("parcel"),
                    500,
                    Question.Format.BLOCK,
                    TokenCounter.ESTIMATE,
                    Optional.of(chance("t" + i)),
                    List.of(space));
            Trial.Choice choice = Recall.of(memory, question).choices().get(0);
            given.add(choice.value());
            assertThat(choice.propensities().stream().mapToDouble(one -> one).sum())
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(given).containsExactlyInAnyOrder(0, 1);
    }

    // the same again

    @Test
    void the_same_question_gives_the_same_answer() {
        for (long seed = 0; seed < 40; seed++) {
            RandomHistory history = new RandomHistory(new Random(seed));
            AgentMemory learned = folded(history.facts(100));
            for (int i = 0; i < 20; i++) {
                Question question = Question.about(history.context(), 100).with(chance("t" + i));

                assertThat(Recall.of(learned, question))
                        .as("seed %d, question %d", seed, i)
                        .isEqualTo(Recall.of(learned, question));
            }
        }
    }

    @Test
    void many_readers_at_once_get_the_answers_of_one() throws Exception {
        RandomHistory history = new RandomHistory(new Random(3));
        List<Fact> facts = history.facts(300);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            questions.add(Question.about(history.context(), 150).with(chance("t" + i)));
        }
        List<Playbook> expected = answers(folded(facts), questions);
        AgentMemory fresh = folded(facts);
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Playbook>>> asking = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                asking.add(() -> answers(fresh, questions));
            }
            for (Future<List<Playbook>> answer : readers.invokeAll(asking)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            readers.shutdown();
        }
    }

    @Test
    void a_receipt_shows_again_what_it_showed() {
        for (String text : APART) {
            learn(text, "parcel", 8);
        }
        for (int i = 0; i < 100; i++) {
            Question question = Question.about(about("parcel"), 100).with(chance("t" + i));
            Playbook first = Recall.of(memory, question);

            assertThat(Recall.again(memory, question, receipt("r", "t" + i, first, false)))
                    .isEqualTo(first);
        }
    }

    // the block

    @Test
    void the_block_is_framed_by_a_fence_with_a_line_for_each() {
        learn("Offer a voucher instead", "parcel", 2);
        learn("Verify the booking number", "parcel", 8);
        Playbook playbook = look("parcel");

        assertThat(playbook.block().lines())
                .hasSize(4)
                .contains("- Verify the booking number", "- Offer a voucher instead");
        assertThat(playbook.block()).endsWith("\n");
        assertThat(playbook.tokens()).isEqualTo(TokenCounter.ESTIMATE.count(playbook.block()));
    }

    @Test
    void each_attempt_has_a_fence_of_its_own() {
        fold(new HeuristicSet("s1", "house-rule", "Be brief"));
        curate("Be brief", Curated.Action.PIN);
        Set<String> blocks = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            blocks.add(ask("parcel", 100, chance("t" + i)).block());
        }

        assertThat(blocks).hasSizeGreaterThan(45);
    }

    @ParameterizedTest
    @EnumSource(Question.Format.class)
    void nothing_relevant_is_an_empty_block(Question.Format format) {
        Playbook playbook = Recall.of(memory, question("parcel", 1_000, format, TokenCounter.ESTIMATE));

        assertThat(playbook.block()).isEmpty();
        assertThat(playbook.tokens()).isZero();
        assertThat(playbook.picks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void no_budget_is_an_empty_block(int budget) {
        learn("Offer a voucher instead", "parcel", 2);

        for (Question.Format format : Question.Format.values()) {
            Playbook playbook = Recall.of(memory, question("parcel", budget, format, TokenCounter.ESTIMATE));
            assertThat(playbook.picks()).isEmpty();
            assertThat(playbook.block()).isEmpty();
        }
    }

    @Test
    void a_block_that_fits_exactly_is_taken_and_one_token_less_is_too_little() {
        learn("Offer a voucher instead", "parcel", 2);
        int needed = look("parcel").tokens();

        assertThat(Recall.look(memory, about("parcel"), needed).tokens()).isEqualTo(needed);
        assertThat(Recall.look(memory, about("parcel"), needed - 1).block()).isEmpty();
    }

    @Test
    void items_that_fit_exactly_are_taken_and_one_token_less_is_too_little() {
        learn("Offer a voucher instead", "parcel", 2);
        learn("Ask for the travel date", "parcel", 8);
        int both = TokenCounter.ESTIMATE.count("Offer a voucher instead")
                + TokenCounter.ESTIMATE.count("Ask for the travel date");

        assertThat(Recall.of(memory, items("parcel", both)).tokens()).isEqualTo(both);
        assertThat(picked(Recall.of(memory, items("parcel", both - 1)))).containsExactly("Ask for the travel date");
    }

    @ParameterizedTest
    @EnumSource(Question.Format.class)
    void one_that_does_not_fit_is_passed_over_and_later_ones_may_fit(Question.Format format) {
        learn("Verify the booking number", "parcel", 16);
        learn("x".repeat(600), "parcel", 8);
        learn("Offer a voucher instead", "parcel", 2);

        assertThat(picked(Recall.of(memory, question("parcel", 60, format, TokenCounter.ESTIMATE))))
                .containsExactly("Verify the booking number", "Offer a voucher instead");
    }

    @Test
    void counts_beyond_all_bounds_do_not_break_the_budget() {
        TokenCounter huge = text -> Integer.MAX_VALUE;
        learn("Verify the booking number", "parcel", 16);
        learn("Offer a voucher instead", "parcel", 2);

        assertThat(Recall.of(memory, question("parcel", Integer.MAX_VALUE, Question.Format.ITEMS, huge))
                        .picks())
                .hasSize(1);
        assertThat(Recall.of(memory, question("parcel", Integer.MAX_VALUE - 1, Question.Format.ITEMS, huge))
                        .picks())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Question.Format.class)
    void the_budget_is_hard(Question.Format format) {
        List<TokenCounter> counters = List.of(
                TokenCounter.ESTIMATE,
                String::length,
                text -> text.split("\\s+").length,
                text -> 1 + Math.floorMod(text.hashCode(), 20));
        int shown = 0;
        for (long seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            AgentMemory learned = new AgentMemory(AGENT, Learned.NOWHERE);
            for (int i = 0; i < 15; i++) {
                String text = random.nextBoolean()
                        ? RandomTexts.sentence(random, 30) + "\n" + RandomTexts.sentence(random, 3)
                        : RandomTexts.anything(random, 200);
                for (int task = 0; task < 2 + random.nextInt(3); task++) {
                    learned.train(
                            Evaluation.of(AGENT, "t" + task)
                                    .success(true)
                                    .score(1)
                                    .suggest(text)
                                    .context("parcel")
                                    .build(),
                            Instant.EPOCH);
                }
            }
            int budget = random.nextInt(300);
            TokenCounter counter = counters.get(random.nextInt(counters.size()));
            Playbook playbook = Recall.of(
                    learned, new Question(about("parcel"), budget, format, counter, Optional.empty(), List.of()));
            int counted = playbook.shown().stream()
                    .mapToInt(pick -> counter.count(pick.heuristic().text()))
                    .sum();
            shown += playbook.shown().size();

            if (playbook.shown().isEmpty()) {
                assertThat(playbook.block()).as("seed %d", seed).isEmpty();
            } else {
                assertThat(playbook.tokens())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(budget)
                        .isEqualTo(format == Question.Format.BLOCK ? counter.count(playbook.block()) : counted);
                assertThat(playbook.block().lines())
                        .as("seed %d", seed)
                        .hasSize(2 + playbook.shown().size());
            }
            for (Pick one : playbook.picks()) {
                for (Pick other : playbook.picks()) {
                    assertThat(one == other
                                    || Wording.of(one.heuristic().text())
                                                    .likeness(Wording.of(
                                                            other.heuristic().text()))
                                            < 0.5)
                            .as("seed %d: no two alike", seed)
                            .isTrue();
                }
            }
        }
        assertThat(shown).isGreaterThan(100);
    }

    // what the tests are made of

    private double doublings(int number) {
        return org.autotrainer.domain.learning.Tuning.doublings(
                memory.heuristics().get(number).support().tasks());
    }

    private void learn(String advice, String context, int times) {
        for (int i = 0; i < times; i++) {
            fold(new Evaluated(evaluation(context).suggest(advice).build(), Source.LOCAL, false, true));
        }
    }

    private EvaluationBuilder evaluation(String context) {
        tasks++;
        return Evaluation.of(AGENT, "task" + tasks)
                .success(true)
                .score(1)
                .critic("c", "")
                .context(context);
    }

    private void curate(String text, Curated.Action action) {
        fold(new Curated("c" + facts, Heuristic.idOf(AGENT, text), action));
    }

    /** Tasks fail where it is shown, and succeed elsewhere. */
    private void retireByOutcomes(String text) {
        String id = Heuristic.idOf(AGENT, text);
        for (int i = 0; i < 100; i++) {
            Attempt attempt = Attempt.at(AGENT, "bad" + i);
            boolean shown = i % 2 == 0;
            Receipt receipt = new Receipt(
                    "bad" + i,
                    attempt,
                    0,
                    about("parcel"),
                    "",
                    500,
                    10,
                    true,
                    false,
                    shown ? List.of(new Receipt.Chosen(id, 0, 1, 0.05, true)) : List.of(),
                    List.of(),
                    List.of());
            fold(new Recalled(receipt));
            fold(new Evaluated(
                    Evaluation.of(AGENT, "bad" + i).success(!shown).score(0.5).build(), Source.LOCAL, false, true));
        }
        assertThat(memory.heuristics().evidence(memory.heuristics().find(id)).status())
                .isEqualTo(Lifecycle.RETIRED);
    }

    private void fold(Fact fact) {
        facts++;
        memory.fold(facts, Instant.EPOCH, fact);
    }

    private static AgentMemory folded(List<Fact> facts) {
        AgentMemory learned = new AgentMemory(AGENT, Learned.NOWHERE);
        for (int i = 0; i < facts.size(); i++) {
            learned.fold(i + 1, Instant.EPOCH, facts.get(i));
        }
        return learned;
    }

    private static List<Playbook> answers(AgentMemory learned, List<Question> questions) {
        return questions.stream().map(question -> Recall.of(learned, question)).toList();
    }

    private static Chance chance(String task) {
        return Chance.of(KEY, Attempt.at(AGENT, task), 0, "");
    }

    private Playbook look(String context) {
        return Recall.look(memory, about(context), AMPLE);
    }

    private Playbook ask(String context, int budget, Chance chance) {
        return Recall.of(memory, Question.about(about(context), budget).with(chance));
    }

    private static Question items(String context, int budget) {
        return question(context, budget, Question.Format.ITEMS, TokenCounter.ESTIMATE);
    }

    private static Question question(String context, int budget, Question.Format format, TokenCounter counter) {
        return new Question(about(context), budget, format, counter, Optional.empty(), List.of());
    }

    private static Context about(String text) {
        return new Context(text, List.of());
    }

    private static Receipt receipt(String id, String task, Playbook playbook, boolean keepAll) {
        List<Receipt.Chosen> chosen = playbook.picks().stream()
                .map(pick -> new Receipt.Chosen(
                        pick.heuristic().id(), 0, pick.relevance(), pick.coin(), keepAll || pick.kept()))
                .toList();
        return new Receipt(
                id,
                Attempt.at(AGENT, task),
                0,
                about("parcel"),
                "",
                500,
                10,
                playbook.explored(),
                playbook.control(),
                chosen,
                playbook.landmarks(),
                playbook.choices());
    }

    private static List<String> texts(Playbook playbook) {
        return playbook.shown().stream().map(pick -> pick.heuristic().text()).toList();
    }

    private static List<String> picked(Playbook playbook) {
        return playbook.picks().stream().map(pick -> pick.heuristic().text()).toList();
    }
}
