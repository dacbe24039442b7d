package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.MessageBody.ToolCallBody;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    @Test
    void numbers_keep_their_kind() {
        assertThat(StrictJson.value("[1, 5000000000, 99999999999999999999, 1.5, 1e3, true, null, \"x\", {}]"))
                .isEqualTo(java.util.Arrays.asList(
                        1,
                        5_000_000_000L,
                        new BigInteger("99999999999999999999"),
                        1.5,
                        1000.0,
                        true,
                        null,
                        "x",
                        Map.of()));
    }

    @Test
    void a_whole_number_is_a_score() {
        assertThat(StrictJson.evaluation(Piece.of("{\"task_id\":\"t\",\"score\":1}"))
                        .score())
                .isEqualTo(1.0);
    }

    @Test
    void null_is_absent() {
        EvaluationBody body =
                StrictJson.evaluation(Piece.of("{\"task_id\":\"t\",\"score\":null,\"critic\":null,\"messages\":null}"));

        assertThat(body.score()).isNull();
        assertThat(body.critic()).isNull();
        assertThat(body.messages()).isNull();
    }

    @Test
    void arguments_of_tool_calls_may_be_a_text_that_holds_an_object() {
        String flat = "{\"name\":\"f\",\"arguments\":\"{\\\"a\\\": [1, null]}\"}";
        String nested =
                "{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\": [1, null]}\"}}";
        String object = "{\"name\":\"f\",\"arguments\":{\"a\":[1,null]}}";
        Map<String, Object> expected = Map.of("a", java.util.Arrays.asList(1, null));

        assertThat(call(flat).arguments()).isEqualTo(expected);
        assertThat(call(nested).function().arguments()).isEqualTo(expected);
        assertThat(call(object).arguments()).isEqualTo(expected);
        assertThat(call("{\"name\":\"f\",\"arguments\":\"\"}").arguments()).isEmpty();
        assertThat(call("{\"name\":\"f\"}").arguments()).isNull();
    }

    @Test
    void an_embedded_text_that_is_not_json_is_refused() {
        for (String text : List.of("", "{", "{}{}", "nope", "{\"a\":1,\"a\":2}", "[NaN]")) {
            assertThatThrownBy(() -> StrictJson.value(text))
                    .as(text)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageNotContaining("fasterxml");
        }
    }

    private static ToolCallBody call(String call) {
        String record = "{\"task_id\":\"t\",\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[" + call + "]}]}";
        return StrictJson.evaluation(Piece.of(record))
                .messages()
                .get(0)
                .toolCalls()
                .get(0);
    }
}
