package org.autotrainer.application.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.application.format.Telemetry.AGENT;
import static org.autotrainer.application.format.Telemetry.CALL;
import static org.autotrainer.application.format.Telemetry.TRACE;
import static org.autotrainer.application.format.Telemetry.agent;
import static org.autotrainer.application.format.Telemetry.attributes;
import static org.autotrainer.application.format.Telemetry.call;
import static org.autotrainer.application.format.Telemetry.failure;
import static org.autotrainer.application.format.Telemetry.judgement;
import static org.autotrainer.application.format.Telemetry.logs;
import static org.autotrainer.application.format.Telemetry.span;
import static org.autotrainer.application.format.Telemetry.traces;
import static org.autotrainer.application.format.Telemetry.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.autotrainer.application.spi.EvaluationFormat.Reading;
import org.autotrainer.application.spi.EvaluationFormat.Source;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTest {
    private static final Source SOURCE = new Source("default", "", "", Map.of(), StrictJson::parse);

    @Test
    void a_judgement_becomes_an_evaluation_of_the_span_that_it_names() {
        Evaluation evaluation = only(traces(call(), agent()), logs(failure("The refund was missed.")));
        assertThat(evaluation.attempt().agent()).isEqualTo("support");
        assertThat(evaluation.attempt().taskId()).isEqualTo("refund-7");
        assertThat(evaluation.attempt().run()).isEqualTo(TRACE);
        assertThat(evaluation.critic().id()).isEqualTo("judge");
        assertThat(evaluation.success()).isFalse();
        assertThat(evaluation.score()).isZero();
        assertThat(evaluation.model()).isEqualTo("small-1");
        assertThat(evaluation.parameters()).isEqualTo(Map.of("temperature", 0.5));
        assertThat(evaluation.context().text()).isEqualTo("My cup is broken.");
        assertThat(evaluation.conversation().messages())
                .containsExactly(
                        Message.of(Role.SYSTEM, "Be kind."),
                        Message.of(Role.USER, "My cup is broken."),
                        Message.of(Role.ASSISTANT, "Sorry!"));
        assertThat(evaluation.occurredAt()).isPresent();
    }

    @Test
    void a_judgement_may_be_an_event_of_the_span_itself() {
        Map<String, Object> event = Map.of(
                "name",
                "gen_ai.evaluation.result",
                "attributes",
                attributes("gen_ai.evaluation.name", "judge", "gen_ai.evaluation.score.label", "pass"));
        Evaluation evaluation = only(traces(call(), with(agent(), "events", List.of(event))));
        assertThat(evaluation.success()).isTrue();
        assertThat(evaluation.score()).isEqualTo(Evaluation.DEFAULT_SCORE);
    }

    @Test
    void the_same_judgement_twice_is_one() {
        assertThat(read(traces(agent()), logs(failure("Missed."), failure("Missed.")), logs(failure("Missed."))))
                .hasSize(1);
    }

    @Test
    void the_order_makes_no_difference() {
        List<Map<String, Object>> requests = new ArrayList<>(
                List.of(traces(call()), traces(agent()), logs(failure("Missed.")), logs(failure("Wrong cup."))));
        List<Evaluation> inOrder = read(requests);
        Collections.reverse(requests);
        assertThat(read(requests)).containsExactlyInAnyOrderElementsOf(inOrder);
    }

    @Test
    void a_judgement_without_a_span_goes_by_the_response() {
        Map<String, Object> record = with(
                with(
                        judgement(
                                "",
                                "gen_ai.evaluation.name",
                                "judge",
                                "gen_ai.evaluation.score.label",
                                "pass",
                                "gen_ai.response.id",
                                "answer-1"),
                        "traceId",
                        ""),
                "spanId",
                "");
        assertThat(only(logs(record), traces(call(), agent())).attempt().taskId())
                .isEqualTo("refund-7");
    }

    @ParameterizedTest
    @CsvSource({"1", "'1'", "1.0"})
    void a_whole_score_may_come_as_any_kind_of_number(String score) {
        Object value = score.contains(".") ? Map.of("doubleValue", 1.0) : Map.of("intValue", score);
        Evaluation evaluation =
                only(logs(judgement(AGENT, "gen_ai.evaluation.name", "judge", "gen_ai.evaluation.score.value", value)));
        assertThat(evaluation.success()).isTrue();
        assertThat(evaluation.score()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0", "-1", "NaN"})
    void a_score_of_another_range_is_not_guessed_at(String score) {
        Evaluation evaluation = only(logs(judgement(
                AGENT,
                "gen_ai.evaluation.name",
                "judge",
                "gen_ai.evaluation.score.value",
                Map.of("doubleValue", score))));
        assertThat(evaluation.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(evaluation.metadata()).containsKey("not_measured");
    }

    @Test
    void where_lower_is_better_the_score_is_not_ours() {
        Evaluation evaluation = only(logs(judgement(
                AGENT,
                "gen_ai.evaluation.name",
                "Toxicity",
                "gen_ai.evaluation.score.value",
                0.9,
                "gen_ai.evaluation.score.label",
                "fail")));
        assertThat(evaluation.success()).isFalse();
        assertThat(evaluation.score()).isEqualTo(Evaluation.DEFAULT_SCORE);
    }

    @Test
    void a_critic_that_failed_has_not_measured() {
        Evaluation evaluation =
                only(logs(judgement(AGENT, "gen_ai.evaluation.name", "judge", "error.type", "JudgeDown")));
        assertThat(evaluation.outcome()).isEqualTo(Outcome.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "429,ERROR",
        "503,ERROR",
        "java.net.SocketTimeoutException,ERROR",
        "RateLimitError,ERROR",
        "400,MEASURED",
        "AssertionError,MEASURED",
        "'',MEASURED"
    })
    void an_attempt_that_was_ended_from_outside_was_not_measured(String type, Outcome outcome) {
        Map<String, Object> failed = with(
                agent(type.isEmpty() ? new Object[0] : new Object[] {"error.type", type}),
                "status",
                Map.of("code", 2, "message", "task failed"));
        assertThat(only(traces(failed), logs(failure("No answer."))).outcome()).isEqualTo(outcome);
    }

    @Test
    void of_an_explanation_only_the_advice_is_taken() {
        assertThat(only(traces(agent()), logs(failure("The refund was missed. Always look up the order first.")))
                        .advice())
                .containsExactly("Always look up the order first.");
        assertThat(only(traces(agent()), logs(failure("final database state differs from the expected one")))
                        .advice())
                .isEmpty();
        assertThat(only(traces(agent()), logs(failure("The agent should have asked for the date.")))
                        .advice())
                .containsExactly("The agent should have asked for the date.");
    }

    @Test
    void advice_receipt_agent_and_parameters_may_be_given_as_ours() {
        Evaluation evaluation = only(
                traces(agent(
                        "autotrainer.receipt",
                        "receipt-1",
                        "autotrainer.agent",
                        "desk",
                        "autotrainer.parameter.retries",
                        3)),
                logs(judgement(
                        AGENT,
                        "gen_ai.evaluation.name",
                        "judge",
                        "gen_ai.evaluation.score.label",
                        "fail",
                        "autotrainer.suggestions",
                        List.of("Look up the order", "Be brief"))));
        assertThat(evaluation.receipt()).isEqualTo("receipt-1");
        assertThat(evaluation.attempt().agent()).isEqualTo("desk");
        assertThat(evaluation.advice()).containsExactly("Look up the order", "Be brief");
        assertThat(evaluation.parameters()).containsEntry("retries", 3L);
    }

    @Test
    void open_inference_spreads_messages_and_judgements_over_attributes() {
        Map<String, Object> chain = span(
                AGENT,
                "",
                "openinference.span.kind",
                "AGENT",
                "agent.name",
                "support",
                "metadata",
                "{\"task_id\":7,\"trial\":2}",
                "tag.tags",
                List.of("refund"),
                "trace.evaluations.0.evaluation.name",
                "judge",
                "trace.evaluations.0.evaluation.score",
                1,
                "trace.evaluations.0.evaluation.label",
                "pass",
                "trace.annotations.0.annotation.name",
                "judge",
                "trace.annotations.0.annotation.score",
                1,
                "trace.annotations.0.annotation.label",
                "pass");
        Map<String, Object> llm = span(
                CALL,
                AGENT,
                "openinference.span.kind",
                "LLM",
                "llm.model_name",
                "small-1",
                "llm.invocation_parameters",
                "{\"temperature\":0,\"model\":\"small-1\"}",
                "llm.input_messages.10.message.role",
                "tool",
                "llm.input_messages.10.message.tool_call_id",
                "c1",
                "llm.input_messages.10.message.content",
                "42",
                "llm.input_messages.2.message.role",
                "assistant",
                "llm.input_messages.2.message.tool_calls.0.tool_call.id",
                "c1",
                "llm.input_messages.2.message.tool_calls.0.tool_call.function.name",
                "find",
                "llm.input_messages.2.message.tool_calls.0.tool_call.function.arguments",
                "{\"q\":\"cup\"}",
                "llm.input_messages.0.message.role",
                "user",
                "llm.input_messages.0.message.contents.0.message_content.text",
                "How many cups?",
                "llm.output_messages.0.message.role",
                "assistant",
                "llm.output_messages.0.message.content",
                "42 cups.");
        Evaluation evaluation = only(traces(llm, chain));
        assertThat(evaluation.attempt().taskId()).isEqualTo("7");
        assertThat(evaluation.attempt().number()).isEqualTo(2);
        assertThat(evaluation.context().tags()).containsExactly("refund");
        assertThat(evaluation.parameters()).isEqualTo(Map.of("temperature", 0L));
        assertThat(evaluation.conversation().messages())
                .extracting(Message::content)
                .containsExactly("How many cups?", "", "42", "42 cups.");
        assertThat(evaluation
                        .conversation()
                        .messages()
                        .get(1)
                        .toolCalls()
                        .get(0)
                        .arguments())
                .isEqualTo(Map.of("q", "cup"));
    }

    @Test
    void an_evaluator_judges_what_its_link_names() {
        Map<String, Object> evaluator = with(
                with(
                        span(
                                "00000000000000aa",
                                "",
                                "openinference.span.kind",
                                "EVALUATOR",
                                "evaluations.0.evaluation.name",
                                "judge",
                                "evaluations.0.evaluation.label",
                                "fail"),
                        "traceId",
                        "0123456789abcdef0123456789abcdef"),
                "links",
                List.of(Map.of("traceId", TRACE, "spanId", AGENT)));
        assertThat(only(traces(evaluator), traces(agent(), call())).attempt().taskId())
                .isEqualTo("refund-7");
    }

    @Test
    void messages_may_come_apart_from_their_span() {
        Map<String, Object> details = with(
                judgement(
                        CALL,
                        "gen_ai.input.messages",
                        List.of(Map.of(
                                "kvlistValue",
                                Map.of(
                                        "values",
                                        attributes(
                                                "role",
                                                "user",
                                                "parts",
                                                List.of(Map.of(
                                                        "kvlistValue",
                                                        Map.of(
                                                                "values",
                                                                attributes("type", "text", "content", "Hello")))))))),
                        "gen_ai.response.id",
                        "answer-1"),
                "eventName",
                "gen_ai.client.inference.operation.details");
        Map<String, Object> bare = span(CALL, AGENT, "gen_ai.operation.name", "chat");
        assertThat(only(logs(details), traces(bare, agent()), logs(failure("Rude.")))
                        .conversation()
                        .messages())
                .containsExactly(Message.of(Role.USER, "Hello"));
    }

    @Test
    void messages_that_cannot_be_read_are_left_out_and_the_judgement_is_kept() {
        Evaluation evaluation = only(
                traces(agent(), span(CALL, AGENT, "gen_ai.input.messages", "[{\"role\":\"poet\",\"content\":\"O\"}]")),
                logs(failure("Odd.")));
        assertThat(evaluation.conversation().isEmpty()).isTrue();
        assertThat(evaluation.metadata()).containsKey("conversation_left_out");
    }

    @Test
    void numbers_that_no_store_keeps_are_no_parameters() {
        Map<String, Object> llm = span(
                CALL,
                AGENT,
                "openinference.span.kind",
                "LLM",
                "llm.invocation_parameters",
                "{\"a\":1e999,\"b\":123456789012345678901234567890,\"c\":[1],\"d\":0.5,\"e\":null,\"f\":\"x\\u0000\"}");
        assertThat(only(traces(agent(), llm), logs(failure("Odd."))).parameters())
                .isEqualTo(Map.of("d", 0.5, "f", "x\ufffd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "5",
                "[5]",
                "[{\"role\":5}]",
                "[{\"role\":\"user\",\"parts\":5}]",
                "[{\"role\":\"user\",\"parts\":[5]}]",
                "[{\"role\":\"user\",\"parts\":[{\"type\":5}]}]",
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"tool_call\"}]}]",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"name\":\"f\",\"arguments\":{\"x\":1e999}}]}]",
                "[{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"response\":{\"x\":1e999}}]}]",
                "[null]"
            })
    void whatever_the_messages_are_the_judgement_is_kept(String messages) {
        assertThat(only(traces(agent(), span(CALL, AGENT, "gen_ai.input.messages", messages)), logs(failure("Odd.")))
                        .isMeasured())
                .isTrue();
    }

    @Test
    void letters_that_no_store_keeps_are_replaced() {
        Evaluation evaluation = only(
                traces(agent(), call("input.value", "x")),
                logs(failure("bad \u0000 and \ud800 and \uffff and \ud83d\ude00")));
        assertThat(evaluation.metadata().toString()).contains("bad \ufffd and \ufffd and \ufffd and \ud83d\ude00");
    }

    @Test
    void a_span_that_cannot_be_read_is_counted_and_the_others_are_taken() {
        OtlpRequest request =
                OtlpRequest.of(traces(agent(), with(call(), "traceId", "not hex"), with(call(), "spanId", "")));
        assertThat(request.spans()).hasSize(1);
        assertThat(request.rejectedSpans()).isEqualTo(2);
        assertThat(request.reason()).isEqualTo("traceId is \"not hex\"; allowed are 32 hexadecimal digits");
    }

    @Test
    void attributes_have_a_number_and_a_depth() {
        Object[] many = new Object[2 * (OtlpValues.ATTRIBUTES + 1)];
        Arrays.fill(many, "x");
        assertThat(OtlpRequest.of(traces(span(AGENT, "", many))).reason())
                .isEqualTo("attributes are 10001; allowed are up to 10000");
        Object deep = "x";
        for (int level = 0; level < OtlpValues.DEPTH; level++) {
            deep = List.of(deep);
        }
        assertThat(OtlpRequest.of(traces(span(AGENT, "", "gen_ai.x", deep))).reason())
                .isEqualTo("a value nests deeper than 16 levels");
        assertThat(OtlpRequest.of(traces(span(AGENT, "", "gen_ai.x", ((List<?>) deep).get(0))))
                        .reason())
                .isEmpty();
    }

    @Test
    void a_request_has_a_number_of_records() {
        Map<?, ?>[] spans = new Map<?, ?>[OtlpRequest.RECORDS + 1];
        Arrays.fill(spans, agent());
        assertThatThrownBy(() -> OtlpRequest.of(traces(spans)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("more than 20000");
    }

    @Test
    void a_judgement_of_nobody_or_about_nothing_is_not_taken() {
        assertThat(OtlpRequest.of(logs(judgement(AGENT))).reason()).startsWith("a judgement names no critic");
        Map<String, Object> lost =
                with(with(judgement("", "gen_ai.evaluation.name", "judge"), "traceId", ""), "spanId", "");
        assertThat(OtlpRequest.of(logs(lost)).reason()).startsWith("a judgement names neither a span nor a response");
        assertThat(OtlpRequest.of(logs(lost)).rejectedRecords()).isEqualTo(1);
    }

    @Test
    void spans_and_judgements_are_equal_after_a_stay_in_json() {
        OtlpRequest request = OtlpRequest.of(traces(call("n", 3), agent()));
        OtlpRequest logs = OtlpRequest.of(logs(failure("Missed.")));
        for (OtlpSpan span : request.spans()) {
            String line = JsonLine.of(span.toObject());
            assertThat(OtlpSpan.ofObject(StrictJson.object(line))).isEqualTo(span);
        }
        OtlpJudgement judgement = logs.judgements().get(0);
        String line = JsonLine.of(judgement.toObject());
        assertThat(OtlpJudgement.ofObject(StrictJson.object(line)).id()).isEqualTo(judgement.id());
    }

    @Test
    void of_a_file_that_is_too_large_to_be_held_the_oldest_traces_are_read_first() {
        List<Map<String, Object>> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String trace = "%032x".formatted(i + 1);
            requests.add(traces(with(agent(), "traceId", trace), with(call(), "traceId", trace)));
            requests.add(logs(with(failure("Missed."), "traceId", trace)));
        }
        Reading reading = new Otlp(20_000).reading(SOURCE);
        List<Evaluation> before = requests.stream()
                .flatMap(request -> reading.read(request).stream())
                .toList();
        assertThat(before).hasSizeBetween(20, 49);
        List<Evaluation> all = new ArrayList<>(before);
        all.addAll(reading.end());
        assertThat(all).isEqualTo(read(requests));
    }

    @Test
    void what_is_no_telemetry_is_refused() {
        assertThatThrownBy(() -> new Otlp().reading(SOURCE).read(Map.of("task_id", "x")))
                .hasMessageContaining("neither resourceSpans nor resourceLogs");
    }

    private static Evaluation only(Map<?, ?>... requests) {
        List<Evaluation> evaluations = read(requests);
        assertThat(evaluations).hasSize(1);
        return evaluations.get(0);
    }

    @SuppressWarnings("unchecked") // requests have texts as names
    private static List<Evaluation> read(Map<?, ?>... requests) {
        return read(Stream.of(requests)
                .map(request -> (Map<String, Object>) request)
                .toList());
    }

    private static List<Evaluation> read(List<? extends Map<String, Object>> requests) {
        return read(new Otlp().reading(SOURCE), requests);
    }

    private static List<Evaluation> read(Reading reading, List<? extends Map<String, Object>> requests) {
        List<Evaluation> evaluations = new ArrayList<>();
        requests.forEach(request -> evaluations.addAll(reading.read(request)));
        evaluations.addAll(reading.end());
        return evaluations;
    }
}
