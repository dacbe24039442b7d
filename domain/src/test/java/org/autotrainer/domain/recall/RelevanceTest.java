package org.autotrainer.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.memory.RandomHistory;
import org.autotrainer.domain.relevance.Found;
import org.autotrainer.domain.relevance.Query;
import org.autotrainer.domain.relevance.TermIndex;
import org.junit.jupiter.api.Test;

/** What is relevant to a context, and in which order. */
class RelevanceTest {
    private static final String AGENT = "a";

    /** Words that are not like each other. */
    private static final List<String> WORDS = List.of(
            ("Verify Enumerate Contrast Cache Postpone Summarise Partition Throttle Encrypt Negotiate Translate Archive Reject Measure"
                            + " Rehearse Duplicate Forward Underline Colour Polish Weigh Escalate Bundle Ignite Juggle Kneel Loosen"
                            + " Overhaul Quantify Zip")
                    .split(" "));

    private final AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
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
    void to_say_no_is_nothing_in_common() {
        learn("Do not promise a date", "the parcel is not there");

        assertThat(texts(about("the seat is not free"))).isEmpty();
        assertThat(texts(about("a parcel that is not here"))).containsExactly("Do not promise a date");
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

        List<Match> matches = relevant(new Context("refund", List.of("refund")));

        assertThat(texts(matches)).containsExactly("By tag", "By word");
        assertThat(matches.get(0).relevance()).isGreaterThan(matches.get(1).relevance());
    }

    @Test
    void a_tag_is_not_a_word() {
        fold(evaluation().suggest("By tag").context("", "refund"));

        assertThat(relevant(about("refund"))).isEmpty();
    }

    @Test
    void a_rare_word_tells_more_than_a_common_one() {
        learn("Rare", "zanzibar");
        for (int i = 0; i < 10; i++) {
            learn(WORDS.get(i) + " it", "parcel");
        }

        List<Match> matches = relevant(about("parcel zanzibar"));

        assertThat(matches.get(0).heuristic().text()).isEqualTo("Rare");
    }

    @Test
    void words_that_nearly_all_share_find_nothing_once_there_are_many() {
        for (int i = 0; i < 30; i++) {
            learn(WORDS.get(i) + " first", "parcel");
        }

        assertThat(relevant(about("parcel"))).isEmpty();
    }

    @Test
    void what_nothing_is_known_about_finds_nothing() {
        learn("Look up the order", "refund for a parcel");

        assertThat(relevant(about("the weather in Zanzibar"))).isEmpty();
        assertThat(relevant(new AgentMemory(AGENT, Learned.NOWHERE), Context.NONE))
                .isEmpty();
    }

    @Test
    void advice_without_any_context_is_relevant_to_any_task_at_one_half() {
        fold(new HeuristicSet("s1", "house-rule", "Be brief"));
        fold(evaluation().suggest("Be kind"));
        learn("Check the seat map", "seat question");

        List<Match> matches = relevant(about("the weather in Zanzibar"));

        assertThat(texts(matches)).containsExactlyInAnyOrder("Be brief", "Be kind");
        assertThat(matches).extracting(Match::relevance).containsOnly(0.5);
        assertThat(matches).extracting(Match::terms).containsOnly(List.of());
    }

    @Test
    void advice_without_context_that_shares_words_is_at_least_as_relevant() {
        fold(new HeuristicSet("s1", "house-rule", "Mind the weather"));
        fold(new HeuristicSet("s2", "other-rule", "Be brief about the weather in Zanzibar"));

        List<Match> matches = relevant(about("the weather in Zanzibar"));

        assertThat(texts(matches)).containsExactly("Be brief about the weather in Zanzibar", "Mind the weather");
        assertThat(matches.get(0).relevance()).isGreaterThan(0.9);
        assertThat(matches.get(0).terms()).containsExactly("zanzibar", "weather");
        assertThat(matches.get(1).relevance()).as("less would not do").isEqualTo(0.5);
    }

    @Test
    void advice_that_carries_tags_is_not_for_any_task() {
        fold(evaluation().suggest("Be brief", "weather"));

        assertThat(relevant(about("a parcel"))).isEmpty();
        assertThat(relevant(new Context("", List.of("Weather")))).hasSize(1);
    }

    @Test
    void advice_loses_its_place_everywhere_when_it_gets_a_context() {
        fold(new HeuristicSet("s1", "house-rule", "Be brief"));
        assertThat(relevant(about("weather"))).hasSize(1);

        learn("Be brief", "parcel question");

        assertThat(relevant(about("weather"))).isEmpty();
        assertThat(relevant(about("parcel"))).hasSize(1);
    }

    @Test
    void without_a_context_those_with_the_most_support_come_first() {
        learn("Once", "seat question");
        fold(new HeuristicSet("s1", "k", "By hand"));
        learn("Thrice", "parcel");
        learn("Thrice", "parcel");
        learn("Thrice", "weather");

        List<Match> matches = relevant(Context.NONE);

        assertThat(texts(matches)).containsExactly("Thrice", "Once", "By hand");
        assertThat(matches).extracting(Match::relevance).containsOnly(0.5);
    }

    @Test
    void support_lifts_what_is_equally_relevant() {
        for (int i = 0; i < 4; i++) {
            learn("Often", "parcel");
        }
        learn("Twice", "parcel");
        learn("Twice", "parcel");

        assertThat(Recall.look(memory, about("parcel"), 1_000).picks())
                .extracting(pick -> pick.heuristic().text())
                .containsExactly("Often", "Twice");
    }

    @Test
    void equals_stand_in_order_of_their_ids() {
        for (int i = 0; i < 15; i++) {
            fold(new HeuristicSet("s" + i, "k" + i, "Rule " + i));
        }

        for (Context context : List.of(Context.NONE, about("weather"), about("…"))) {
            assertThat(relevant(context))
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
    void no_more_than_the_pool_is_looked_at_and_as_much_of_advice_for_any_task() {
        for (int i = 0; i < 200; i++) {
            fold(new HeuristicSet("s" + i, "k" + i, "Rule " + i));
            learn("Advice " + i, i < 180 ? "parcel number " + i : "seat");
        }

        assertThat(relevant(Context.NONE)).hasSize(TermIndex.POOL);
        assertThat(relevant(about("parcel"))).as("with those for any task").hasSize(2 * TermIndex.POOL);
        assertThat(texts(about("seat"))).contains("Advice 180", "Advice 199");
    }

    @Test
    void the_shared_terms_that_tell_most_explain_a_match() {
        learn("Explained", "alpha beta gamma delta epsilon zeta", "vip");
        learn("Other", "alpha beta");
        learn("Another", "alpha");
        Match match = relevant(new Context("alpha beta gamma delta epsilon zeta omega", List.of("vip")))
                .get(0);

        assertThat(match.terms()).containsExactly("#vip", "delta", "epsilon", "gamma", "zeta");
    }

    @Test
    void asked_again_a_memory_answers_the_same() {
        for (long seed = 0; seed < 60; seed++) {
            RandomHistory history = new RandomHistory(new Random(seed));
            AgentMemory grown = grown(history);
            for (int i = 0; i < 10; i++) {
                Context context = history.context();
                assertThat(relevant(grown, context)).as("seed %d", seed).isEqualTo(relevant(grown, context));
            }
        }
    }

    @Test
    void recall_gives_the_block_for_a_prompt() {
        learn("Look up the order", "parcel");

        assertThat(Recall.look(memory, about("parcel"), 100).block()).contains("\n- Look up the order\n");
        assertThat(Recall.look(memory, about("parcel"), 5).block()).isEmpty();
    }

    /** A heuristic that is relevant to a context. */
    private record Match(Heuristic heuristic, double relevance, List<String> terms) {}

    private static AgentMemory grown(RandomHistory history) {
        AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        long position = 0;
        for (Fact fact : history.facts(100)) {
            position++;
            memory.fold(position, Instant.EPOCH, fact);
        }
        return memory;
    }

    private List<Match> relevant(Context context) {
        return relevant(memory, context);
    }

    private static List<Match> relevant(AgentMemory memory, Context context) {
        TermIndex index = memory.heuristics().index();
        Query query = index.query(Recall.terms(context));
        Found found = context.isEmpty()
                ? index.mostSupported()
                : index.search(query, memory.learner().typicalCoverage());
        Comparator<Match> byRelevance = Comparator.comparingDouble((Match match) -> -match.relevance())
                .thenComparingInt(match -> -match.heuristic().support().tasks())
                .thenComparing(match -> match.heuristic().id());
        return found.hits().stream()
                .map(hit -> new Match(
                        memory.heuristics().get(hit.document()),
                        hit.relevance(),
                        context.isEmpty() ? List.of() : index.shared(query, hit.document(), 5)))
                .sorted(byRelevance)
                .toList();
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
        return texts(relevant(context));
    }

    private static List<String> texts(List<Match> matches) {
        return matches.stream().map(match -> match.heuristic().text()).toList();
    }
}
