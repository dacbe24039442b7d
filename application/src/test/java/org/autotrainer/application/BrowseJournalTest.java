package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.BrowseJournal.Item;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.learning.Chance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowseJournalTest {
    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore(Chance.keyOf("journal")));

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void the_newest_fact_comes_first_and_pages_meet_without_gaps() {
        for (int i = 1; i <= 7; i++) {
            loop.train(Evaluation.of("a", "t" + i).build());
        }

        List<Long> positions = new ArrayList<>();
        Page<Item> page = loop.journal().list("a", "", 3);
        page.items().forEach(item -> positions.add(item.position()));
        while (page.following().isPresent()) {
            page = loop.journal().list("a", page.following().get(), 3);
            page.items().forEach(item -> positions.add(item.position()));
        }

        assertThat(positions).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void the_facts_that_come_meanwhile_do_not_move_the_next_page() {
        for (int i = 1; i <= 4; i++) {
            loop.train(Evaluation.of("a", "t" + i).build());
        }
        String next = loop.journal().list("a", "", 2).following().orElseThrow();
        loop.train(Evaluation.of("a", "t5").build());

        assertThat(loop.journal().list("a", next, 2).items())
                .extracting(Item::taskId)
                .containsExactly("t2", "t1");
    }

    @Test
    void each_kind_of_fact_is_told_in_a_sentence() {
        loop.train(Evaluation.of("a", "t1")
                .critic("pytest", "9")
                .score(0.3)
                .suggest("Look first")
                .suggest("Ask then")
                .build());
        loop.train(Evaluation.of("a", "t2").outcome(Outcome.ERROR).build());
        loop.recall(new RecallHeuristics.Request(
                "r", "a", "", "t3", 0, new ContextBody("look", List.of()), "", 200, "block", "off", null));
        loop.heuristics().set("a", "tone", "Be brief");
        String id = loop.heuristics().list("a", "", 1).items().get(0).id();
        loop.curation().pin("a", id);
        loop.settings().change("a", new ConfigureAgent.Request(Map.of(), "off", null, null));
        String target = loop.suggestions()
                .list("a", "pending", "", "", 1)
                .items()
                .get(0)
                .id();
        loop.suggestions().dismiss("a", target);
        loop.retractions()
                .retract(new RetractFacts.Request("a", null, null, "pytest", null, null, null, null, null, null, null));

        assertThat(loop.journal().list("a", "", 50).items())
                .extracting(Item::summary)
                .containsExactly(
                        "retracted: critic pytest",
                        "dismissed: fine_tune_dataset training_target_t1",
                        "explore is off",
                        "pin: heuristic " + id,
                        "set tone: Be brief",
                        "showed 2 heuristics, withheld 0, "
                                + loop.report().report("a").cost().tokens() + " tokens",
                        "could not be judged, score 0.50",
                        "failed, score 0.30, judged by pytest, 2 suggestions");
    }

    @Test
    void an_agent_without_facts_has_an_empty_journal() {
        assertThat(loop.journal().list("nobody", "", 10)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void a_limit_or_a_cursor_that_is_none_is_refused() {
        assertThatThrownBy(() -> loop.journal().list("a", "", 501)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> loop.journal().list("a", "x", 10)).isInstanceOf(InvalidValueException.class);
    }
}
