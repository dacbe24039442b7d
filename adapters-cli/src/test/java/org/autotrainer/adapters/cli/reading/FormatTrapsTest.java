package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says that must not be taken for something else: errors, scales, attempts, advice, and files of other tools. */
class FormatTrapsTest {
    @Test
    void only_the_sentences_of_an_explanation_that_say_what_to_do_are_advice() {
        String why = "Quoted the wrong fare class. Ask for the date of the return first.";
        String one = "\"name\":\"correct\",\"dataType\":\"BOOLEAN\",\"value\":0,\"stringValue\":\"False\"";
        List<Evaluation> all = new ArrayList<>();
        all.add(only("l.jsonl", "{\"id\":\"s\",\"traceId\":\"t\"," + one + ",\"comment\":\"" + why + "\"}"));
        all.add(only(
                "r.jsonl",
                "{\"run_type\":\"chain\",\"inputs\":{},\"feedback\":[{\"key\":\"k\",\"score\":0,\"comment\":\"" + why
                        + "\"}]}"));
        all.add(only(
                "d.json",
                "{\"testCases\":[{\"name\":\"a\",\"success\":false,\"metricsData\":[{\"name\":\"m\",\"success\":false,"
                        + "\"score\":0,\"reason\":\"" + why + "\"}]}]}"));
        all.add(only(
                "p.jsonl",
                PROMPTFOO.formatted(
                        "false",
                        "{\"pass\":false,\"reason\":\"" + why + "\",\"assertion\":{\"type\":\"llm-rubric\"}}")));
        all.add(only(
                "i.json",
                INSPECT.formatted("{\"model_graded_qa\":{\"value\":\"I\",\"explanation\":\"" + why + "\"}}")));

        assertThat(all).extracting(Evaluation::advice).containsOnly(List.of("Ask for the date of the return first."));
        assertThat(all.subList(0, 3)).allMatch(each -> each.metadata().containsValue(why));
    }

    private static final String PROMPTFOO = "{\"testIdx\":0,\"promptIdx\":0,\"success\":%1$s,\"failureReason\":1,"
            + "\"testCase\":{},\"gradingResult\":{\"pass\":%1$s,\"componentResults\":[%2$s]}}";

    private static final String INSPECT = "{\"version\":2,\"status\":\"success\",\"eval\":{\"task\":\"t\"},"
            + "\"samples\":[{\"id\":1,\"epoch\":1,\"input\":\"q\",\"scores\":%s}]}";

    private static Evaluation only(String name, String text) {
        return Samples.read(name, text).only();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'pass':false,'reason':'x','assertion':{'type':'llm-rubric'},'metadata':{'graderError':true}} | false",
                "{'pass':false,'reason':'Could not extract JSON from llm-rubric response','assertion':{'type':'llm-rubric'}}"
                        + " | false",
                "{'pass':false,'reason':'API call error: 429','assertion':{'type':'g-eval'}} | false",
                "{'pass':false,'reason':'API call error: 429','assertion':{'type':'contains'}} | true",
                "{'pass':false,'reason':'x','assertion':{'type':'llm-rubric'},'metadata':{'graderError':true}},"
                        + "{'pass':false,'reason':'no','assertion':{'type':'equals'}} | true"
            })
    void a_promptfoo_test_that_failed_only_since_its_grader_did_was_not_measured(String parts, boolean measured) {
        Evaluation failed = only("p.jsonl", PROMPTFOO.formatted("false", parts.replace('\'', '"')));

        assertThat(failed.isMeasured()).isEqualTo(measured);
        assertThat(failed.advice()).isEmpty();
    }

    @Test
    void a_score_on_another_scale_was_not_measured_and_its_comment_is_not_learned() {
        List<Evaluation> all = List.of(
                only(
                        "i.json",
                        INSPECT.formatted("{\"model_graded_qa\":{\"value\":4,\"explanation\":\"Ask for more.\"}}")),
                only("i.json", INSPECT.formatted("{\"s\":{\"value\":-1}}")),
                only(
                        "r.jsonl",
                        "{\"run_type\":\"chain\",\"inputs\":{},\"feedback\":[{\"key\":\"helpful\",\"score\":4,"
                                + "\"comment\":\"You should keep that up.\"}]}"));

        assertThat(all)
                .noneMatch(Evaluation::isMeasured)
                .allMatch(each -> each.advice().isEmpty());
        assertThat(all.get(2).metadata()).containsEntry("raw_score", 4.0);
    }

    @Test
    void traces_of_one_task_are_attempts_of_their_own_in_langfuse() {
        String scores = LANGFUSE.formatted("1", "trA", 0)
                + LANGFUSE.formatted("2", "trB", 1)
                + LANGFUSE.formatted("3", "trA", 1);

        List<Attempt> found = attempts(new Defaults("default", "", ""), scores);
        assertThat(found)
                .containsExactly(
                        new Attempt("default", "trA", "t1", 0),
                        new Attempt("default", "trB", "t1", 0),
                        new Attempt("default", "trA", "t1", 0));
        assertThat(attempts(new Defaults("default", "june", ""), scores))
                .containsExactly(
                        new Attempt("default", "june", "t1", 0),
                        new Attempt("default", "june", "t1", 1),
                        new Attempt("default", "june", "t1", 0));
    }

    private static final String LANGFUSE = "{\"id\":\"s%s\",\"traceId\":\"%s\",\"name\":\"correct\","
            + "\"dataType\":\"BOOLEAN\",\"value\":%d,\"metadata\":{\"task_id\":\"t1\"}}\n";

    private static List<Attempt> attempts(Defaults defaults, String text) {
        return Imported.of(defaults, List.of(Samples.source("l.jsonl", text.getBytes(StandardCharsets.UTF_8))))
                .evaluations()
                .stream()
                .map(Evaluation::attempt)
                .toList();
    }

    @Test
    void an_instance_that_swe_bench_could_not_judge_is_one_error_and_no_failure() {
        String run = "{\"resolved_ids\":[\"a__b-1\"],\"unresolved_ids\":[\"a__b-2\",\"a__b-3\"],"
                + "\"ambiguous_failure_ids\":[\"a__b-2\"],\"error_ids\":[\"a__b-4\"],\"incomplete_ids\":[\"a__b-4\"]}";
        String report = "{\"a__b-5\":{\"patch_exists\":true,\"resolved\":false,\"infra_failure\":true,"
                + "\"infra_failure_reason\":\"network_unreachable\"}}";

        assertThat(Samples.read("r.json", run).totals()).isEqualTo("1/1/2");
        assertThat(only("report.json", report).isMeasured()).isFalse();
    }

    @Test
    void trials_of_terminal_bench_are_told_apart_by_their_names_in_files_of_their_own_too() {
        String trial = "{\"trial_name\":\"sort.%d-of-2.june\",\"task_id\":\"sort\",\"is_resolved\":true,"
                + "\"failure_mode\":\"unset\"}";

        assertThat(List.of(only("1.json", trial.formatted(1)), only("2.json", trial.formatted(2))))
                .extracting(Evaluation::attempt)
                .containsExactly(new Attempt("default", "june", "sort", 0), new Attempt("default", "june", "sort", 1));
    }

    @Test
    void junit_tests_that_were_not_run_are_none_and_a_failure_stays_one_when_the_clean_up_breaks() {
        Imported imported = Samples.read(
                "j.xml",
                "<testsuite><testcase name='a' status='notrun' result='suppressed'/><testcase name='b' status='disabled'/>"
                        + "<testcase name='c' status='run' result='completed'/>"
                        + "<testcase name='d'><failure message='no'/><error message='teardown'/></testcase></testsuite>");

        assertThat(imported.totals()).isEqualTo("1/1/0");
    }

    @Test
    void a_file_of_another_format_than_the_one_named_is_refused_and_nothing_is_invented() {
        for (String format : List.of("langfuse", "langsmith", "deepeval", "junit-xml", "ace-playbook", "tau-bench")) {
            Imported imported = named(format, "p.jsonl", Samples.text("promptfoo.jsonl"));

            assertThat(imported.items()).isEmpty();
            assertThat(imported.reasons())
                    .containsExactly(
                            "it does not look like " + format + ", but like promptfoo; leave out --from, or name that");
        }
        assertThat(named("promptfoo", "a.jsonl", "{\"task_id\":\"t\",\"success\":true,\"score\":1}")
                        .reasons())
                .containsExactly("testCase is missing: that is no result of promptfoo");
        assertThat(named("markdown-list", "a.json", "{\"a\":1}\n{\"a\":2}").reasons())
                .containsExactly("it does not look like markdown-list");
    }

    private static Imported named(String format, String name, String text) {
        return Imported.of(
                new Defaults("default", "", format),
                List.of(Samples.source(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void elements_on_one_line_are_told_apart_by_their_number() {
        String text = "[{\"task_id\":\"a\"},{\"task_id\":2},\n{\"task_id\":3}]";

        assertThat(Samples.read("a.json", text).reasons())
                .satisfiesExactly(
                        second -> assertThat(second).startsWith("/1: task_id is"),
                        third -> assertThat(third).startsWith("task_id is"));
    }

    @Test
    void a_format_that_breaks_is_told_of_with_the_record_and_the_others_are_read() {
        EvaluationFormat broken = new EvaluationFormat() {
            @Override
            public String name() {
                return "dice";
            }

            @Override
            public Optional<Cut> cut(Beginning beginning) {
                return Optional.of(new Cut.Objects());
            }

            @Override
            public Reading reading(Source source) {
                return record -> {
                    Integer eyes = (Integer) record.get("eyes");
                    return List.of(Evaluation.of("a", "t")
                            .success(eyes.intValue() == 6)
                            .build());
                };
            }
        };

        Imported imported = Imported.of(
                new Defaults("default", "", "", Optional.of(broken)),
                List.of(Samples.source(
                        "d.jsonl",
                        "{\"eyes\":6}\n{\"eyes\":\"six\"}\n{}\n{\"eyes\":6}".getBytes(StandardCharsets.UTF_8))));

        assertThat(imported.items()).hasSize(2);
        assertThat(imported.reasons())
                .hasSize(2)
                .allMatch(reason -> reason.startsWith("the format dice broke on it: java.lang."));
    }

    @Test
    void otlp_in_protobuf_is_read_as_otlp_in_json_is() {
        byte[] request = {
            10, 40, 10, 2, 10, 0, 18, 34, 10, 0, 18, 30, 10, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 18, 8,
            1, 2, 3, 4, 5, 6, 7, 8, 42, 0
        };
        byte[] measured = new byte[request.length + 4];
        measured[3] = (byte) request.length;
        System.arraycopy(request, 0, measured, 4, request.length);
        String json = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
                + "\"01020304050607080900010203040506\",\"spanId\":\"0102030405060708\",\"name\":\"\"}]}]}]}";

        for (byte[] bytes : List.of(request, measured)) {
            for (String from : List.of("", "otlp")) {
                assertThat(Imported.of(new Defaults("default", "", from), List.of(Samples.source("t.pb", bytes)))
                                .reasons())
                        .isEqualTo(Imported.of(
                                        new Defaults("default", "", from),
                                        List.of(Samples.source("t.json", json.getBytes(StandardCharsets.UTF_8))))
                                .reasons());
            }
        }
    }

    @Test
    void otlp_in_protobuf_that_is_cut_off_is_told_and_what_came_before_it_counts() {
        byte[] file = {0, 0, 0, 4, 10, 2, 10, 0, 0, 0, 0, 4, 10, 2};

        assertThat(Imported.of(new Defaults("default", "", "otlp"), List.of(Samples.source("t.pb", file)))
                        .reasons())
                .last()
                .isEqualTo("request 2: it is cut off");
    }

    @Test
    void scores_of_langfuse_are_joined_with_the_traces_before_them_in_this_file_or_another() {
        String trace = "{\"id\":\"tr1\",\"timestamp\":\"2026-11-22 00:00:00.000\",\"name\":\"chat\",\"user_id\":null,"
                + "\"session_id\":\"s\",\"metadata\":{\"task_id\":\"loan-9\"},\"input\":\"[{\\\"role\\\":\\\"user\\\","
                + "\\\"content\\\":\\\"Renew\\\"}]\",\"output\":\"Done.\"}\n";
        String score =
                "{\"id\":\"sc1\",\"timestamp\":\"2026-11-22 00:00:01.000\",\"trace_id\":\"tr1\",\"name\":\"correct\","
                        + "\"value\":0,\"data_type\":\"CATEGORICAL\",\"string_value\":\"fail\",\"comment\":\"Ask for the card first.\"}\n";

        Imported one = Imported.of(NO_DEFAULTS, List.of(Samples.source("both.jsonl", bytes(trace + score))));
        Imported two = Imported.of(
                NO_DEFAULTS,
                List.of(Samples.source("traces.jsonl", bytes(trace)), Samples.source("scores.jsonl", bytes(score))));
        Imported alone = Imported.of(NO_DEFAULTS, List.of(Samples.source("scores.jsonl", bytes(score))));

        Evaluation joined = one.only();
        assertThat(two.only()).isEqualTo(joined);
        assertThat(joined.attempt()).isEqualTo(new Attempt("default", "tr1", "loan-9", 0));
        assertThat(joined.conversation().messages())
                .containsExactly(Message.of(Role.USER, "Renew"), Message.of(Role.ASSISTANT, "Done."));
        assertThat(joined.context().text()).isEqualTo("Renew");
        assertThat(joined.occurredAt()).hasValue(Instant.parse("2026-11-22T00:00:01Z"));
        assertThat(joined.advice()).containsExactly("Ask for the card first.");
        assertThat(alone.only().attempt()).isEqualTo(new Attempt("default", "tr1", "tr1", 0));
    }

    @Test
    void traces_and_logs_of_otlp_are_put_together_from_the_files_of_one_command() {
        String span =
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"66637b3500706e510503fcc6867f6b06\","
                        + "\"spanId\":\"b22ac8504e94d4f5\",\"name\":\"a\",\"attributes\":[{\"key\":\"task.id\",\"value\":"
                        + "{\"stringValue\":\"visa-3\"}}]}]}]}]}\n";
        String log = "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"eventName\":\"gen_ai.evaluation.result\","
                + "\"traceId\":\"66637b3500706e510503fcc6867f6b06\",\"spanId\":\"b22ac8504e94d4f5\",\"attributes\":["
                + "{\"key\":\"gen_ai.evaluation.name\",\"value\":{\"stringValue\":\"tests\"}},"
                + "{\"key\":\"gen_ai.evaluation.score.label\",\"value\":{\"stringValue\":\"pass\"}}]}]}]}]}\n";

        Imported imported = Imported.of(
                NO_DEFAULTS,
                List.of(
                        Samples.source("logs.jsonl", bytes(log)),
                        Samples.source("n.jsonl", bytes("{\"task_id\":\"a\",\"success\":true}\n")),
                        Samples.source("traces.jsonl", bytes(span))));

        assertThat(imported.troubles()).isEmpty();
        assertThat(imported.evaluations())
                .extracting(one -> one.attempt().taskId())
                .containsExactly("a", "visa-3");
    }

    private static final Defaults NO_DEFAULTS = new Defaults("default", "", "");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
