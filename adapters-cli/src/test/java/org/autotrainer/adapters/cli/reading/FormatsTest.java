package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.spi.EvaluationFormat.Advice;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What is easily got wrong in the files of each tool. */
class FormatsTest {
    static final List<String> ALL = Samples.ALL;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "deepeval.json, deepeval, 2/1/1",
        "inspect.json, inspect, 1/2/1",
        "junit.xml, junit-xml, 3/2/1",
        "langfuse-scores.jsonl, langfuse, 2/2/2",
        "langfuse-trace.json, langfuse, 1/1/0",
        "langsmith-experiment.json, langsmith, 1/1/1",
        "langsmith-runs.jsonl, langsmith, 1/1/0",
        "medagentbench.jsonl, medagentbench, 1/1/1",
        "promptfoo.csv, promptfoo, 2/1/1",
        "promptfoo.json, promptfoo, 2/3/1",
        "promptfoo.jsonl, promptfoo, 2/3/1",
        "reflexion.jsonl, reflexion, 1/1/0",
        "reflexion-log.txt, reflexion-log, 1/2/0",
        "swe-bench-pro.json, swe-bench, 1/2/0",
        "swe-bench-report.json, swe-bench, 1/1/0",
        "swe-bench-run.json, swe-bench, 1/2/2",
        "tau-bench-airline.json, tau-bench, 1/0/1",
        "tau2.json, tau2-bench, 1/2/1",
        "terminal-bench.json, terminal-bench, 1/2/2",
        "tree-of-thoughts.json, tree-of-thoughts, 2/2/0"
    })
    void each_sample_is_recognised_and_what_was_not_measured_is_not_failed(String name, String format, String totals) {
        Imported imported = Samples.read(name, Samples.text(name));

        assertThat(imported.troubles()).isEmpty();
        assertThat(imported.totals()).isEqualTo(totals);
        assertThat(imported.notes()).containsExactly(name + " is read as " + format);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void reading_twice_gives_the_same_and_every_attempt_has_a_place_of_its_own(String name) {
        Imported once = Samples.read(name, Samples.text(name));
        Imported again = Samples.read(name, Samples.text(name));

        assertThat(again.evaluations()).isEqualTo(once.evaluations());
        assertThat(again.advice()).isEqualTo(once.advice());
        assertThat(once.evaluations())
                .extracting(Evaluation::attempt, Evaluation::id)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_format_that_is_named_reads_what_it_recognises(String name) {
        Imported found = Samples.read(name, Samples.text(name));
        String format = found.notes().get(0).replaceAll(".* is read as ", "");

        Imported named =
                Imported.of(new Defaults("default", "", format), List.of(Samples.source(name, Samples.bytes(name))));

        assertThat(named.evaluations()).isEqualTo(found.evaluations());
        assertThat(named.notes()).isEmpty();
    }

    @Test
    void promptfoo_repeats_of_a_test_are_attempts_of_one_task() {
        List<Evaluation> all =
                Samples.read("p.json", Samples.text("promptfoo.json")).evaluations();

        assertThat(all.get(4).attempt().taskId()).isEqualTo(all.get(0).attempt().taskId());
        assertThat(all).extracting(one -> one.attempt().number()).containsExactly(0, 0, 0, 0, 1, 0);
        assertThat(all).allMatch(one -> one.attempt().run().equals("eval-lib-1"));
        assertThat(all.get(4).success()).isTrue();
        assertThat(all.get(4).score()).isEqualTo(0.5);
        assertThat(all.get(0).model()).isEqualTo("warm");
        assertThat(all.get(0).parameters()).isEqualTo(Map.of("prompt", "chat", "provider", "echo", "temperature", 0.2));
        assertThat(all.get(0).conversation().messages())
                .extracting(Message::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT);
    }

    @Test
    void promptfoo_advice_is_what_a_model_or_a_person_says_and_never_a_crash() {
        assertThat(Samples.read("p.json", Samples.text("promptfoo.json")).evaluations())
                .extracting(Evaluation::advice)
                .containsExactly(
                        List.of(), List.of(), List.of("Say the hours of Sunday too."), List.of(), List.of(), List.of());
        assertThat(Samples.read("p.csv", Samples.text("promptfoo.csv")).evaluations())
                .extracting(Evaluation::advice)
                .containsExactly(List.of(), List.of("Name the website."), List.of(), List.of());
    }

    @Test
    void inspect_epochs_are_attempts_and_references_are_followed() {
        List<Evaluation> all =
                Samples.read("i.json", Samples.text("inspect.json")).evaluations();

        assertThat(all)
                .extracting(one -> one.attempt().taskId())
                .containsExactly("library/1", "library/1", "library/b", "library/b");
        assertThat(all).extracting(one -> one.attempt().number()).containsExactly(0, 1, 0, 1);
        assertThat(all.get(0).conversation().messages().get(1).content())
                .isEqualTo("Renew it online, on the page of your account.");
        assertThat(all.get(0).conversation().messages().get(1).toolCalls()).hasSize(1);
        assertThat(all)
                .extracting(Evaluation::advice)
                .containsExactly(List.of(), List.of("Name the page of the account."), List.of(), List.of());
        assertThat(all.get(3).score()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORED", "DEFLATED", "ZSTD"})
    void an_archive_of_inspect_says_what_its_document_says_however_it_is_packed(ZipMethod method) throws IOException {
        List<Evaluation> document =
                Samples.read("i.json", Samples.text("inspect.json")).evaluations();

        for (boolean finished : List.of(true, false)) {
            Imported archive = Imported.of(Samples.eval(folder.resolve(finished + ".eval"), method, finished));
            assertThat(archive.troubles()).isEmpty();
            assertThat(archive.evaluations()).isEqualTo(document);
        }
    }

    @Test
    void tau2_calls_of_the_user_are_not_the_agents_and_its_solution_is_no_advice() {
        List<Evaluation> all = Samples.read("t.json", Samples.text("tau2.json")).evaluations();

        assertThat(all.get(0).conversation().messages())
                .extracting(Message::role)
                .containsExactly(Role.ASSISTANT, Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT);
        assertThat(all.get(0).conversation().messages().get(3).toolCallId()).isEqualTo("a1");
        assertThat(all.get(1).advice())
                .containsExactly("Ask for the number of the card first.", "The agent names the new date.");
        assertThat(all.get(1).attempt().taskId()).isEqualTo("library-8");
        assertThat(all.get(1).attempt().number()).isEqualTo(1);
        assertThat(all.get(2).advice()).isEmpty();
    }

    @Test
    void tau2_in_a_folder_is_read_like_its_one_document() throws IOException {
        var document = (com.fasterxml.jackson.databind.node.ObjectNode)
                new com.fasterxml.jackson.databind.ObjectMapper().readTree(Samples.bytes("tau2.json"));
        Path run = Files.createDirectories(folder.resolve("run/simulations")).getParent();
        for (var simulation : document.get("simulations")) {
            Files.writeString(
                    run.resolve("simulations/" + simulation.get("id").textValue() + ".json"), simulation.toString());
        }
        Files.writeString(
                run.resolve("results.json"), document.without("simulations").toString());

        assertThat(Imported.of(run).evaluations())
                .isEqualTo(Samples.read("t.json", Samples.text("tau2.json")).evaluations());
    }

    @Test
    void swe_bench_gives_the_share_of_mended_tests_and_names_the_run_after_the_folder() {
        Evaluation partly = Samples.read("logs/agent-7/report.json", Samples.text("swe-bench-report.json"))
                .evaluations()
                .get(0);

        assertThat(partly.success()).isFalse();
        assertThat(partly.score()).isEqualTo(0.5);
        assertThat(partly.attempt().run()).isEqualTo("agent-7");
        assertThat(partly.context().tags()).containsExactly("shelf__lib");
    }

    @Test
    void junit_tests_of_one_name_and_runs_that_were_repeated_are_attempts() {
        List<Evaluation> all = Samples.read("j.xml", Samples.text("junit.xml")).evaluations();

        assertThat(all)
                .extracting(one -> one.attempt().taskId() + " " + one.attempt().number())
                .containsExactly(
                        "loans renew 0",
                        "loans return 0",
                        "loans remind 0",
                        "loans renew 1",
                        "loans flaky 0",
                        "loans flaky 1");
        assertThat(all.get(1).metadata()).isEqualTo(Map.of("message", "wrong shelf", "text", "Expected shelf 3."));
        assertThat(all).allMatch(one -> one.advice().isEmpty());
    }

    @Test
    void deepeval_trusts_success_not_scores_and_a_place_is_no_name() {
        List<Evaluation> all =
                Samples.read("d.json", Samples.text("deepeval.json")).evaluations();

        assertThat(all.get(1).score()).isEqualTo(0.5);
        assertThat(all.get(1).advice()).isEmpty();
        assertThat(all.get(1).metadata()).containsEntry("Answer Relevancy reason", "The reply leaves out the fee.");
        assertThat(all.get(1).attempt().taskId()).startsWith("test ").doesNotContain("test_case_1");
        assertThat(all.get(3).success()).isTrue();
    }

    @Test
    void langsmith_with_several_keys_asks_which_one_counts() {
        String run = "{\"run_type\":\"chain\",\"inputs\":{\"q\":\"x\"},\"feedback_stats\":"
                + "{\"tone\":{\"avg\":1},\"correct\":{\"avg\":0}}}";

        assertThat(Samples.read("r.jsonl", run).reasons())
                .containsExactly("it has the feedback tone, correct; say with --mapping FILE which one tells success");
    }

    @Test
    void langfuse_words_count_by_their_meaning_and_scores_beyond_one_are_not_guessed() {
        List<Evaluation> all =
                Samples.read("l.jsonl", Samples.text("langfuse-scores.jsonl")).evaluations();

        assertThat(all.get(2).success()).isTrue();
        assertThat(all.get(3).isMeasured()).isFalse();
        assertThat(all.get(5).isMeasured()).isFalse();
        assertThat(all.get(5).metadata()).containsEntry("value", 4.0);
        assertThat(Samples.read("t.json", Samples.text("langfuse-trace.json")).evaluations())
                .allMatch(one -> one.attempt().taskId().equals("loan-9"));
    }

    @Test
    void terminal_bench_blames_the_agent_for_its_own_time_only() {
        List<Evaluation> all =
                Samples.read("t.json", Samples.text("terminal-bench.json")).evaluations();

        assertThat(all).extracting(Evaluation::isMeasured).containsExactly(true, true, true, false, false);
        assertThat(all.get(1).score()).isEqualTo(0.5);
    }

    @Test
    void reflexion_does_not_try_again_what_is_solved() {
        List<Evaluation> all =
                Samples.read("r.txt", Samples.text("reflexion-log.txt")).evaluations();

        assertThat(all).extracting(one -> one.attempt().number()).containsExactly(0, 0, 1);
        assertThat(all.get(2).advice())
                .containsExactly("You have tried this before.\n- Look for who keeps things, not for where they are.");
    }

    @Test
    void playbooks_give_advice_under_keys_of_their_own() {
        assertThat(Samples.read("a.txt", Samples.text("ace-playbook.txt")).advice())
                .containsExactly(
                        new Advice("ace-playbook_shr-00001", "Look at the opening hours before you promise anything."),
                        new Advice("ace-playbook_shr-00002", "Ask for the card's number first."),
                        new Advice("ace-playbook_misc-00003", "Say where the shelf is."));
        assertThat(Samples.read("k.json", Samples.text("kayba-skillbook.json")).advice())
                .containsExactly(new Advice("kayba-skillbook_loans-1", "Name the new date."));
        assertThat(Samples.read("m.md", Samples.text("markdown-list.md")).advice())
                .extracting(Advice::text)
                .containsExactly(
                        "Ask for the card's number first.", "Say where the shelf is.", "Look at the opening hours.");
    }

    @Test
    void a_table_with_lists_in_its_cells_is_no_playbook() {
        assertThat(Samples.read("why.csv", "id,why\n1,\"\n- one\n- two\n- three\n- four\n\"\n")
                        .advice())
                .isEmpty();
    }

    @Test
    void a_list_in_yaml_is_no_playbook() {
        assertThat(Samples.read("board.yml", "- model: a\n- model: b\n").advice())
                .isEmpty();
    }

    @Test
    void a_bad_record_is_told_with_its_place_and_the_good_ones_are_kept() {
        String text = Samples.text("tau2.json").replaceFirst("\"trial\": 1", "\"trial\": -1");

        Imported imported = Samples.read("t.json", text);

        assertThat(imported.items()).hasSize(3);
        assertThat(imported.reasons())
                .containsExactly("/simulations/1: trial is -1; allowed is a whole number from 0 to 1000000000");
        assertThat(imported.troubles().get(0).line()).isGreaterThan(100);
    }

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
    void otlp_in_protobuf_is_told_where_it_is_taken() {
        byte[] request = {10, 40, 10, 2, 10, 0, 18, 34, 10, 0, 18, 30, 10, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4
        };
        byte[] measured = new byte[request.length + 4];
        measured[3] = (byte) request.length;
        System.arraycopy(request, 0, measured, 4, request.length);

        for (byte[] bytes : List.of(request, measured)) {
            assertThat(Imported.of(new Defaults("default", "", "otlp"), List.of(Samples.source("t.pb", bytes)))
                            .reasons())
                    .singleElement()
                    .asString()
                    .startsWith("it looks like OTLP in protobuf, which the server takes");
        }
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
