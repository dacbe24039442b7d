package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeuristicsCommandTest {
    private static final String AGENT = "--agent=support";

    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.AGAIN));
    }

    @Test
    void those_with_the_most_support_come_first() {
        Run run = person.does("heuristics", AGENT);

        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1)).contains("2  candidate      0            Look up the order");
        assertThat(run.lines().get(2)).contains("1  candidate      0            Ask for a photo");
    }

    @Test
    void json_is_one_object_a_line() {
        Run run = person.does("heuristics", AGENT, "--json");

        assertThat(run.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":\"") && line.endsWith("}"));
        assertThat(run.lines().get(0))
                .contains("\"keys\":[\"heuristic_from_task_refund-1_0\",\"heuristic_from_task_refund-2_0\"]")
                .contains("\"support\":2", "\"critics\":{\"human\":1,\"policy\":1}", "\"first_seen\":\"");
    }

    @Test
    void keys_are_the_texts_under_their_keys() {
        assertThat(person.does("heuristics", AGENT, "--keys", "--json").out())
                .isEqualTo("{\"heuristics\":{"
                        + "\"heuristic_from_task_refund-1_0\":\"Look up the order before promising a refund.\","
                        + "\"heuristic_from_task_refund-1_1\":\"Ask for a photo of the damage.\","
                        + "\"heuristic_from_task_refund-2_0\":\"look up the order before promising a refund\"}}\n");
        assertThat(person.does("heuristics", "list", AGENT, "--keys").lines())
                .hasSize(4)
                .contains("heuristic_from_task_refund-1_1  Ask for a photo of the damage.");
    }

    @Test
    void one_is_shown_with_where_it_came_from() {
        String id = person.does("heuristics", AGENT).lines().get(1).substring(0, 6);

        Run run = person.does("heuristics", "show", id, AGENT);

        assertThat(run.out())
                .startsWith("Look up the order before promising a refund.\n\nHeuristic " + id)
                .contains(" is candidate: not handed out yet; suggested 2 times by 2 critics in 2 tasks.\n")
                .contains("\nIt was suggested on 20")
                .contains("Its tasks were about: ")
                .contains("suggested by  times\nhuman             1  ████████████████████\n")
                .endsWith("heuristic_from_task_refund-2_0  look up the order before promising a refund\n");
        assertThat(person.does("heuristics", "show", id, AGENT, "--json").lines())
                .hasSize(1);
    }

    @Test
    void one_is_set_by_hand() {
        assertThat(person.does("heuristics", "set", "tone", "Answer in their language.", AGENT)
                        .out())
                .startsWith("Set tone; the heuristic is ");
        String id = person.does("heuristics", AGENT).lines().stream()
                .filter(line -> line.contains("Answer in"))
                .findFirst()
                .orElseThrow()
                .substring(0, 12);
        assertThat(person.does("heuristics", "show", id, AGENT).out())
                .contains("It was set by hand; no evaluation has suggested it.");
    }

    @Test
    void one_that_says_what_another_says_tells_which_and_how_it_is_shown() {
        String id = person.does("heuristics", AGENT).lines().get(1).substring(0, 12);

        assertThat(person.does("heuristics", "set", "order", "Look up the order before promising a refund!", AGENT)
                        .out())
                .isEqualTo("Set order; it is the same advice as heuristic " + id
                        + ", which is shown in its first wording: Look up the order before promising a refund.\n");
    }

    @Test
    void blanks_around_a_text_make_no_other_wording() {
        assertThat(person.does("heuristics", "set", "tone", "  Answer in their\r\nlanguage. ", AGENT)
                        .out())
                .startsWith("Set tone; the heuristic is ");
    }

    @Test
    void what_a_terminal_would_obey_is_never_written_to_it() {
        String hostile = "{\"task_id\":\"t1\",\"suggestions\":[\"Say \u202eyes\u2066 and \udb40\udc41 no\"]}";
        person.does("train", person.file("hostile.jsonl", hostile));

        for (String view : new String[] {"--keys", "--limit=5"}) {
            assertThat(person.does("heuristics", view).out()).contains("Say \ufffdyes\ufffd and \ufffd no");
        }
        assertThat(person.does("heuristics", "--json").out()).contains("Say \\u202eyes\\u2066 and \\udb40\\udc41 no");
    }

    @Test
    void colours_are_for_terminals_that_want_them() {
        assertThat(person.does("lessons", AGENT).out()).doesNotContain("\u001b");
        person.at(Stream.OUT);
        assertThat(person.does("lessons", AGENT).out()).contains("\u001b[1mtask", "\u001b[36m█");
        assertThat(person.with("TERM", "dumb").does("heuristics", AGENT).out()).doesNotContain("\u001b");
        person.with("TERM", "xterm").with("NO_COLOR", "1");
        assertThat(person.does("lessons", AGENT).out()).doesNotContain("\u001b");
    }

    @Test
    void an_agent_without_heuristics_is_empty_and_no_failure() {
        Run run = person.does("heuristics", "--agent", "nobody");

        assertThat(run.out()).isEmpty();
        assertThat(run.notes())
                .containsExactly(
                        "there is no agent nobody; there is support", "there are no heuristics of agent nobody");
    }
}
