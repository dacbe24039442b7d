package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Regrouped;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.text.Wording;
import org.junit.jupiter.api.Test;

/** Which wordings become one heuristic. */
class GroupingTest {
    private static final String AGENT = "a";
    private static final String FIRST = "Look up the order before promising a refund";
    private static final String SECOND = "Look up the order before you promise a refund";
    private static final String OTHER = "Thank the customer warmly";

    private long facts;

    @Test
    void the_same_in_other_words_reinforces_and_the_first_text_stays() {
        Noted noted = new Noted();
        AgentMemory memory = new AgentMemory(AGENT, noted);
        suggest(memory, "t1", FIRST);
        Answer answer = suggest(memory, "t2", SECOND);

        assertThat(answer.proposed()).extracting(Proposed::effect).containsExactly(Proposed.Effect.REINFORCED);
        assertThat(memory.heuristics().all()).extracting(Heuristic::text).containsExactly(FIRST);
        assertThat(memory.heuristics().get(0).support().tasks()).isEqualTo(2);
        assertThat(memory.heuristic(id(SECOND))).map(Heuristic::text).contains(FIRST);
        assertThat(noted.members).containsExactly(Map.entry(id(SECOND), id(FIRST)));
        assertThat(noted.texts()).as("each key keeps its own text").containsValues(FIRST, SECOND);
    }

    @Test
    void a_wording_joins_the_most_like_of_those_it_does_not_contradict() {
        AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        suggest(memory, "t1", "Cancel only within 24 hours of the booking");
        suggest(memory, "t2", "Cancel only within 48 hours of the booking");
        suggest(memory, "t3", "Only cancel within 48 hours after booking".replace("after", "of"));

        assertThat(memory.heuristics().size()).isEqualTo(2);
        assertThat(memory.heuristic(id("Only cancel within 48 hours of booking")))
                .map(Heuristic::text)
                .contains("Cancel only within 48 hours of the booking");
    }

    @Test
    void a_home_is_found_among_thousands() {
        AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        Random random = new Random(9);
        for (int i = 0; i < 3_000; i++) {
            suggest(memory, "n" + i, "Order customer refund " + word(random) + " " + word(random) + " " + word(random));
        }
        suggest(memory, "t1", FIRST);
        int before = memory.heuristics().size();
        suggest(memory, "t2", SECOND);

        assertThat(memory.heuristics().size()).isEqualTo(before);
        assertThat(memory.heuristic(id(SECOND))).map(Heuristic::text).contains(FIRST);
    }

    @Test
    void the_order_of_advice_that_is_not_alike_makes_no_difference() {
        List<String> texts = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            texts.add(word(random) + " " + word(random) + " " + word(random) + " " + word(random));
        }
        Set<Set<String>> groups = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(texts, new Random(seed));
            AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
            texts.forEach(text -> suggest(memory, "t" + text, text));
            Set<String> ids = new TreeSet<>();
            memory.heuristics().all().forEach(heuristic -> ids.add(heuristic.id()));
            groups.add(ids);
        }

        assertThat(groups).hasSize(1);
    }

    @Test
    void the_order_in_which_members_were_kept_makes_no_difference_to_where_a_wording_goes() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                texts.add("Check the " + word(random) + " before the " + word(random) + " of an order");
            }
            Noted noted = new Noted();
            AgentMemory memory = new AgentMemory(AGENT, noted);
            texts.forEach(text -> suggest(memory, "t" + text, text));
            noted.write(memory);
            AgentMemory restored = AgentMemory.restored(AGENT, noted.kept(Map.of()), Learned.NOWHERE);
            for (int i = 0; i < 40; i++) {
                String text = "Check the " + word(random) + " before the " + word(random) + " of any order";
                int home = memory.heuristics().home(id(text), text, true);
                int same = restored.heuristics().home(id(text), text, true);

                assertThat(same < 0 ? "" : restored.heuristics().get(same).id())
                        .as("seed %d, %s", seed, text)
                        .isEqualTo(home < 0 ? "" : memory.heuristics().get(home).id());
            }
        }
    }

    /** A form that reflections of one agent are written in; what they are about takes few of its words. */
    private static String reflection(String about, String belief, String remedy) {
        return "I answered the question about " + about + " wrongly because I took it for granted that " + belief
                + ". When I meet this question again, I will take more time to look into " + remedy
                + " so that I take nothing for granted. I will also read the question once more before I give an answer.";
    }

    @Test
    void texts_of_one_form_about_different_things_are_kept_apart_from_the_first_on() {
        AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        List<String> texts = List.of(
                reflection("the river that feeds the salt lake", "it came from the north", "the sources of rivers"),
                reflection("the instrument in the village band", "they played brass", "the music of villages"),
                reflection("the moth on the old stamp", "it was a butterfly", "the insects on stamps"),
                reflection("the colour of the harbour light", "it was always green", "the signals of harbours"),
                reflection("the grain in the mountain bread", "it was wheat", "the grains of the highlands"),
                reflection("the cloth of the fishing sails", "it was linen", "the weaving of sails"));
        for (String text : texts) {
            suggest(memory, "task-" + texts.indexOf(text), text);
        }

        assertThat(Wording.of(texts.get(0)).likeness(Wording.of(texts.get(1))))
                .as("they look alike")
                .isGreaterThan(Wording.SAME);
        assertThat(memory.heuristics().all()).extracting(Heuristic::text).containsExactlyElementsOf(texts);
    }

    @Test
    void a_text_of_a_common_form_joins_the_one_that_is_about_the_same() {
        AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        for (int i = 0; i < 40; i++) {
            Random random = new Random(i);
            String about = "the " + words(random, 3) + " of the " + word(random);
            suggest(memory, "t" + i, reflection(about, "it was " + words(random, 2), "the " + words(random, 2)));
        }
        String founding = reflection("the moth on the old stamp", "it was a butterfly", "the insects on stamps");
        String again = reflection("the old stamp with the moth", "it was a butterfly", "insects");
        suggest(memory, "moth", founding);
        suggest(memory, "moth again", again);

        assertThat(memory.heuristics().size()).isEqualTo(41);
        assertThat(memory.heuristic(id(again))).map(Heuristic::text).contains(founding);
    }

    @Test
    void a_person_puts_together_what_nobody_would_take_for_the_same() {
        AgentMemory memory = new AgentMemory(AGENT, Map.of(id(FIRST), "g", id(OTHER), "g"), Learned.NOWHERE);
        suggest(memory, "t1", FIRST);
        suggest(memory, "t2", OTHER);

        assertThat(memory.heuristics().all()).extracting(Heuristic::text).containsExactly(FIRST);
        assertThat(memory.heuristics().get(0).support().tasks()).isEqualTo(2);
    }

    @Test
    void a_person_splits_what_says_nearly_the_same() {
        AgentMemory memory = new AgentMemory(AGENT, Map.of(id(FIRST), "g1", id(SECOND), "g2"), Learned.NOWHERE);
        suggest(memory, "t1", FIRST);
        suggest(memory, "t2", SECOND);

        assertThat(memory.heuristics().all()).extracting(Heuristic::text).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_wording_alone_under_its_label_joins_no_other_by_likeness() {
        AgentMemory memory = new AgentMemory(AGENT, Map.of(id(SECOND), "alone"), Learned.NOWHERE);
        suggest(memory, "t1", FIRST);
        suggest(memory, "t2", SECOND);

        assertThat(memory.heuristics().size()).isEqualTo(2);
    }

    @Test
    void what_a_person_set_by_hand_joins_too() {
        AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
        suggest(memory, "t1", FIRST);
        facts++;
        memory.fold(facts, Instant.EPOCH, new HeuristicSet("s", "house-rule", SECOND));

        assertThat(memory.heuristics().all()).extracting(Heuristic::text).containsExactly(FIRST);
        assertThat(memory.heuristics().get(0).keys()).contains("house-rule");
    }

    @Test
    void a_grouping_says_how_facts_are_folded_and_changes_nothing_by_itself() {
        Noted noted = new Noted();
        AgentMemory memory = new AgentMemory(AGENT, noted);
        suggest(memory, "t1", FIRST);
        String before = noted.stateHash(memory);
        facts++;
        memory.fold(facts, Instant.EPOCH, new Regrouped("g", List.of(id(FIRST), id(OTHER))));

        assertThat(noted.stateHash(memory)).isEqualTo(before);
    }

    @Test
    void labels_hold_for_a_memory_that_is_brought_back() {
        Map<String, String> labels = Map.of(id(FIRST), "g", id(OTHER), "g");
        Noted noted = new Noted();
        AgentMemory memory = new AgentMemory(AGENT, labels, noted);
        suggest(memory, "t1", FIRST);
        noted.write(memory);
        AgentMemory restored = AgentMemory.restored(AGENT, noted.kept(labels), Learned.NOWHERE);
        suggest(restored, "t2", OTHER);

        assertThat(restored.heuristics().all()).extracting(Heuristic::text).containsExactly(FIRST);
    }

    private Answer suggest(AgentMemory memory, String task, String text) {
        facts++;
        return memory.fold(
                facts,
                Instant.EPOCH,
                new Evaluated(
                        Evaluation.of(AGENT, task)
                                .success(true)
                                .score(1)
                                .suggest(text)
                                .build(),
                        Source.LOCAL,
                        false,
                        true));
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word(random));
        }
        return words.toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static String id(String text) {
        return Heuristic.idOf(AGENT, text);
    }
}
