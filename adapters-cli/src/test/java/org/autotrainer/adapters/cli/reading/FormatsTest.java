package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.autotrainer.application.spi.EvaluationFormat.Advice;
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
}
