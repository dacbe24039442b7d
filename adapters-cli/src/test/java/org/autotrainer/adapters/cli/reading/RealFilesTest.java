package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that other tools wrote are read with the totals that their authors give. They are not part of the project: they lie in
 * {@code ../shared/data}, or where the system property or environment variable AUTOTRAINER_DATA says.
 */
class RealFilesTest {
    private Path data;

    @BeforeEach
    void find() {
        String named = System.getProperty("AUTOTRAINER_DATA", System.getenv().getOrDefault("AUTOTRAINER_DATA", ""));
        data = named.isEmpty() ? Path.of("../../shared/data").toAbsolutePath().normalize() : Path.of(named);
        assumeTrue(
                Files.isDirectory(data.resolve("promptfoo")),
                "skipped: there are no files of other tools in " + data + "; AUTOTRAINER_DATA names another folder");
    }

    @ParameterizedTest
    @CsvSource({
        "promptfoo/a-echo-basic.json, promptfoo, 5/7/0",
        "promptfoo/a-echo-basic.jsonl, promptfoo, 5/7/0",
        "promptfoo/a-echo-basic.csv, promptfoo, 5/7/0",
        "promptfoo/a-echo-basic.junit.xml, junit-xml, 5/7/0",
        "promptfoo/b-echo-matrix.json, promptfoo, 38/22/0",
        "promptfoo/b-echo-matrix.jsonl, promptfoo, 38/22/0",
        "promptfoo/b-echo-matrix.csv, promptfoo, 38/22/0",
        "promptfoo/b-echo-matrix.junit.xml, junit-xml, 38/22/0",
        "promptfoo/e-errors.json, promptfoo, 2/1/6",
        "promptfoo/e-errors.jsonl, promptfoo, 2/1/6",
        "promptfoo/e-errors.csv, promptfoo, 2/1/6",
        "promptfoo/e-errors.junit.xml, junit-xml, 2/1/6",
        "tau-bench/gpt-4o-airline-tasks-0-24.json, tau-bench, 31/69/0",
        "tau2/hd_retail_n5.json, tau2-bench, 1/4/0",
        "medagentbench/haiku, medagentbench, 17/8/0",
        "medagentbench/g35f, medagentbench, 18/7/0",
        "reflexion/mbpp-py/simple.jsonl, reflexion, 318/79/0",
        "reflexion/mbpp-py/simple-2.jsonl, reflexion, 320/77/0",
        "reflexion/mbpp-py/reflexion.jsonl, reflexion, 306/91/0",
        "inspect-logs/test_eval_log/log_formats.json, inspect, 0/1/0",
        "inspect-logs/test_eval_log/log_formats.eval, inspect, 0/1/0",
        "inspect-logs/test_eval_log/log_images.json, inspect, 0/1/0",
        "inspect-logs/test_eval_log/log_images_tc.json, inspect, 0/1/0",
        "inspect-logs/test_eval_log/log_length_stop_reason.txt, inspect, 0/1/0",
        "inspect-logs/test_eval_log/log_message_deduplication.eval, inspect, 0/1/0",
        "inspect-logs/test_eval_log/log_read_sample.json, inspect, 1/0/0",
        "inspect-logs/test_eval_log/log_read_sample.eval, inspect, 1/0/0",
        "inspect-logs/test_eval_log/log_streaming.eval, inspect, 3/1/0",
        "inspect-logs/test_eval_log/log_tool_call_error.json, inspect, 0/0/1"
    })
    void a_file_is_recognised_and_its_totals_are_those_of_its_author(String file, String format, String totals) {
        Imported imported = Imported.of(data.resolve(file));

        assertThat(imported.troubles()).isEmpty();
        assertThat(imported.totals()).isEqualTo(totals);
        assertThat(imported.notes()).containsExactly(data.resolve(file) + " is read as " + format);
        assertThat(imported.evaluations())
                .extracting(Evaluation::attempt, Evaluation::critic)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"claude-opus-4-1-paper", "gpt-4o-paper", "gptoss-paper"})
    void swe_bench_pro_is_counted_as_it_stands(String submission) throws IOException {
        Path file = data.resolve("swe-bench-pro").resolve(submission).resolve("eval_results.json");
        JsonNode outcomes = new ObjectMapper().readTree(file.toFile());
        long solved = outcomes.properties().stream()
                .filter(one -> one.getValue().booleanValue())
                .count();

        Imported imported = Imported.of(file);

        assertThat(imported.troubles()).isEmpty();
        assertThat(imported.totals()).isEqualTo(solved + "/" + (outcomes.size() - solved) + "/0");
        assertThat(imported.evaluations()).allMatch(one -> one.attempt().run().equals(submission));
    }

    @ParameterizedTest
    @CsvSource({"haiku", "g35f"})
    void medagentbench_agrees_with_its_own_summary(String model) throws IOException {
        Path folder = data.resolve("medagentbench").resolve(model);
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("SUMMARY.json").toFile());

        Imported whole = Imported.of(folder);

        int correct = summary.at("/overall/correct").intValue();
        int scored = summary.get("n_scored").intValue();
        int broken = summary.get("n_infra_fail").intValue();
        assertThat(whole.totals()).isEqualTo(correct + "/" + (scored - correct) + "/" + broken);
        assertThat(whole.evaluations())
                .allMatch(one -> one.model().equals(summary.at("/run/model").textValue()));
        try (Stream<Path> tasks = Files.list(folder.resolve("tasks"))) {
            assertThat(Imported.of(tasks.sorted().toArray(Path[]::new)).evaluations())
                    .isEqualTo(whole.evaluations());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "log_invalid.txt, not JSON: it ends before the object does",
        "log_valid.txt, 'there is no /samples, so there is nothing to read'",
        "log_version_3.txt, 'there is no /samples, so there is nothing to read'",
        "log_with_nan.txt, 'there is no /samples, so there is nothing to read'"
    })
    void a_broken_log_of_inspect_is_reported(String file, String reason) {
        Imported imported =
                Imported.of(data.resolve("inspect-logs/test_eval_log").resolve(file));

        assertThat(imported.items()).isEmpty();
        assertThat(imported.reasons()).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"base, '32,33,33,33,33'", "reflexion, '32,37,40,40,40'"})
    void reflexion_solves_as_many_questions_after_each_trial_as_it_says(String kind, String totals) {
        Imported imported = Imported.of(
                data.resolve("reflexion/hotpotqa/CoT/no_context").resolve(kind).resolve("100_questions_5_trials.txt"));

        assertThat(imported.troubles()).isEmpty();
        StringBuilder solved = new StringBuilder();
        for (int trial = 0; trial < 5; trial++) {
            int last = trial;
            solved.append(trial == 0 ? "" : ",")
                    .append(imported.evaluations().stream()
                            .filter(one -> one.success() && one.attempt().number() <= last)
                            .count());
        }
        assertThat(solved).hasToString(totals);
    }

    @ParameterizedTest
    @CsvSource({"naive_cot", "naive_standard"})
    void every_sample_of_a_puzzle_is_an_attempt(String method) throws IOException {
        Path file = data.resolve("game24/gpt-4_0.7_" + method + "_sample_100_start900_end1000.json");
        long solved = 0;
        for (JsonNode puzzle : new ObjectMapper().readTree(file.toFile())) {
            for (JsonNode info : puzzle.path("infos")) {
                solved += info.get("r").intValue();
            }
            for (JsonNode right : puzzle.path("accs")) {
                solved += right.booleanValue() ? 1 : 0;
            }
        }

        Imported imported = Imported.of(file);

        assertThat(imported.totals()).isEqualTo(solved + "/" + (10_000 - solved) + "/0");
        assertThat(imported.evaluations()).allMatch(one -> one.model().equals("gpt-4"));
    }

    @Test
    void playbooks_are_read_as_advice() {
        Imported ace = Imported.of(data.resolve("ace-appworld/appworld_offline_trained_no_gt_playbook.txt"));
        assertThat(ace.troubles()).isEmpty();
        assertThat(ace.advice()).hasSize(318);
        assertThat(ace.advice().stream().map(one -> one.text()).distinct()).hasSize(312);

        Imported kayba = Imported.of(data.resolve("kayba-ace/skillbook_20260318_150822.json"));
        assertThat(kayba.troubles()).isEmpty();
        assertThat(kayba.advice()).isNotEmpty();
        assertThat(List.of(ace, kayba)).allMatch(one -> one.items().isEmpty());
    }
}
