package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.domain.dataset.Talk.agent;
import static org.autotrainer.domain.dataset.Talk.answer;
import static org.autotrainer.domain.dataset.Talk.call;
import static org.autotrainer.domain.dataset.Talk.calls;
import static org.autotrainer.domain.dataset.Talk.system;
import static org.autotrainer.domain.dataset.Talk.talk;
import static org.autotrainer.domain.dataset.Talk.user;

import java.util.List;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Tool;
import org.junit.jupiter.api.Test;

class PairingTest {
    @Test
    void attempts_are_paired_at_the_first_turn_that_differs() {
        Pair pair = paired(
                talk(system("S"), user("U"), agent("A"), user("V"), agent("good"), user("thanks"), agent("bye")),
                talk(system("S"), user("U"), agent("A"), user("V"), agent("bad"), user("what?")));
        assertThat(pair.prompt()).containsExactly(system("S"), user("U"), agent("A"), user("V"));
        assertThat(pair.chosen()).isEqualTo(agent("good"));
        assertThat(pair.rejected()).isEqualTo(agent("bad"));
        assertThat(pair.tools()).isEmpty();
        assertThat(pair.mends()).isEmpty();
    }

    @Test
    void a_turn_may_be_a_tool_call_and_follow_a_tool() {
        Pair pair = paired(
                talk(user("U"), calls(call("1", "find")), answer("1", "x"), calls(call("2", "cancel"))),
                talk(user("U"), calls(call("9", "find")), answer("9", "x"), agent("I cannot."), user("?")));
        assertThat(pair.prompt()).hasSize(3);
        assertThat(pair.chosen().toolCalls()).containsExactly(call("2", "cancel"));
        assertThat(pair.rejected()).isEqualTo(agent("I cannot."));
        assertThat(pair.tools()).extracting(Tool::name).containsExactly("cancel", "find");
        assertThat(pair.mends()).extracting(Finding::code).containsExactly("tools_inferred");
    }

    @Test
    void ids_of_calls_count_for_nothing() {
        assertThat(rejected(
                        talk(user("U"), calls(call("1", "find")), answer("1", "x"), agent("A")),
                        talk(user("U"), calls(call("2", "find")), answer("2", "x"), agent("A"))))
                .isEqualTo("no_difference");
    }

    @Test
    void ids_of_the_turns_differ_from_those_of_the_prompt() {
        Pair pair = paired(
                talk(user("U"), calls(call("1", "find")), answer("1", "x"), calls(call("1", "cancel"))),
                talk(user("U"), calls(call("3", "find")), answer("3", "x"), calls(call("1", "keep"))));
        assertThat(pair.chosen().toolCalls().get(0).id()).isEqualTo("1_2");
        assertThat(pair.rejected().toolCalls().get(0).id()).isEqualTo("1_2");
        assertThat(pair.mends()).extracting(Finding::code).containsExactly("tools_inferred", "ids_renumbered");
    }

    @Test
    void without_a_common_prompt_there_is_no_pair() {
        assertThat(Pairing.pair(talk(user("U"), agent("A")), talk(user("V"), agent("B"))))
                .isEqualTo(Checked.rejected(
                        "first_user_differs", "the first user messages differ: there is no common prompt"));
        assertThat(rejected(talk(system("S"), user("U"), agent("A")), talk(system("T"), user("U"), agent("B"))))
                .isEqualTo("system_differs");
        assertThat(rejected(talk(system("S"), user("U"), agent("A")), talk(user("U"), agent("B"))))
                .isEqualTo("roles_differ");
        assertThat(rejected(
                        new Conversation(List.of(user("U"), agent("A")), List.of(Talk.CANCEL)),
                        talk(user("U"), agent("B"))))
                .isEqualTo("tools_differ");
    }

    @Test
    void where_the_world_differs_first_no_turn_is_to_blame() {
        assertThat(rejected(
                        talk(user("U"), agent("A"), user("V"), agent("good")),
                        talk(user("U"), agent("A"), user("W"), agent("bad"))))
                .isEqualTo("user_differs");
        assertThat(rejected(
                        talk(user("U"), calls(call("1", "x")), answer("1", "up"), agent("good")),
                        talk(user("U"), calls(call("1", "x")), answer("1", "down"), agent("bad"))))
                .isEqualTo("tool_differs");
        assertThat(rejected(talk(user("U"), agent("A"), user("V")), talk(user("U"), agent("A"))))
                .isEqualTo("no_difference");
    }

    @Test
    void turns_that_differ_in_white_space_only_are_the_same() {
        assertThat(rejected(talk(user("U"), agent("A \n")), talk(user("U"), agent("A"))))
                .isEqualTo("same_turn");
    }

    @Test
    void turns_before_any_user_speaks_are_not_paired() {
        assertThat(rejected(talk(agent("Hi"), user("U")), talk(agent("Hello"), user("U"))))
                .isEqualTo("no_user");
        assertThat(rejected(talk(user("U"), agent("A"), agent("B")), talk(user("U"), agent("A"), agent("C"))))
                .isEqualTo("no_prompt");
    }

    @Test
    void a_broken_prompt_is_not_paired() {
        assertThat(rejected(
                        talk(user("U"), calls(call("1", "x")), agent("good")),
                        talk(user("U"), calls(call("1", "x")), agent("bad"))))
                .isEqualTo("unanswered_call");
    }

    @Test
    void what_follows_the_turns_may_be_broken() {
        paired(
                talk(user("U"), agent("good"), calls(call("1", "x"))),
                talk(user("U"), agent("bad"), answer("7", "x"), user("?")));
    }

    @Test
    void empty_turns_are_no_difference() {
        Pair pair = paired(talk(user("U"), agent(""), agent("good")), talk(user("U"), agent("bad")));
        assertThat(pair.chosen()).isEqualTo(agent("good"));
        assertThat(pair.mends()).extracting(Finding::code).containsExactly("empty_turn");
    }

    private static Pair paired(Conversation succeeded, Conversation failed) {
        Checked<Pair> checked = Pairing.pair(succeeded, failed);
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted<Pair>) checked).value();
    }

    private static String rejected(Conversation succeeded, Conversation failed) {
        Checked<Pair> checked = Pairing.pair(succeeded, failed);
        assertThat(checked).isInstanceOf(Checked.Rejected.class);
        return ((Checked.Rejected<Pair>) checked).reason().code();
    }
}
