package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.memory.RandomHistory;
import org.junit.jupiter.api.Test;

/** What is relevant to a context, and in which order. */
class HeuristicIndexTest {
    private static final String AGENT = "a";

    private final AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
    private final HeuristicIndex index = HeuristicIndex.over(memory);
    private int tasks;

    @Test
    void advice_for_tasks_like_this_one_comes_first() {
        learn("Look up the order", "a customer wants a refund for a late parcel");
        learn("Check the seat map", "a passenger wants to change the seat of a flight");
        learn("Offer a voucher", "a customer complains about a late parcel and wants a voucher");

        assertThat(texts(about("refund for a parcel that came late")))
                .containsExactly("Look up the order", "Offer a voucher");
    }

    @Test
    void advice_is_found_by_its_own_words_too() {
        learn("Never refund an order twice", "billing question");
        learn("Check the seat map", "seat question");

        assertThat(texts(about("refund the order"))).containsExactly("Never refund an order twice");
    }

    @Test
    void words_are_found_in_all_their_forms() {
        learn("Be careful", "cancelling bookings");

        assertThat(texts(about("CANCELLED booking!"))).containsExactly("Be careful");
    }

    @Test
    void a_tag_weighs_more_than_a_word() {
        learn("By word", "refund");
        fold(evaluation().suggest("By tag").context("", "refund"));

        List<Match> matches = index.relevant(new Context("refund", List.of("refund")));

        assertThat(texts(matches)).containsExactly("By tag", "By word");
        assertThat(matches.get(0).relevance()).isGreaterThan(matches.get(1).relevance());
    }

    @Test
    void a_tag_is_not_a_word() {
        fold(evaluation().suggest("By tag").context("", "refund"));

        assertThat(index.relevant(about("refund"))).isEmpty();
    }

    @Test
    void a_rare_word_tells_more_than_a_common_one() {
        learn("Rare", "zanzibar");
        for (int i = 0; i < 10; i++) {
            learn("Common " + "abcdefghij".charAt(i) + "x", "parcel");
        }

        List<Match> matches = index.relevant(about("parcel zanzibar"));

        assertThat(matches.get(0).heuristic().text()).isEqualTo("Rare");
    }

    @Test
    void words_that_nearly_all_share_find_nothing_once_there_are_many() {
        for (int i = 0; i < 30; i++) {
            learn("Advice " + Integer.toString(i, 36) + "q", "parcel");
        }

        assertThat(index.relevant(about("parcel"))).isEmpty();
    }

    @Test
    void what_nothing_is_known_about_finds_nothing() {
        learn("Look up the order", "refund for a parcel");

        assertThat(index.relevant(about("the weather in Zanzibar"))).isEmpty();
        assertThat(HeuristicIndex.over(new AgentMemory(AGENT, Learned.NOWHERE)).relevant(Context.NONE))
                .isEmpty();
    }

    @Test
    void advice_without_any_context_is_relevant_to_any_task_at_one_half() {
        fold(new HeuristicSet("s1", "house-rule", "Be brief"));
        fold(evaluation().suggest("Be kind"));
        learn("Check the seat map", "seat question");

        List<Match> matches = index.relevant(about("the weather in Zanzibar"));

        assertThat(texts(matches)).containsExactlyInAnyOrder("Be brief", "Be kind");
        assertThat(matches).extracting(Match::relevance).containsOnly(0.5);
        assertThat(matches).extracting(Match::terms).containsOnly(List.of());
    }

    @Test
    void advice_without_context_that_shares_words_is_at_least_as_relevant() {
        fold(new HeuristicSet("s1", "house-rule", "Be brief about the weather"));
        fold(new HeuristicSet("s2", "other-rule", "Be brief about the weather in Zanzibar"));

        List<Match> matches = index.relevant(about("the weather in Zanzibar"));

        assertThat(texts(matches))
                .containsExactly("Be brief about the weather in Zanzibar", "Be brief about the weather");
        assertThat(matches.get(0).relevance()).isGreaterThan(0.9);
        assertThat(matches.get(0).terms()).containsExactly("zanzibar", "weather");
        assertThat(matches.get(1).relevance()).as("less would not do").isEqualTo(0.5);
    }

    @Test
    void advice_that_carries_tags_is_not_for_any_task() {
        fold(evaluation().suggest("Be brief", "weather"));

        assertThat(index.relevant(about("a parcel"))).isEmpty();
        assertThat(index.relevant(new Context("", List.of("Weather")))).hasSize(1);
    }

    @Test
    void advice_loses_its_place_everywhere_when_it_gets_a_context() {
        fold(new HeuristicSet("s1", "house-rule", "Be brief"));
        assertThat(index.relevant(about("weather"))).hasSize(1);

        learn("Be brief", "parcel question");

        assertThat(index.relevant(about("weather"))).isEmpty();
        assertThat(index.relevant(about("parcel"))).hasSize(1);
    }

    @Test
    void without_a_context_those_with_the_most_support_come_first() {
        learn("Once", "seat question");
        fold(new HeuristicSet("s1", "k", "By hand"));
        learn("Thrice", "parcel");
        learn("Thrice", "parcel");
        learn("Thrice", "weather");

        List<Match> matches = index.relevant(Context.NONE);

        assertThat(texts(matches)).containsExactly("Thrice", "Once", "By hand");
        assertThat(matches).extracting(Match::relevance).containsOnly(0.5);
    }

    @Test
    void support_lifts_what_is_equally_relevant() {
        for (int i = 0; i < 4; i++) {
            learn("Often", "parcel");
        }
        learn("Seldom", "parcel");

        List<Match> matches = index.relevant(about("parcel"));

        assertThat(texts(matches)).startsWith("Often");
        assertThat(matches.get(0).worth()).isCloseTo(3 * matches.get(0).relevance(), within(1e-12));
        assertThat(matches.get(1).worth()).isEqualTo(matches.get(1).relevance());
    }

    @Test
    void support_lifts_to_five_times_and_no_more() {
        for (int i = 0; i < 40; i++) {
            learn("Often", "parcel");
        }
        Match match = index.relevant(about("parcel")).get(0);

        assertThat(match.worth()).isEqualTo(5 * match.relevance());
    }

    @Test
    void equals_stand_in_order_of_their_ids() {
        for (int i = 0; i < 15; i++) {
            fold(new HeuristicSet("s" + i, "k" + i, "Rule " + i));
        }

        for (Context context : List.of(Context.NONE, about("weather"), about("…"))) {
            assertThat(index.relevant(context))
                    .extracting(match -> match.heuristic().id())
                    .hasSize(15)
                    .isSorted();
        }
    }

    @Test
    void a_context_of_common_words_or_signs_finds_advice_for_any_task() {
        fold(new HeuristicSet("s1", "k", "Be brief"));
        learn("Look up the order", "refund for a parcel");

        assertThat(texts(about("what is it that you should do?"))).doesNotContain("Look up the order");
        assertThat(texts(about("👍"))).containsExactly("Be brief");
        assertThat(texts(new Context("", List.of("👍")))).containsExactly("Be brief");
    }

    @Test
    void no_more_than_the_pool_is_looked_at() {
        for (int i = 0; i < 200; i++) {
            fold(new HeuristicSet("s" + i, "k" + i, "Rule " + i));
            learn("Advice " + i, i < 180 ? "parcel number " + i : "seat");
        }

        assertThat(index.relevant(Context.NONE)).hasSize(HeuristicIndex.POOL);
        assertThat(index.relevant(about("parcel"))).hasSize(HeuristicIndex.POOL);
        assertThat(index.relevant(about("seat"))).hasSize(HeuristicIndex.POOL);
        assertThat(texts(about("seat"))).contains("Advice 180", "Advice 199");
    }

    @Test
    void the_shared_terms_that_tell_most_explain_a_match() {
        learn("Explained", "alpha beta gamma delta epsilon zeta", "vip");
        learn("Other", "alpha beta");
        learn("Another", "alpha");
        Match match = index.relevant(new Context("alpha beta gamma delta epsilon zeta omega", List.of("vip")))
                .get(0);

        assertThat(match.terms()).containsExactly("#vip", "delta", "epsilon", "gamma", "zeta");
    }

    @Test
    void an_index_that_saw_the_memory_grow_answers_as_one_that_came_later() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RandomHistory history = new RandomHistory(random);
            AgentMemory growing = new AgentMemory(AGENT, Learned.NOWHERE);
            HeuristicIndex early = HeuristicIndex.over(growing);
            long position = 0;
            for (Fact fact : history.facts(100)) {
                position++;
                growing.fold(position, Instant.EPOCH, fact);
            }
            HeuristicIndex late = HeuristicIndex.over(growing);
            List<Heuristic> shuffled = new ArrayList<>(growing.heuristics());
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < 10; i++) {
                Context context = history.context();
                List<Match> matches = early.relevant(context);
                assertThat(late.relevant(context))
                        .as("seed %d, %s", seed, context)
                        .isEqualTo(matches);
                assertThat(early.relevant(context))
                        .as("seed %d, asked again", seed)
                        .isEqualTo(matches);
            }
        }
    }

    @Test
    void matches_are_those_of_a_plain_sum_over_all_heuristics() {
        for (long seed = 0; seed < 60; seed++) {
            RandomHistory history = new RandomHistory(new Random(seed));
            AgentMemory learned = new AgentMemory(AGENT, Learned.NOWHERE);
            HeuristicIndex searched = HeuristicIndex.over(learned);
            long position = 0;
            for (Fact fact : history.facts(100)) {
                position++;
                learned.fold(position, Instant.EPOCH, fact);
            }
            for (int i = 0; i < 5; i++) {
                Context context = history.context();
                for (Match match : searched.relevant(context)) {
                    assertThat(match.relevance())
                            .as(
                                    "seed %d, %s, %s",
                                    seed, context, match.heuristic().text())
                            .isCloseTo(
                                    PlainRelevance.of(match.heuristic(), context, learned.heuristics()), within(1e-9));
                }
                assertThat(searched.relevant(context))
                        .as("seed %d, %s", seed, context)
                        .hasSize((int) learned.heuristics().stream()
                                .filter(one -> PlainRelevance.of(one, context, learned.heuristics()) >= 0.05)
                                .count());
            }
        }
    }

    @Test
    void matches_carry_the_heuristic_as_it_is_now() {
        learn("Look up the order", "parcel");
        String id = Heuristic.idOf(AGENT, "Look up the order");
        fold(new Recalled(
                new Receipt("r", Attempt.at(AGENT, "t"), Context.NONE, "", 1, 1, List.of(Receipt.Shown.of(id, "")))));

        assertThat(index.relevant(about("parcel")))
                .extracting(match -> match.heuristic().shown())
                .containsExactly(1);
    }

    @Test
    void recall_gives_the_block_for_a_prompt() {
        learn("Look up the order", "parcel");

        assertThat(index.recall(about("parcel"), 100).block()).endsWith("- Look up the order\n");
        assertThat(index.recall(about("parcel"), 5).block()).isEmpty();
    }

    private void learn(String advice, String context, String... tags) {
        fold(evaluation().suggest(advice).context(context, tags));
    }

    private EvaluationBuilder evaluation() {
        tasks++;
        return Evaluation.of(AGENT, "t" + tasks).success(true).score(1);
    }

    private void fold(EvaluationBuilder evaluation) {
        memory.train(evaluation.build(), Instant.EPOCH);
    }

    private void fold(Fact fact) {
        memory.fold(1, Instant.EPOCH, fact);
    }

    private static Context about(String text) {
        return new Context(text, List.of());
    }

    private List<String> texts(Context context) {
        return texts(index.relevant(context));
    }

    private static List<String> texts(List<Match> matches) {
        return matches.stream().map(match -> match.heuristic().text()).toList();
    }
}
