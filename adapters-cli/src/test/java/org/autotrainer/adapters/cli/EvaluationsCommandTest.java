package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.autotrainer.adapters.cli.Person.Run;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationsCommandTest {
    private static final String AGENT = "--agent=support";

    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.SUCCEEDED, Records.ERROR));
    }

    @Test
    void they_are_listed_newest_first_with_errors_and_what_was_retracted() {
        person.does("retract", "--critic", "policy", AGENT);

        Run run = person.does("evaluations", AGENT);

        assertThat(run.out().replaceAll("20..-..-.. ..:..", "NOW")).isEqualTo("""
                        id  task      result              score            critic  suggested  recorded (UTC)
                        e4  refund-3  error                0.50  ████                      0  NOW
                        e3  refund-1  success              0.90  ███████▎                  0  NOW
                        e1  refund-1  failure, retracted   0.20  █▋        policy          2  NOW
                        """);
    }

    @Test
    void those_are_listed_that_fit_what_is_said() {
        assertThat(ids("--task", "refund-1")).containsExactly("e3", "e1");
        assertThat(ids("--critic", "policy")).containsExactly("e1");
        assertThat(ids("--result", "success")).containsExactly("e3");
        assertThat(ids("--result", "failure")).containsExactly("e1");
        assertThat(ids("--result", "error")).containsExactly("e4");
        assertThat(person.does("evaluations", AGENT, "--run", "r", "--result", "error")
                        .notes())
                .containsExactly("there are no evaluations of agent support with run r, result error");
        assertThat(person.does("evaluations", AGENT, "--limit", "1").notes())
                .containsExactly("there are more evaluations than this one; show more with --limit");
    }

    @Test
    void one_is_shown_with_what_it_taught() {
        Run run = person.does("evaluations", "show", "e1", AGENT);

        assertThat(run.out())
                .startsWith(
                        "Task refund-1 failed, score 0.20, judged by policy.\nEvaluation e1, is fact 1 of the journal,")
                .contains("It came from results.jsonl.\nAbout: Refund for a broken lid #refund\n")
                .contains("\nwhat the critic suggested\nLook up the order before promising a refund.\nAsk for")
                .contains("\nheuristic_update   applied  heuristic_from_task_refund-1_0\n")
                .contains("\nfine_tune_dataset  pending  training_target_refund-1\n")
                .containsPattern("\n[0-9a-f]{12}  candidate  Look up the order before promising a refund.\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_conversation_is_shown_and_a_long_one_is_cut_with_a_note() {
        assertThat(person.does("evaluations", "show", "e3", AGENT).out())
                .startsWith("Task refund-1, attempt 1 succeeded, score 0.90.\n")
                .endsWith("""

                        who        said
                        user       My lid is broken.
                        assistant  Order 7 is on its way back; the money arrives in 3 days.
                        """);
        StringBuilder messages = new StringBuilder("{\"role\":\"system\",\"content\":\"" + "x".repeat(5_000) + "\"}");
        for (int i = 1; i < 50; i++) {
            messages.append(",{\"role\":\"assistant\",\"content\":\"Said ")
                    .append(i)
                    .append(".\",\"tool_calls\":[{\"name\":\"find\",\"arguments\":{\"n\":")
                    .append(i)
                    .append("}}]}");
        }
        String record = "{\"id\":\"long\",\"agent\":\"support\",\"task_id\":\"t\",\"messages\":[" + messages + "]}";
        person.does("train", person.file("long.jsonl", record));

        Run run = person.does("evaluations", "show", "long", AGENT);

        assertThat(run.out())
                .contains("Said 4. calls find {\"n\":4}\n           … 30 messages …\nassistant  Said 35. calls find")
                .contains("Said 49.")
                .doesNotContain("Said 5.", "Said 34.", "x".repeat(1_000));
        assertThat(run.notes()).containsExactly("long messages are cut; see all with --json");
    }

    @Test
    void what_json_gives_is_corrected_and_sent_again() throws Exception {
        String shown = person.does("evaluations", "show", "e3", AGENT, "--json").out();
        String evaluation = shown.replaceFirst("^\\{\"evaluation\":", "").replaceFirst(",\"position\":\\d.*\n", "");

        assertThat(person.does("train", person.file("same.jsonl", evaluation)).out())
                .endsWith("Nothing changed: it was recorded before.\n");
        String corrected = evaluation.replace("\"score\":0.9", "\"score\":0.1,\"revision\":1");
        person.does("train", person.file("corrected.jsonl", corrected));

        assertThat(person.does("evaluations", "show", "e3", AGENT).out())
                .contains(
                        "score 0.10",
                        "Evaluation e3, revision 1, is fact 4",
                        "It was corrected once; this is how it is now.");
        assertThat(ids()).containsExactly("e4", "e3", "e1");
    }

    @Test
    void what_was_retracted_says_how_to_take_that_back() {
        person.does("retract", "--critic", "policy", AGENT);

        String told = person.does("evaluations", "show", "e1", AGENT)
                .out()
                .lines()
                .filter(line -> line.startsWith("It was retracted"))
                .findFirst()
                .orElseThrow();

        assertThat(told).contains("does not count; to take that back: autotrainer retract --undo ");
        person.does(told.replaceFirst(".*autotrainer ", "").split(" ", -1));
        assertThat(person.does("evaluations", "show", "e1", AGENT).out()).doesNotContain("retracted");
    }

    @Test
    void the_receipt_is_shown_with_what_was_handed_out() {
        String receipt = person.does("recall", "a refund", AGENT, "--task", "refund-7", "--explore", "off", "--json")
                .out()
                .replaceFirst("(?s).*\"receipt\":\"([^\"]+)\".*", "$1");
        person.does(
                "train",
                person.file(
                        "quoting.jsonl",
                        "{\"id\":\"q1\",\"agent\":\"support\",\"task_id\":\"refund-7\",\"success\":true,\"receipt\":\""
                                + receipt + "\"}",
                        "{\"id\":\"q2\",\"agent\":\"support\",\"task_id\":\"refund-8\",\"receipt\":\"lost\"}"));

        assertThat(person.does("evaluations", "show", "q1", AGENT).out())
                .contains("It quotes the receipt " + receipt + ": credited, what the receipt handed out is credited")
                .containsPattern("\n[0-9a-f]{12}  shown     +0\\.\\d\\d  Look up the order before");
        assertThat(person.does("evaluations", "show", "q2", AGENT).out())
                .contains("It quotes the receipt lost: waiting, the receipt is not known yet")
                .contains("The journal has no such receipt.");
    }

    @Test
    void the_beginning_of_an_id_is_enough_and_one_that_is_not_there_is_told_with_what_would_help() {
        person.does("train", person.file("more.jsonl", Records.of("t1")));
        String line = person.does("evaluations").lines().get(1);
        String begun = line.substring(0, line.indexOf(' '));
        assertThat(begun).hasSize(12);

        assertThat(person.does("evaluations", "show", begun).out()).startsWith("Task t1 succeeded");
        Run none = person.types("evaluations", "show", "zzzz", AGENT);
        assertThat(none.notes())
                .containsExactly("agent support has no evaluation zzzz; try: autotrainer evaluations list "
                        + AGENT.replace('=', ' '));
        assertThat(none.exitCode()).isEqualTo(1);
    }

    @Test
    void a_terminal_is_not_told_what_it_would_obey() {
        String record =
                "{\"id\":\"h\",\"agent\":\"support\",\"task_id\":\"a\u202eb\",\"suggestions\":[\"see \u202e this\"],"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"\\u001b[31mred\\u0007\\nsecond\"}]}";
        person.does("train", person.file("hostile.jsonl", record));

        for (Run run : List.of(person.does("evaluations", AGENT), person.does("evaluations", "show", "h", AGENT))) {
            assertThat(run.out()).doesNotContain("\u001b", "\u202e", "\u0007").contains("\ufffd");
        }
        assertThat(person.does("evaluations", "show", "h", AGENT, "--json").out())
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void lines_keep_to_the_width_of_a_terminal() {
        person.at(Stream.OUT).with("COLUMNS", "40").with("NO_COLOR", "1");

        assertThat(person.does("evaluations", AGENT).lines()).allMatch(line -> line.length() <= 40);
    }

    private List<String> ids(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "evaluations";
        words[1] = AGENT;
        words[2] = "--json";
        System.arraycopy(options, 0, words, 3, options.length);
        return person.does(words).lines().stream()
                .map(line -> line.replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }
}
