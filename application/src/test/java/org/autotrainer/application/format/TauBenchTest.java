package org.autotrainer.application.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.dataset.DatasetExport;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.DatasetReport;
import org.autotrainer.domain.dataset.Linter;
import org.autotrainer.domain.dataset.Recorded;
import org.autotrainer.domain.dataset.TaskChoice;
import org.autotrainer.domain.dataset.format.DatasetFormats;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Critic;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TauBenchTest {
    private static final String FILE = "small-model-retail-dev.json";

    private final EvaluationFormat format = EvaluationFormats.named("tau-bench");

    @Test
    void a_record_becomes_one_evaluation() {
        Evaluation evaluation = readAll().get(0);
        assertThat(evaluation.attempt()).isEqualTo(new Attempt("helper", "nightly", "retail-dev-3", 0));
        assertThat(evaluation.critic()).isEqualTo(new Critic("tau-bench", ""));
        assertThat(evaluation.success()).isTrue();
        assertThat(evaluation.score()).isEqualTo(1.0);
        assertThat(evaluation.outcome()).isEqualTo(Outcome.MEASURED);
        assertThat(evaluation.model()).isEqualTo("small-model");
        assertThat(evaluation.context()).isEqualTo(new Context("I want to return order #W100.", List.of("retail")));
        assertThat(evaluation.suggestions()).isEmpty();
        assertThat(evaluation.id()).isEmpty();
    }

    @Test
    void the_conversation_is_kept_as_it_was() {
        List<Message> messages = readAll().get(0).conversation().messages();
        assertThat(messages).hasSize(10);
        assertThat(messages.get(2).toolCalls())
                .containsExactly(new ToolCall("call_1", "get_order", Map.of("order_id", "#W100", "lines", 2)));
        assertThat(messages.get(3))
                .isEqualTo(new Message(Role.TOOL, "{\"status\": \"delivered\"}", List.of(), "call_1", "get_order"));
        assertThat(messages.get(6).content()).isEqualTo("One moment.");
        assertThat(messages.get(9)).isEqualTo(Message.of(Role.USER, "###STOP###"));
    }

    @Test
    void a_trial_is_an_attempt_at_the_same_task() {
        Evaluation evaluation = readAll().get(1);
        assertThat(evaluation.attempt()).isEqualTo(new Attempt("helper", "nightly", "retail-dev-3", 1));
        assertThat(evaluation.success()).isFalse();
        assertThat(evaluation.score()).isZero();
    }

    @Test
    void parts_of_a_content_are_joined_and_unreadable_arguments_kept_as_text() {
        Evaluation evaluation = readAll().get(2);
        assertThat(evaluation.context().text()).isEqualTo("Where is\nmy parcel?");
        assertThat(evaluation
                        .conversation()
                        .messages()
                        .get(2)
                        .toolCalls()
                        .get(0)
                        .arguments())
                .isEqualTo(Map.of(Linter.UNREAD_ARGUMENTS, "{\"order_id\": "));
    }

    @Test
    void an_exception_in_the_harness_is_not_a_failure() {
        Evaluation evaluation = readAll().get(3);
        assertThat(evaluation.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(evaluation.metadata()).isEqualTo(Map.of("error", "RateLimitError: too many requests"));
        assertThat(evaluation.conversation().isEmpty()).isTrue();
        assertThat(evaluation.context()).isEqualTo(new Context("", List.of("retail")));
    }

    @Test
    void reading_twice_gives_the_same() {
        assertThat(readAll()).isEqualTo(readAll());
    }

    @Test
    void data_sets_come_of_it() {
        List<String> lines = new ArrayList<>();
        DatasetReport sft = export("openai-chat", lines);
        assertThat(sft.rows()).isEqualTo(1);
        assertThat(sft.mended()).containsOnlyKeys("ids_renumbered", "tail_cut", "tools_inferred");
        assertThat(sft.rejected()).isEqualTo(Map.of("unread_arguments", 1L));
        assertThat(lines.get(0))
                .startsWith("{\"messages\":[{\"role\":\"system\"")
                .contains("{\"role\":\"tool\",\"tool_call_id\":\"call_1_2\",\"content\":\"ok\"}")
                .contains("\"arguments\":\"{\\\"order_id\\\":\\\"#W100\\\",\\\"lines\\\":2}\"");
        DatasetReport pairs = export("trl-preference", new ArrayList<>());
        assertThat(pairs.rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gpt-4o-airline-tasks-0-24.json | gpt-4o | airline-3",
                "/data/runs/sonnet-35-new-retail.json | sonnet-35-new | retail-3",
                "C:\\runs\\m-airline-train.jsonl | m | airline-train-3",
                "m-airline-test.json | m | airline-3",
                "tool-calling-gpt-4o-0.5_range_0--1_user-gpt-4o-llm_0612073827.json | gpt-4o | retail-3",
                "airline.json | '' | retail-3",
                "results.json | '' | retail-3",
                "'' | '' | retail-3"
            })
    void the_file_name_tells_model_and_domain_only_in_known_forms(String fileName, String model, String task) {
        Evaluation evaluation = read(records().get(0), fileName);
        assertThat(evaluation.model()).isEqualTo(model);
        assertThat(evaluation.attempt().taskId()).isEqualTo(task);
    }

    @Test
    void the_name_that_tau_bench_gives_tells_strategy_and_temperature() {
        assertThat(read(records().get(0), "react-m-0.5_range_0-50_user-gpt-4o-llm_0612073827.json")
                        .parameters())
                .isEqualTo(Map.of("agent_strategy", "react", "temperature", 0.5));
    }

    @Test
    void without_any_domain_tasks_are_those_of_tau_bench() {
        Map<String, Object> record = changed("traj", List.of(Map.of("role", "user", "content", "Hi")));
        Evaluation evaluation = read(record, "");
        assertThat(evaluation.attempt().taskId()).isEqualTo("tau-bench-3");
        assertThat(evaluation.context()).isEqualTo(new Context("Hi", List.of()));
    }

    @Test
    void long_and_odd_first_words_fit_into_the_context() {
        Map<String, Object> record =
                changed("traj", List.of(Map.of("role", "user", "content", "\u001b[1mHi\r\n" + "x".repeat(30_000))));
        assertThat(read(record, FILE).context().text()).startsWith(" [1mHi \nx").hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource({"1.0000001, true, 1", "0.5, false, 0.5", "1.5, false, 1", "-1, false, 0"})
    void the_task_is_solved_if_the_reward_is_one(double reward, boolean success, double score) {
        Evaluation evaluation = read(changed("reward", reward), FILE);
        assertThat(evaluation.success()).isEqualTo(success);
        assertThat(evaluation.score()).isEqualTo(score);
    }

    @Test
    void records_are_recognised_by_their_fields() {
        assertThat(EvaluationFormats.recognising(beginning(records().get(3)))).hasValueSatisfying(known -> {
            assertThat(known.format().name()).isEqualTo("tau-bench");
            assertThat(known.cut()).isEqualTo(new Cut.Objects());
        });
        assertThat(EvaluationFormats.recognising(beginning(Map.of("task_id", "t", "success", true))))
                .isEmpty();
        assertThat(format.cut(beginning(changed("reward", "1")))).isEmpty();
        assertThat(format.cut(beginning(changed("traj", null)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'task_id':null}|task_id is missing; allowed is a text or a whole number",
                "{'task_id':1.5}|task_id is 1.5; allowed is a text or a whole number",
                "{'reward':'high'}|reward is high; allowed is a number",
                "{'reward':null}|reward is missing; allowed is a number",
                "{'trial':-1}|trial is -1; allowed is a whole number from 0 to 1000000000",
                "{'info':[]}|info is []; allowed is an object",
                "{'traj':{}}|traj is {}; allowed is a list",
                "{'traj':[7]}|message 1 is not an object",
                "{'traj':[{'role':'judge','content':''}]}|role is \"judge\"; allowed are system, user, assistant and tool",
                "{'traj':[{'role':'user','content':7}]}|content is 7; allowed is a text",
                "{'traj':[{'role':'assistant','tool_calls':[1]}]}|a tool call is not an object",
                "{'traj':[{'role':'assistant','tool_calls':[{'id':'a'}]}]}|a tool call names no function",
                "{'traj':[{'role':'assistant','tool_calls':[{'function':{}}]}]}|tool_calls.name is missing;"
                        + " allowed are 1 to 200 characters"
            })
    void what_is_wrong_is_said(String change) {
        int bar = change.indexOf('|');
        Map<String, Object> record = new LinkedHashMap<>(records().get(0));
        record.putAll(StrictJson.object(change.substring(0, bar).replace('\'', '"')));
        assertThatThrownBy(() -> read(record, FILE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(change.substring(bar + 1));
    }

    @Test
    void an_unknown_format_is_answered_with_the_names_there_are() {
        assertThatThrownBy(() -> EvaluationFormats.named("tau"))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessage("there is no evaluation format named \"tau\"; available are "
                        + String.join(
                                ", ",
                                EvaluationFormats.all().stream()
                                        .map(EvaluationFormat::name)
                                        .toList()))
                .hasMessageContaining("tau-bench, tau2-bench");
    }

    private DatasetReport export(String name, List<String> lines) {
        return DatasetExport.write(
                (DatasetFormat.Rows) DatasetFormats.named(name),
                TaskChoice.ALL,
                Recorded.of(readAll()),
                lines::add,
                note -> {});
    }

    private List<Evaluation> readAll() {
        return records().stream().map(record -> read(record, FILE)).toList();
    }

    private Evaluation read(Map<String, Object> record, String fileName) {
        List<Evaluation> evaluations = format.reading(
                        new EvaluationFormat.Source("helper", "nightly", fileName, Map.of(), StrictJson::parse))
                .read(record);
        assertThat(evaluations).hasSize(1);
        return evaluations.get(0);
    }

    private static Beginning beginning(Map<String, Object> record) {
        return new Beginning(Beginning.Kind.JSON, FILE, record);
    }

    private static Map<String, Object> changed(String field, Object value) {
        Map<String, Object> record = new LinkedHashMap<>(records().get(0));
        record.put(field, value);
        return record;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> records() {
        try (InputStream file = Objects.requireNonNull(TauBenchTest.class.getResourceAsStream(FILE))) {
            return (List<Map<String, Object>>)
                    StrictJson.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
