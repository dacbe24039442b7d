package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String TOLD = "cursor is not one that this list gave";

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "x", "1.5", "AAAAAAAAAAAx", "AAAAAAAAAAA", "AAAA=", "\u0000", "ä"})
    void what_no_list_gave_is_no_cursor(String cursor) {
        assertThatThrownBy(() -> new Cursor("lessons", "a").number(cursor))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(TOLD);
    }

    @Test
    void the_place_of_a_cursor_is_the_one_that_it_was_made_for() {
        Cursor cursor = new Cursor("heuristics", "a", "");

        assertThat(cursor.place(cursor.at("3 äöü 🙂"))).isEqualTo("3 äöü 🙂");
    }

    @Test
    void a_cursor_of_another_list_or_agent_or_filter_is_not_taken() {
        String foreign = new Cursor("heuristics", "a", "b").at("7");

        for (Cursor other : List.of(
                new Cursor("lessons", "a", "b"),
                new Cursor("heuristics", "ab", ""),
                new Cursor("heuristics", "a", "c"),
                new Cursor("heuristics", "a"))) {
            assertThatThrownBy(() -> other.place(foreign)).hasMessageStartingWith(TOLD);
        }
    }

    @Test
    void a_cursor_that_was_changed_is_not_taken() {
        Cursor cursors = new Cursor("lessons", "a");
        String cursor = cursors.at("1234567");
        for (int i = 0; i < cursor.length(); i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.place(changed)).hasMessageStartingWith(TOLD);
        }
    }

    @Test
    void heuristics_by_id_come_each_exactly_once_while_facts_arrive() {
        for (int task = 0; task < 40; task++) {
            suggest("before-" + task, "Advice before number " + "x".repeat(task + 1));
        }
        List<String> before = ids(loop.heuristics().list("a", "", "id", "", 500));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int round = 0;
        do {
            Page<BrowseHeuristics.Item> page = loop.heuristics().list("a", "", "id", cursor, 3);
            seen.addAll(ids(page));
            cursor = page.following().orElse("");
            suggest("again-" + round, "Advice before number " + "x".repeat(++round));
            suggest("new-" + round, "Something else " + "y".repeat(round));
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void heuristics_by_support_are_not_told_twice_while_facts_arrive() {
        for (int task = 0; task < 20; task++) {
            suggest("before-" + task, "Advice before number " + "x".repeat(task + 1));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Page<BrowseHeuristics.Item> page = loop.heuristics().list("a", cursor, 3);
            seen.addAll(ids(page));
            cursor = page.following().orElse("");
            suggest("more-" + seen.size(), "Advice before number x");
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void heuristics_can_be_listed_by_status() {
        suggest("t1", "Look first");
        suggest("t2", "Ask politely");
        String pinned = loop.heuristics().list("a", "", 1).items().get(0).id();
        loop.curation().pin("a", pinned);

        assertThat(ids(loop.heuristics().list("a", "pinned", "", "", 10))).containsExactly(pinned);
        assertThat(ids(loop.heuristics().list("a", "candidate", "", "", 10)))
                .hasSize(1)
                .doesNotContain(pinned);
        assertThatThrownBy(() -> loop.heuristics().list("a", "asleep", "", "", 10))
                .hasMessage("status is \"asleep\"; allowed are candidate, trial, active, retired, pinned, quarantined");
        assertThatThrownBy(() -> loop.heuristics().list("a", "", "text", "", 10))
                .hasMessage("sort is \"text\"; allowed are support, id");
    }

    private void suggest(String task, String text) {
        loop.train(Evaluation.of("a", task).suggest(text).build());
    }

    private static List<String> ids(Page<BrowseHeuristics.Item> page) {
        return page.items().stream().map(BrowseHeuristics.Item::id).toList();
    }
}
