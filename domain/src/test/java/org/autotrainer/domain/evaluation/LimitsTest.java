package org.autotrainer.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit, on both of its sides. */
class LimitsTest {
    /** A field with its largest size, and how to make a value of a size. */
    private record Limit(String field, int max, IntConsumer maker) {
        @Override
        public String toString() {
            return field + " up to " + max;
        }
    }

    static Stream<Limit> limits() {
        return Stream.of(
                new Limit("agent", 200, size -> Attempt.at(text(size), "t")),
                new Limit("task_id", 200, size -> Attempt.at("a", text(size))),
                new Limit("run", 200, size -> new Attempt("a", text(size), "t", 0)),
                new Limit("attempt", 1_000_000_000, number -> new Attempt("a", "", "t", number)),
                new Limit("id", 200, size -> evaluation().id(text(size)).build()),
                new Limit(
                        "revision",
                        1_000_000_000,
                        number -> evaluation().id("e").revision(number).build()),
                new Limit("model", 200, size -> evaluation().model(text(size)).build()),
                new Limit(
                        "receipt", 200, size -> evaluation().receipt(text(size)).build()),
                new Limit("critic.id", 200, size -> new Critic(text(size), "")),
                new Limit("critic.version", 200, size -> new Critic("", text(size))),
                new Limit("suggestion", 2_000, size -> Suggestion.of(text(size))),
                new Limit("suggestion.tags", 50, size -> new Suggestion("s", list(size, "tag"))),
                new Limit(
                        "suggestions",
                        200,
                        size -> evaluation()
                                .suggest(list(size, Suggestion.of("s")))
                                .build()),
                new Limit("context.text", 20_000, size -> new Context(text(size), List.of())),
                new Limit("context.tags", 50, size -> new Context("", list(size, "tag"))),
                new Limit("context.tags", 100, size -> new Context("", List.of(text(size)))),
                new Limit(
                        "parameters",
                        200,
                        size -> evaluation().parameters(object(size)).build()),
                new Limit(
                        "marks",
                        500,
                        size -> evaluation()
                                .marks(list(size, new Mark("h", Mark.Opinion.HELPED)))
                                .build()),
                new Limit("marks.id", 200, size -> new Mark(text(size), Mark.Opinion.HURT)),
                new Limit("messages", 10_000, size -> new Conversation(list(size, said("x")), List.of())),
                new Limit("tools", 1_000, size -> new Conversation(List.of(), list(size, tool("", Map.of())))),
                new Limit("tools.name", 200, size -> new Tool(text(size), "", Map.of())),
                new Limit("tool_calls.name", 200, size -> new ToolCall("", text(size), Map.of())),
                new Limit("tool_calls.id", 200, size -> new ToolCall(text(size), "f", Map.of())),
                new Limit("messages.tool_call_id", 200, size -> new Message(Role.TOOL, "", List.of(), text(size), "")),
                new Limit("messages.name", 200, size -> new Message(Role.USER, "", List.of(), "", text(size))),
                new Limit(
                        "messages.tool_calls",
                        10_000,
                        size -> new Conversation(
                                List.of(said("x"), calls(size - 1, Map.of()), calls(1, Map.of())), List.of())),
                new Limit("metadata", 1_048_576, size -> FreeForm.copyOf("metadata", Map.of("ab", text(size - 2)))),
                new Limit(
                        "metadata",
                        100_000,
                        size -> FreeForm.copyOf("metadata", Map.of("list", Collections.nCopies(size - 1, null)))),
                new Limit("metadata", 32, levels -> FreeForm.copyOf("metadata", nested(levels))));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void the_largest_value_is_taken_and_one_more_is_refused_with_field_and_limit(Limit limit) {
        assertThatCode(() -> limit.maker().accept(limit.max())).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> limit.maker().accept(limit.max() + 1))
                .withMessageStartingWith(limit.field() + " ")
                .withMessageContaining("allowed are")
                .withMessageContaining(String.valueOf(limit.max()));
    }

    /** The parts of a conversation, each of which could be all of it. */
    static Stream<Limit> conversations() {
        return Stream.of(
                new Limit(
                        "contents",
                        3,
                        size -> new Conversation(list(size, said("👍".repeat(1 << 22))), tools(1 << 22))),
                new Limit(
                        "arguments",
                        15,
                        size -> new Conversation(
                                List.of(calls(size, Map.of("1234", List.of(text((1 << 20) - 4))))), tools(1 << 20))),
                new Limit(
                        "schemas",
                        15,
                        size -> new Conversation(
                                List.of(said(text(1 << 20))),
                                list(size, tool("", Map.of("1234", Map.of("5678", text((1 << 20) - 8))))))));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void all_texts_of_a_conversation_count_together(Limit part) {
        assertThatCode(() -> part.maker().accept(part.max())).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> part.maker().accept(part.max() + 1))
                .withMessageStartingWith("messages and tools in characters are ")
                .withMessageEndingWith("; allowed are up to 16777216");
    }

    @Test
    void numbers_below_zero_are_refused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Attempt("a", "", "t", -1))
                .withMessage("attempt is -1; allowed are 0 to 1000000000");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> evaluation().id("e").revision(-1).build())
                .withMessage("revision is -1; allowed are 0 to 1000000000");
    }

    @Test
    void a_free_form_object_that_holds_itself_is_refused() {
        Map<String, Object> circle = new LinkedHashMap<>();
        circle.put("me", circle);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", circle))
                .withMessage("metadata nests too deep; allowed are 32 levels");
    }

    @Test
    void a_free_form_object_that_unfolds_without_end_is_refused() {
        List<Object> doubling = List.of();
        for (int i = 0; i < 25; i++) {
            doubling = List.of(doubling, doubling);
        }
        Map<String, Object> bomb = Map.of("bomb", doubling);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", bomb))
                .withMessage("metadata is too large; allowed are 100000 values in all");
    }

    @Test
    void an_agent_must_be_named_and_a_task_need_not() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Attempt.at("", "t"));
        assertThat(Attempt.at("a", "").taskId()).isEmpty();
    }

    private static EvaluationBuilder evaluation() {
        return Evaluation.of("a", "t");
    }

    private static String text(int size) {
        return "x".repeat(size);
    }

    private static <T> List<T> list(int size, T element) {
        return Collections.nCopies(size, element);
    }

    private static Map<String, Object> object(int size) {
        Map<String, Object> object = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(i -> object.put("p" + i, i));
        return object;
    }

    private static Map<String, Object> nested(int levels) {
        Object value = List.of();
        for (int level = levels - 1; level > 1; level--) {
            value = level % 2 == 0 ? Map.of("deeper", value) : List.of(value);
        }
        return Map.of("deeper", value);
    }

    private static Message said(String content) {
        return Message.of(Role.USER, content);
    }

    private static Message calls(int size, Map<String, Object> arguments) {
        ToolCall call = new ToolCall("", "f", arguments);
        return new Message(Role.ASSISTANT, "", new ArrayList<>(list(size, call)), "", "");
    }

    private static Tool tool(String description, Map<String, Object> parameters) {
        return new Tool("f", description, parameters);
    }

    private static List<Tool> tools(int length) {
        return List.of(tool(text(length), Map.of()));
    }
}
