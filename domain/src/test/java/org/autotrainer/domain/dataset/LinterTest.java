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
import java.util.Map;
import java.util.stream.IntStream;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;
import org.junit.jupiter.api.Test;

class LinterTest {
    @Test
    void a_sound_conversation_stays_as_it_is() {
        Conversation sound = new Conversation(
                List.of(
                        system("You book flights."),
                        user("Cancel EHGLP3"),
                        calls(call("a", "cancel")),
                        new Message(Role.TOOL, "ok", List.of(), "a", "cancel"),
                        agent("Done.")),
                List.of(Talk.CANCEL));
        assertThat(accepted(sound)).isEqualTo(new Example(sound, List.of()));
    }

    @Test
    void the_tail_is_cut_back_to_the_last_words_of_the_assistant() {
        Example example = accepted(talk(user("Hi"), agent("Hello"), user("Bye")));
        assertThat(example.conversation().messages()).containsExactly(user("Hi"), agent("Hello"));
        assertThat(example.mends())
                .containsExactly(new Finding("tail_cut", "1 message cut after the assistant's last words"));
    }

    @Test
    void the_tail_is_never_cut_inside_a_tool_exchange() {
        Example example = accepted(
                talk(user("Hi"), agent("Hello"), user("Cancel"), calls(call("a", "cancel")), answer("a", "ok")));
        assertThat(example.conversation().messages()).containsExactly(user("Hi"), agent("Hello"));
        Example open = accepted(talk(user("Hi"), agent("Hello"), user("Cancel"), calls(call("a", "cancel"))));
        assertThat(open.conversation().messages()).containsExactly(user("Hi"), agent("Hello"));
    }

    @Test
    void without_words_of_the_assistant_nothing_is_left() {
        assertThat(rejected(talk(user("Hi")))).isEqualTo("no_answer");
        assertThat(rejected(talk(user("Hi"), calls(call("a", "cancel")), answer("a", "ok"))))
                .isEqualTo("no_answer");
        assertThat(rejected(Conversation.NONE)).isEqualTo("no_conversation");
        assertThat(rejected(talk(agent(" ")))).isEqualTo("no_conversation");
        assertThat(rejected(talk(system("Greet."), agent("Hello")))).isEqualTo("no_user");
        assertThat(rejected(talk(user(" "), agent("A cat, on a sofa.")))).isEqualTo("no_user");
    }

    @Test
    void empty_turns_of_the_assistant_are_left_out() {
        Example example = accepted(talk(user("Hi"), agent(" \n"), agent("Hello"), agent("")));
        assertThat(example.conversation().messages()).containsExactly(user("Hi"), agent("Hello"));
        assertThat(codes(example)).containsExactly("empty_turn");
    }

    @Test
    void a_call_is_answered_once_before_anybody_else_speaks() {
        assertThat(rejected(talk(user("Hi"), calls(call("a", "x")), user("?"), answer("a", "ok"), agent("Done"))))
                .isEqualTo("unanswered_call");
        assertThat(rejected(talk(user("Hi"), calls(call("a", "x")), agent("Done"))))
                .isEqualTo("unanswered_call");
        assertThat(rejected(talk(user("Hi"), calls(call("a", "x"), call("b", "x")), answer("b", "ok"), agent("Done"))))
                .isEqualTo("unanswered_call");
        assertThat(rejected(
                        talk(user("Hi"), calls(call("a", "x")), answer("a", "ok"), answer("a", "ok"), agent("Done"))))
                .isEqualTo("orphan_answer");
        assertThat(rejected(talk(user("Hi"), answer("a", "ok"), agent("Done")))).isEqualTo("orphan_answer");
    }

    @Test
    void calls_of_one_turn_may_be_answered_in_any_order() {
        Example example = accepted(talk(
                user("Hi"), calls(call("a", "x"), call("b", "y")), answer("b", "2"), answer("a", "1"), agent("Done")));
        assertThat(ids(example)).containsExactly("a", "b", "b", "a");
        assertThat(example.conversation().messages()).extracting(Message::name).containsExactly("", "", "y", "x", "");
    }

    @Test
    void ids_that_occur_again_are_renumbered_with_their_answers() {
        Example example = accepted(talk(
                user("Hi"),
                calls(call("a", "x")),
                answer("a", "1"),
                calls(call("a", "x"), call("a", "y")),
                answer("a", "2"),
                answer("a", "3"),
                calls(call("a_2", "x")),
                answer("a_2", "4"),
                agent("Done")));
        assertThat(ids(example)).containsExactly("a", "a", "a_2", "a_3", "a_2", "a_3", "a_2_2", "a_2_2");
        assertThat(codes(example)).containsExactly("tools_inferred", "ids_renumbered");
    }

    @Test
    void missing_ids_are_made_for_call_and_answer() {
        Example example = accepted(talk(
                user("Hi"),
                calls(call("", "x"), call("", "y")),
                new Message(Role.TOOL, "2", List.of(), "", "y"),
                answer("", "1"),
                calls(call("call_1", "x")),
                answer("call_1", "3"),
                agent("Done")));
        assertThat(ids(example)).containsExactly("call_1", "call_2", "call_2", "call_1", "call_1_2", "call_1_2");
        assertThat(codes(example)).contains("ids_made", "ids_renumbered");
    }

    @Test
    void an_id_of_the_greatest_length_can_be_renumbered() {
        String id = "i".repeat(200);
        Example example = accepted(talk(
                user("Hi"),
                calls(call(id, "x")),
                answer(id, "1"),
                calls(call(id, "x")),
                answer(id, "2"),
                agent("Done")));
        assertThat(ids(example)).containsExactly(id, id, "call_2", "call_2");
    }

    @Test
    void tools_are_inferred_from_the_calls_where_the_source_names_none() {
        Example example = accepted(talk(
                user("Hi"), calls(call("a", "y"), call("b", "x")), answer("a", "1"), answer("b", "1"), agent("Done")));
        Map<String, Object> open = Map.of("type", "object");
        assertThat(example.conversation().tools()).containsExactly(new Tool("x", "", open), new Tool("y", "", open));
        assertThat(example.mends())
                .containsExactly(new Finding(
                        "tools_inferred", "the source names no tools: x, y inferred from calls, with open parameters"));
    }

    @Test
    void a_tool_that_is_not_there_cannot_be_called() {
        assertThat(rejected(new Conversation(
                        List.of(user("Hi"), calls(call("a", "x")), answer("a", "1"), agent("Done")),
                        List.of(Talk.CANCEL))))
                .isEqualTo("unknown_tool");
    }

    @Test
    void names_of_tools_that_trainers_refuse_are_changed_everywhere() {
        Tool dotted = new Tool("flights.cancel é", "", Map.of());
        Example example = accepted(new Conversation(
                List.of(
                        user("Hi"),
                        calls(call("a", "flights.cancel é")),
                        new Message(Role.TOOL, "1", List.of(), "a", "flights.cancel é"),
                        agent("Done")),
                List.of(dotted, dotted)));
        assertThat(example.conversation().tools()).extracting(Tool::name).containsExactly("flights_cancel__");
        assertThat(example.conversation().messages().get(1).toolCalls().get(0).name())
                .isEqualTo("flights_cancel__");
        assertThat(example.conversation().messages().get(2).name()).isEqualTo("flights_cancel__");
        assertThat(codes(example)).containsExactly("tool_repeated", "tool_renamed");
    }

    @Test
    void names_of_tools_that_become_the_same_are_refused() {
        assertThat(rejected(new Conversation(
                        List.of(user("Hi"), agent("Done")),
                        List.of(new Tool("a.b", "", Map.of()), new Tool("a_b", "", Map.of())))))
                .isEqualTo("tool_names_clash");
    }

    @Test
    void there_are_at_most_128_tools() {
        assertThat(accepted(withTools(128)).conversation().tools()).hasSize(128);
        assertThat(rejected(withTools(129))).isEqualTo("too_many_tools");
    }

    @Test
    void names_of_tools_have_at_most_64_characters() {
        assertThat(codes(accepted(new Conversation(
                        List.of(user("Hi"), agent("Done")), List.of(new Tool("t".repeat(64), "", Map.of()))))))
                .isEmpty();
        assertThat(accepted(new Conversation(
                                List.of(user("Hi"), agent("Done")), List.of(new Tool("t".repeat(65), "", Map.of()))))
                        .conversation()
                        .tools()
                        .get(0)
                        .name())
                .hasSize(64);
    }

    @Test
    void arguments_that_nobody_could_read_teach_nothing() {
        ToolCall unread = new ToolCall("a", "x", Map.of(Linter.UNREAD_ARGUMENTS, "{\"code\":"));
        assertThat(rejected(talk(user("Hi"), calls(unread), answer("a", "error"), agent("Done"))))
                .isEqualTo("unread_arguments");
    }

    private static Conversation withTools(int number) {
        return new Conversation(
                List.of(user("Hi"), agent("Done")),
                IntStream.range(0, number)
                        .mapToObj(i -> new Tool("t" + i, "", Map.of()))
                        .toList());
    }

    private static Example accepted(Conversation conversation) {
        Checked<Example> checked = Linter.lint(conversation);
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted<Example>) checked).value();
    }

    private static String rejected(Conversation conversation) {
        Checked<Example> checked = Linter.lint(conversation);
        assertThat(checked).isInstanceOf(Checked.Rejected.class);
        return ((Checked.Rejected<Example>) checked).reason().code();
    }

    private static List<String> codes(Example example) {
        return example.mends().stream().map(Finding::code).toList();
    }

    /** The ids of calls and answers, in order. */
    private static List<String> ids(Example example) {
        return example.conversation().messages().stream()
                .flatMap(message -> message.role() == Role.TOOL
                        ? List.of(message.toolCallId()).stream()
                        : message.toolCalls().stream().map(ToolCall::id))
                .toList();
    }
}
