package org.autotrainer.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that stand on the wire and in stores. */
class WordsTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_is_found_by_its_word(Role role) {
        assertThat(Role.of(role.word())).isEqualTo(role);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void an_outcome_is_found_by_its_word(Outcome outcome) {
        assertThat(Outcome.of(outcome.word())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Mark.Opinion.class)
    void an_opinion_is_found_by_its_word(Mark.Opinion opinion) {
        assertThat(Mark.Opinion.of(opinion.word())).isEqualTo(opinion);
    }

    @Test
    void the_words_are_these() {
        assertThat(List.of(Role.values())).map(Role::word).containsExactly("system", "user", "assistant", "tool");
        assertThat(List.of(Outcome.values())).map(Outcome::word).containsExactly("measured", "error");
        assertThat(List.of(Mark.Opinion.values())).map(Mark.Opinion::word).containsExactly("helped", "hurt", "neutral");
    }

    @Test
    void a_developer_speaks_as_the_system() {
        assertThat(Role.of("developer")).isEqualTo(Role.SYSTEM);
    }

    @Test
    void unknown_words_are_refused_with_those_that_are_allowed() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Role.of("User"))
                .withMessage("role is \"User\"; allowed are system, user, assistant and tool");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Outcome.of(""))
                .withMessage("outcome is \"\"; allowed are measured and error");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Mark.Opinion.of("good"))
                .withMessage("mark is \"good\"; allowed are helped, hurt and neutral");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ASSISTANT")
    void only_an_assistant_calls_tools(Role role) {
        List<ToolCall> calls = List.of(new ToolCall("1", "search", Map.of()));

        assertThat(new Message(Role.ASSISTANT, "", calls, "", "").toolCalls()).hasSize(1);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Message(role, "", calls, "", ""))
                .withMessage("messages.tool_calls stands at a message of role " + role.word()
                        + "; only an assistant calls tools");
    }
}
