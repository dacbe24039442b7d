package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.domain.dataset.Talk.agent;
import static org.autotrainer.domain.dataset.Talk.answer;
import static org.autotrainer.domain.dataset.Talk.call;
import static org.autotrainer.domain.dataset.Talk.calls;
import static org.autotrainer.domain.dataset.Talk.system;
import static org.autotrainer.domain.dataset.Talk.talk;
import static org.autotrainer.domain.dataset.Talk.user;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.autotrainer.domain.dataset.check.RowCheck;
import org.autotrainer.domain.dataset.check.StrictJson;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Outcome;
import org.junit.jupiter.api.Test;

class DatasetExportTest {
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<DatasetNote> notes = new ArrayList<>();

    @Test
    void each_successful_attempt_gives_a_row_the_oldest_first() {
        succeeded("b", 0, "two");
        failed("b", 1, "three");
        succeeded("a", 0, "one");
        DatasetReport report = export("trl-sft");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("two");
        assertThat(lines.get(1)).contains("one");
        assertThat(report.attempts()).isEqualTo(new DatasetReport.Attempts(3, 0, 3, 2, 1, 0, 0, 0, 0));
        assertThat(report.candidates()).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(2);
    }

    @Test
    void a_format_that_breaks_leaves_that_row_out_and_says_so() {
        succeeded("a", 0, "one");
        succeeded("b", 0, "two");
        succeeded("c", 0, "three");
        DatasetFormat.OfExamples broken = new DatasetFormat.OfExamples() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public String summary() {
                return "breaks";
            }

            @Override
            public Checked<Row> row(Example example) {
                String all = example.conversation().messages().toString();
                if (all.contains("one")) {
                    throw new IllegalStateException(all);
                }
                return Row.of(Map.of("said", all.contains("two") ? new Object() : "three"));
            }
        };

        DatasetReport report =
                DatasetExport.write(broken, TaskChoice.ALL, Recorded.of(evaluations), lines::add, notes::add);

        assertThat(lines).containsExactly("{\"said\":\"three\"}");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(notes.get(1).rejection().orElseThrow().code()).isEqualTo("format_broke");
        assertThat(notes.get(0).rejection().orElseThrow().sentence())
                .isEqualTo("the format broke on it: java.lang.IllegalStateException");
    }

    @Test
    void two_critics_on_one_attempt_give_one_row_if_both_say_that_it_succeeded() {
        succeeded("agreed", 0, "agreed");
        succeeded("agreed", 0, "agreed");
        succeeded("disputed", 0, "disputed");
        failed("disputed", 0, "disputed");
        DatasetReport report = export("trl-sft");
        assertThat(lines).singleElement().asString().contains("agreed");
        assertThat(report.attempts().evaluations()).isEqualTo(4);
        assertThat(report.attempts()).isEqualTo(new DatasetReport.Attempts(4, 0, 2, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void a_disputed_attempt_is_on_no_side_of_a_pair() {
        succeeded("t", 0, "good");
        succeeded("t", 1, "disputed");
        failed("t", 1, "disputed");
        assertThat(export("trl-preference").candidates()).isZero();
    }

    @Test
    void the_transcript_may_come_from_any_critic() {
        evaluations.add(Evaluation.of("agent", "t").success(true).build());
        succeeded("u", 0, "first said");
        succeeded("v", 0, "then said");
        succeeded("t", 0, "said last");
        succeeded("t", 0, "not the first of its attempt");
        assertThat(export("trl-sft").rows()).isEqualTo(3);
        assertThat(lines.get(0)).contains("first said");
        assertThat(lines.get(1)).contains("then said");
        assertThat(lines.get(2)).contains("said last");
    }

    @Test
    void runs_and_tries_are_attempts_of_their_own() {
        evaluations.add(
                tried(new Attempt("agent", "r1", "t", 0), "one").success(true).build());
        evaluations.add(
                tried(new Attempt("agent", "r2", "t", 0), "two").success(true).build());
        succeeded("t", 0, "three");
        succeeded("t", 1, "four");
        assertThat(export("trl-sft").rows()).isEqualTo(4);
    }

    @Test
    void evaluations_without_a_task_are_attempts_of_their_own_and_never_paired() {
        succeeded("", 0, "one");
        failed("", 0, "two");
        assertThat(export("trl-sft").rows()).isEqualTo(1);
        assertThat(export("trl-preference").candidates()).isZero();
    }

    @Test
    void what_was_not_measured_is_left_out() {
        evaluations.add(tried(new Attempt("agent", "", "t", 0), "x")
                .outcome(Outcome.ERROR)
                .build());
        succeeded("t", 0, "good");
        DatasetReport report = export("trl-sft");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.attempts().errors()).isEqualTo(1);
        assertThat(report.attempts()).isEqualTo(new DatasetReport.Attempts(2, 1, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void tasks_that_were_dismissed_are_left_out() {
        succeeded("t", 0, "good");
        failed("t", 1, "bad");
        succeeded("u", 0, "fine");
        TaskChoice dismissed = new TaskChoice(Set.of("t"), Set.of(), Set.of());
        assertThat(export("trl-sft", dismissed).attempts().excluded()).isEqualTo(2);
        assertThat(lines).singleElement().asString().contains("fine");
        assertThat(export("trl-preference", dismissed).candidates()).isZero();
        assertThat(export("targets", dismissed).rows()).isZero();
        assertThat(export("targets", new TaskChoice(Set.of("t"), Set.of("t"), Set.of()))
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void attempts_without_a_conversation_are_counted_and_no_candidates() {
        evaluations.add(Evaluation.of("agent", "t").success(true).build());
        failed("t", 1, "bad");
        assertThat(export("trl-sft").attempts().withoutConversation()).isEqualTo(1);
        assertThat(export("trl-preference").candidates()).isZero();
    }

    @Test
    void every_candidate_for_a_pair_is_written_or_told_with_its_reason() {
        succeeded("t", 0, "good");
        succeeded("t", 1, "better");
        failed("t", 2, "bad");
        failed("t", 3, "bad");
        evaluations.add(Evaluation.of(new Attempt("agent", "", "t", 4))
                .conversation(talk(system("S"), user("another"), agent("bad")))
                .build());
        DatasetReport report = export("trl-preference");
        assertThat(report.candidates()).isEqualTo(6);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(Map.of("duplicate", 2L, "first_user_differs", 2L));
        assertThat(notes)
                .extracting(DatasetNote::sentence)
                .containsExactly(
                        "task t, attempts 0 and 2: row 1, about 31 tokens",
                        "task t, attempts 0 and 3: left out, the same row stands before",
                        "task t, attempts 0 and 4: left out, the first user messages differ: there is no common prompt",
                        "task t, attempts 1 and 2: row 2, about 31 tokens",
                        "task t, attempts 1 and 3: left out, the same row stands before",
                        "task t, attempts 1 and 4: left out, the first user messages differ: there is no common prompt");
        lines.forEach(
                line -> assertThat(RowCheck.problems("trl-preference", line)).isEmpty());
    }

    @Test
    void pairs_of_two_tasks_never_mix() {
        succeeded("t", 0, "good");
        failed("u", 0, "bad");
        assertThat(export("trl-preference").candidates()).isZero();
    }

    @Test
    void of_one_task_only_so_many_pairs_are_looked_at() {
        int side = 101;
        for (int i = 0; i < side; i++) {
            succeeded("t", i, "good " + i);
            failed("t", side + i, "bad " + i);
        }
        DatasetReport report = export("trl-preference");
        assertThat(report.rows()).isEqualTo(DatasetExport.PAIRS_PER_TASK);
        assertThat(report.candidates()).isEqualTo(side * side);
        assertThat(report.rejected()).isEqualTo(Map.of("too_many_pairs", (long) side * side - 10_000));
        assertThat(notes).hasSize(10_001);
    }

    @Test
    void targets_are_written_as_they_are_suggested() {
        evaluations.add(Evaluation.of("agent", "t")
                .score(0.2)
                .suggest("Ask first.")
                .suggest("Check.")
                .build());
        evaluations.add(Evaluation.of("agent", "u").success(true).score(0.25).build());
        evaluations.add(Evaluation.of("agent", "v").success(true).score(1).build());
        evaluations.add(Evaluation.of("agent", "").score(0).build());
        evaluations.add(Evaluation.of("agent", "w").outcome(Outcome.ERROR).build());
        evaluations.add(Evaluation.of("agent", "x").build());
        assertThat(export("targets").rows()).isEqualTo(3);
        assertThat(lines)
                .containsExactly(
                        "{\"task_id\":\"t\",\"outcome\":\"failed\",\"score\":0.2,"
                                + "\"suggestions\":[\"Ask first.\",\"Check.\"]}",
                        "{\"task_id\":\"u\",\"outcome\":\"low_score\",\"score\":0.25,\"suggestions\":[]}",
                        "{\"task_id\":\"x\",\"outcome\":\"failed\",\"score\":0.5,\"suggestions\":[]}");
        lines.forEach(line -> assertThat(RowCheck.problems("targets", line)).isEmpty());
    }

    @Test
    void tools_are_inferred_from_all_calls_under_the_same_instructions() {
        evaluations.add(Evaluation.of("agent", "t")
                .success(true)
                .conversation(calling("S", "find"))
                .build());
        evaluations.add(
                Evaluation.of("agent", "u").conversation(calling("S", "cancel")).build());
        evaluations.add(Evaluation.of("agent", "v")
                .success(true)
                .conversation(calling("other", "pay"))
                .build());
        succeeded("w", 0, "nothing called");
        DatasetReport report = export("openai-chat");
        assertThat(notes.stream().map(note -> note.mends().get(0).sentence()))
                .containsExactly(
                        "the source names no tools: cancel, find inferred from calls, with open parameters",
                        "the source names no tools: pay inferred from calls, with open parameters",
                        "the source names no tools: cancel, find inferred from calls, with open parameters");
        assertThat(report.toolsInferred()).isEqualTo(3);
        assertThat(report.mended()).isEqualTo(Map.of("tools_inferred", 3L));
        lines.forEach(line -> assertThat(RowCheck.problems("openai-chat", line)).isEmpty());
    }

    @Test
    void tools_that_others_called_are_left_out_where_they_would_not_fit() {
        evaluations.add(sound("t", calling("S", "pay.now")));
        evaluations.add(sound("u", calling("S", "pay_now")));
        for (int i = 0; i < Toolbox.MOST_TOOLS; i++) {
            evaluations.add(sound("v" + i, calling("many", "tool-" + i)));
        }
        assertThat(export("openai-chat").rejected()).isEmpty();
        assertThat(tools(lines.get(0))).hasSize(1);
        assertThat(tools(lines.get(2))).hasSize(Toolbox.MOST_TOOLS);
        evaluations.add(sound("w", calling("many", "one too many")));
        assertThat(export("openai-chat").rejected()).isEmpty();
        assertThat(tools(lines.get(2))).hasSize(1);
        lines.forEach(line -> assertThat(RowCheck.problems("openai-chat", line)).isEmpty());
    }

    @Test
    void where_the_source_names_tools_none_are_inferred() {
        Conversation named = new Conversation(calling("S", "cancel").messages(), List.of(Talk.CANCEL));
        evaluations.add(sound("t", named));
        evaluations.add(sound("u", calling("S", "find")));
        export("openai-chat");
        assertThat(tools(lines.get(0))).hasSize(1);
        assertThat(tools(lines.get(1))).hasSize(1);
        assertThat(lines.get(1)).doesNotContain("cancel");
    }

    @Test
    void rows_with_a_secret_are_left_out_and_the_secret_is_not_told() {
        succeeded("t", 0, "Use AKIA" + "ABCDEFGHIJKLMNOP for it.");
        DatasetReport report = export("trl-sft");
        assertThat(lines).isEmpty();
        assertThat(report.rejected()).isEqualTo(Map.of("secret", 1L));
        assertThat(notes.get(0).sentence())
                .isEqualTo("task t, attempt 0: left out, it holds what looks like an AWS access key; remove it at the"
                        + " source");
    }

    @Test
    void the_report_tells_the_sum_of_the_file_and_how_long_the_rows_are() {
        succeeded("t", 0, "x".repeat(300_000));
        succeeded("u", 0, "short");
        DatasetReport report = export("trl-sft");
        byte[] file = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(report.sha256()).isEqualTo(Identity.hex(Identity.sha256().digest(file), 32));
        assertThat(report.tokens().longRows()).isEqualTo(1);
        assertThat(report.tokens().largest()).isEqualTo(notes.get(0).tokens()).isGreaterThan(85_000);
        assertThat(report.tokens().total())
                .isEqualTo(notes.get(0).tokens() + notes.get(1).tokens());
        assertThat(JsonLine.of(report.toObject()))
                .startsWith(
                        "{\"format\":\"trl-sft\",\"evaluations\":2,\"errors\":0,\"attempts\":2,\"succeeded\":2,"
                                + "\"failed\":0,\"disputed\":0,\"excluded\":0,\"left_out\":0,\"without_conversation\":0,"
                                + "\"unused\":{},\"candidates\":2,"
                                + "\"rows\":2,\"mended\":{},\"rejected\":{},\"redacted\":{},\"tools_inferred\":0,\"estimated_tokens\":")
                .contains("\"rows_over_65536_tokens\":1,\"files\":[{\"name\":\"train.jsonl\",\"rows\":2,");
    }

    @Test
    void notes_can_be_written_as_objects() {
        evaluations.add(Evaluation.of("agent", "t")
                .success(true)
                .conversation(talk(user("U"), agent("A"), user("V")))
                .build());
        evaluations.add(Evaluation.of("agent", "u")
                .success(true)
                .conversation(talk(user("U")))
                .build());
        export("trl-sft");
        assertThat(notes)
                .extracting(note -> JsonLine.of(note.toObject()))
                .containsExactly(
                        "{\"row\":1,\"file\":\"train.jsonl\",\"task_id\":\"t\",\"attempts\":[{\"run\":\"\",\"attempt\":0}],"
                                + "\"estimated_tokens\":15,\"mends\":[{\"code\":\"tail_cut\",\"sentence\":\"1 message"
                                + " cut after the assistant's last words\"}],\"rejected\":null}",
                        "{\"row\":null,\"file\":\"train.jsonl\",\"task_id\":\"u\",\"attempts\":[{\"run\":\"\",\"attempt\":0}],"
                                + "\"estimated_tokens\":null,\"mends\":[],\"rejected\":{\"code\":\"no_answer\","
                                + "\"sentence\":\"the assistant says nothing in it, or only calls tools\"}}");
    }

    @Test
    void of_nothing_comes_an_empty_file() {
        for (String format : Formats.all().keySet()) {
            DatasetReport report = export(format);
            assertThat(report.rows()).isZero();
            assertThat(report.sha256()).startsWith("e3b0c44298fc1c14");
        }
    }

    @Test
    void not_more_than_two_transcripts_are_kept() {
        List<WeakReference<Conversation>> given = new ArrayList<>();
        LongFunction<Evaluation> at = position -> {
            Evaluation evaluation = tried(new Attempt("agent", "", "t", (int) position), "I say " + position)
                    .success(position % 2 == 0)
                    .build();
            given.add(new WeakReference<>(evaluation.conversation()));
            return evaluation;
        };
        Recorded recorded = new Recorded(
                visitor -> {
                    for (int i = 0; i < 8; i++) {
                        visitor.visit(i, at.apply(i));
                    }
                },
                at);
        for (DatasetFormat.Rows format : Formats.all().values()) {
            DatasetReport report = DatasetExport.write(format, TaskChoice.ALL, recorded, line -> {}, note -> {
                if (given.size() > 2) {
                    System.gc();
                    given.removeIf(reference -> reference.get() == null);
                }
                assertThat(given).hasSizeLessThanOrEqualTo(2);
            });
            assertThat(report.rows()).isGreaterThanOrEqualTo(format instanceof DatasetFormat.OfTasks ? 1 : 4);
        }
    }

    private DatasetReport export(String format) {
        return export(format, TaskChoice.ALL);
    }

    private DatasetReport export(String format, TaskChoice choice) {
        lines.clear();
        notes.clear();
        return DatasetExport.write(Formats.named(format), choice, Recorded.of(evaluations), lines::add, notes::add);
    }

    private void succeeded(String task, int attempt, String says) {
        evaluations.add(tried(new Attempt("agent", "", task, attempt), says)
                .success(true)
                .build());
    }

    private void failed(String task, int attempt, String says) {
        evaluations.add(tried(new Attempt("agent", "", task, attempt), says).build());
    }

    private static EvaluationBuilder tried(Attempt attempt, String says) {
        return Evaluation.of(attempt).conversation(talk(system("S"), user("U"), agent(says)));
    }

    private static Evaluation sound(String task, Conversation conversation) {
        return Evaluation.of("agent", task)
                .success(true)
                .conversation(conversation)
                .build();
    }

    private static List<?> tools(String line) {
        return (List<?>) StrictJson.object(line).get("tools");
    }

    private static Conversation calling(String instructions, String tool) {
        return talk(system(instructions), user("U"), calls(call("1", tool)), answer("1", "ok"), agent("Done"));
    }
}
