package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
    }

    @Test
    void a_summary_tells_what_training_led_to() {
        String file = person.file("results.jsonl", Records.FAILED, Records.AGAIN, Records.SUCCEEDED, Records.ERROR);

        Run run = person.does("train", file);

        assertThat(run.out()).isEqualTo("""
                        evaluations read        4
                          recorded              4  ████████████████████
                          unchanged             0
                          rejected              0
                        successes               1  █████
                        failures                2  ██████████
                        errors, not judged      1  █████
                        training suggestions    5
                          heuristic_update      3  ████████████
                          fine_tune_dataset     2  ████████
                          applied               3  ████████████
                        heuristics new          2
                        heuristics reinforced   1
                        examples for data sets  1  █████

                        See what was learned: autotrainer heuristics --agent support
                        """);
        assertThat(run.notes()).containsExactly("made the store sqlite:" + home.resolve("memory.db"));
    }

    @Test
    void json_is_the_summary_of_the_wire_in_one_line() {
        String file = person.file("results.jsonl", Records.FAILED, "{\"task_id\":7}", Records.SUCCEEDED);

        Run run = person.types("train", file, "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("{\"read\":")
                .endsWith("\"recorded\":2,\"unchanged\":0,\"rejected\":1,\"successes\":1,\"errors\":0,"
                        + "\"suggestions\":{\"heuristic_update\":2,\"fine_tune_dataset\":1},\"applied\":2,"
                        + "\"heuristics\":{\"new\":2,\"reinforced\":0},\"examples\":1,"
                        + "\"problems\":[{\"file\":\"" + file + "\",\"line\":2,"
                        + "\"reason\":\"task_id is 7; allowed is a text\"}]}\n");
    }

    @Test
    void the_same_file_again_changes_nothing_and_says_so() {
        String file = person.file("results.jsonl", Records.FAILED, Records.of("t1"), Records.of("t1"));
        person.does("train", file);
        String before = person.does("store", "check", "--json").out();

        Run again = person.does("train", file);

        assertThat(again.out()).endsWith("Nothing changed: all 3 were recorded before.\n");
        assertThat(again.err()).isEmpty();
        assertThat(person.does("store", "check", "--json").out()).isEqualTo(before);
    }

    @Test
    void a_dry_run_writes_nothing_and_makes_no_store() {
        String file = person.file("results.jsonl", Records.FAILED);

        Run run = person.does("train", "--dry-run", file);

        assertThat(run.out()).contains("recorded", "1").endsWith("A rehearsal: nothing was written.\n");
        assertThat(home.resolve("memory.db")).doesNotExist();

        person.does("train", person.file("other.jsonl", Records.AGAIN));
        String before = person.does("store", "check", "--json").out();
        person.does("train", "--dry-run", file);
        assertThat(person.does("store", "check", "--json").out()).isEqualTo(before);
    }

    @Test
    void proposing_applies_nothing() {
        Run run = person.does("train", "--propose", person.file("results.jsonl", Records.FAILED));

        assertThat(run.out()).contains("applied               0").contains("decide with: autotrainer suggestions");
        assertThat(person.does("suggestions", "--agent", "support", "--status", "pending")
                        .lines())
                .hasSize(4);
    }

    @Test
    void lessons_add_suggestions_from_earlier_evaluations() {
        String file = person.file("results.jsonl", Records.FAILED, Records.AGAIN);

        Run run = person.does("train", "--lessons", "--json", file);

        assertThat(run.out()).contains("\"heuristic_update\":5");
    }

    @Test
    void an_array_a_pretty_object_and_lines_give_the_same() {
        String lines = person.file("lines.jsonl", Records.FAILED, "", "  " + Records.SUCCEEDED + "  ");
        person.does("train", lines);
        String array = person.file("array.json", "[", Records.FAILED + ",", Records.SUCCEEDED, "]");
        String pretty = person.file("pretty.json", "{", "  \"task_id\": \"t9\",", "  \"success\": true", "}");

        assertThat(person.does("train", array, "--json").out()).contains("\"read\":2,\"recorded\":0,\"unchanged\":2");
        assertThat(person.does("train", pretty, "--json").out()).contains("\"read\":1,\"recorded\":1");
    }

    @Test
    void standard_input_is_read_without_a_file_and_for_a_dash() {
        assertThat(person.piping(Records.FAILED).does("train", "--json").out()).contains("\"recorded\":1");
        assertThat(person.piping(Records.FAILED).does("train", "-", "--json").out())
                .contains("\"unchanged\":1");
        assertThat(person.piping("nonsense").types("train").notes())
                .containsExactly(
                        "standard input line 1: it is text of no format that is known; see --from in autotrainer train --help");
    }

    @Test
    void a_person_who_pipes_nothing_is_told_what_is_missing() {
        Run run = person.at(Stream.IN).types("train");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.notes().get(0)).isEqualTo("train needs a FILE, or evaluations on standard input");
    }

    @Test
    void what_a_record_does_not_say_is_taken_from_the_options() {
        String file = person.file("results.jsonl", Records.FAILED, Records.of("t1"));

        person.does("train", file, "--agent", "coder", "--run", "ci-7");

        assertThat(person.does("lessons", "--agent", "coder", "--json").out())
                .contains("\"agent\":\"coder\",\"run\":\"ci-7\",\"task_id\":\"t1\"");
        assertThat(person.does("lessons", "--agent", "support", "--json").out())
                .contains("\"agent\":\"support\",\"run\":\"ci-7\",\"task_id\":\"refund-1\"");
    }

    @Test
    void bad_lines_are_told_and_the_good_ones_kept() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            lines.append(Records.of("t" + i))
                    .append("\n{\"task_id\":\"x\",\"score\":")
                    .append(i + 2)
                    .append("}\n");
        }
        String file = person.file("results.jsonl", lines.toString());

        Run run = person.types("train", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("recorded              30");
        assertThat(run.notes())
                .hasSize(22)
                .contains(file + " line 2: score is 2.0; allowed are 0 to 1")
                .endsWith("and 10 more; see them with --json");
    }

    @Test
    void the_form_of_a_file_of_another_tool_is_found_out_and_said() {
        String record = "{\"reward\":1.0,\"task_id\":3,\"info\":{},\"trial\":0,\"traj\":["
                + "{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Hi\"}]}";
        String file = person.file("gpt-4o-airline.json", "[" + record + "]");

        Run run = person.does("train", file, "--json");

        assertThat(run.out()).contains("\"recorded\":1", "\"successes\":1", "\"examples\":1");
        assertThat(run.notes()).contains(file + " is read as tau-bench");
        assertThat(person.does("train", file, "--from", "tau-bench").err()).isEmpty();
        assertThat(person.types("train", file, "--from", "native").notes().get(0))
                .isEqualTo(file + " line 1: task_id is 3; allowed is a text");
    }

    @Test
    void a_reason_is_short_whatever_the_record_holds() {
        String file = person.file(
                "long.jsonl", "{\"task_id\":\"t\",\"suggestions\":[{\"a\":\"" + "x".repeat(100_000) + "\"}]}");

        assertThat(person.types("train", file, "--json").out()).hasSizeLessThan(2_000);
    }

    @Test
    void a_file_without_a_good_record_makes_no_store() {
        assertThat(person.types("train", person.file("bad.jsonl", "{}")).exitCode())
                .isEqualTo(1);
        assertThat(person.types("train", person.file("empty.jsonl", "")).exitCode())
                .isZero();
        assertThat(home.resolve("memory.db")).doesNotExist();
    }

    @Test
    void the_next_command_can_be_typed_as_it_stands() {
        String record = Records.of("t").replace("{", "{\"agent\":\"Anna's agent\",\"suggestions\":[\"Look first.\"],");

        assertThat(person.does("train", person.file("spaced.jsonl", record)).out())
                .endsWith("See what was learned: autotrainer heuristics --agent 'Anna'\\''s agent'\n");
    }

    @Test
    void a_file_without_an_evaluation_is_told_in_one_line() {
        assertThat(person.does("train", person.file("empty.jsonl", "")).out()).isEqualTo("There was no evaluation.\n");
    }

    @Test
    void what_became_of_the_receipts_is_counted() {
        person.does("train", person.file("first.jsonl", Records.FAILED));
        person.does("recall", "refund", "--agent=support", "--task=t1", "--id=r1");
        String quoting = "{\"agent\":\"support\",\"task_id\":\"%s\",\"success\":true,\"receipt\":\"%s\"}";
        String file = person.file(
                "quoting.jsonl",
                quoting.formatted("t1", "r1"),
                quoting.formatted("t2", "unheard-of"),
                quoting.formatted("t3", "r1"));

        assertThat(person.does("train", file, "--dry-run", "--json").out())
                .endsWith("\"credit\":{\"credited\":1,\"none\":1,\"waiting\":1}}\n");
        assertThat(person.does("train", file).lines())
                .anyMatch(line -> line.matches("receipts quoted +3"))
                .anyMatch(line -> line.matches("  credited +1  .*"))
                .anyMatch(line -> line.matches("  not known yet +1  .*"))
                .anyMatch(line -> line.matches("  without credit +1  .*"));
        assertThat(person.does("train", file, "--json").out()).doesNotContain("credit");
    }

    @Test
    void a_store_in_a_folder_that_is_not_there_is_not_made() {
        String store = home.resolve("no/such/x.db").toString();

        Person.Run run = person.types("train", person.file("good.jsonl", Records.FAILED), "--store", store);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes())
                .containsExactly("--store names a store in " + home.resolve("no/such")
                        + ", a folder that does not exist; check the path, or make the folder");
        assertThat(home.resolve("no")).doesNotExist();
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        String file = person.file("bom.jsonl", ("\ufeff" + Records.of("t1")).getBytes(StandardCharsets.UTF_8));

        assertThat(person.does("train", file, "--json").out()).contains("\"recorded\":1");
    }

    @Test
    void progress_is_shown_to_a_person_who_watches_and_leaves_nothing_behind() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            lines.append(Records.of("t" + i)).append('\n');
        }
        String file = person.file("many.jsonl", lines.toString());

        assertThat(person.does("train", file, "--dry-run").err()).isEmpty();
        assertThat(person.at(Stream.ERR).does("train", file, "--dry-run").err())
                .contains("█", "% ", "evaluations")
                .endsWith("\r\u001b[K");
    }

    @Test
    void the_first_use_of_the_default_store_is_said() {
        Person newcomer = new Person(home).with("AUTOTRAINER_STORE", "");

        Run run = newcomer.does("train", newcomer.file("results.jsonl", Records.FAILED));

        Path store = home.resolve(".local/share/autotrainer/memory.db");
        assertThat(run.notes()).containsExactly("made the store sqlite:" + store);
        assertThat(store).exists();
        assertThat(newcomer.does("lessons", "--agent", "support").out()).contains("refund-1");
    }
}
