package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeuristicsShowCommandTest {
    private static final String AGENT = "--agent=support";

    @TempDir
    private Path home;

    @Test
    void what_was_never_shown_has_no_effect_yet() {
        Person person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.AGAIN));

        Run run = person.does("heuristics", "show", first(person), AGENT);

        assertThat(run.out())
                .startsWith("Look up the order before promising a refund.\n\nHeuristic " + first(person))
                .contains(" is candidate: not handed out yet; suggested 2 times by 2 critics in 2 tasks.\n")
                .contains("Shown in 0 recalls, withheld by a coin in 0 recalls; verdict: unknown")
                .contains("Nothing is known yet of what it does to success.")
                .contains("heuristic_from_task_refund-2_0  look up the order before promising a refund\n");
    }

    @Test
    void what_was_shown_has_numbers_and_bars_on_one_axis() {
        Person person = new Person(home);
        Season.play(person);

        Run run = person.does("heuristics", "show", first(person), AGENT);

        assertThat(run.out())
                .containsPattern("Shown in \\d+ recalls, withheld by a coin in \\d+ recalls; verdict: ")
                .containsPattern("believed +[+-]\\d+\\.\\d +\\[.*\\] +-\\d+ \\|[-<=:●\\[\\]>]{21}\\| \\+\\d+\n")
                .containsPattern("measured by coin +[+-]\\d+\\.\\d +\\[.*\\] +-\\d+ \\|")
                .containsPattern("  at #refund +[+-]")
                .containsPattern("\n20..-..-.. ..:.. UTC  active  +[+]\\d+\\.\\d points where recalled")
                .doesNotContain("effect");
    }

    @Test
    void json_has_the_fields_of_the_heuristic_and_its_story() {
        Person person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED));

        Run run = person.does("heuristics", "show", first(person), AGENT, "--json");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"id\":\"" + first(person))
                .contains("\"wordings\":{", "\"origins\":[{\"key\":", "\"flags\":[]", "\"history\":[]")
                .doesNotContain("\"heuristic\":{");
    }

    @Test
    void what_is_held_back_says_so_and_why() {
        Person person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED), "--trust", "untrusted");

        Run run = person.does("heuristics", "show", first(person), AGENT);

        assertThat(run.out())
                .contains(" is quarantined: ")
                .contains("It is not shown until it is approved: autotrainer heuristics approve " + first(person))
                .contains("from sources that are not trusted");
    }

    private static String first(Person person) {
        return person.does("heuristics", AGENT).lines().get(1).substring(0, 12);
    }
}
