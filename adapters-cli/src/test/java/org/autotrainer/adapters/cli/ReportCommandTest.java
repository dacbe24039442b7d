package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
    }

    @Test
    void it_begins_with_what_the_memory_is_worth_and_ends_with_what_that_costs() {
        Season.play(person);

        Run run = person.does("report", "--agent=support");

        assertThat(run.out())
                .startsWith("The memory of agent support is worth ")
                .containsPattern("with memory +\\d+ +\\d+\\.\\d% +█")
                .containsPattern("control +\\d+ +\\d+\\.\\d%")
                .containsPattern("critic +judged +success +score +lenient")
                .containsPattern("recalls with a receipt +300\n")
                .containsPattern("tokens put into prompts +[\\d,]+\n")
                .containsPattern("beliefs that coins bear out +\\d+\\.\\d%");
        assertThat(run.out().indexOf("heuristics  number"))
                .isBetween(run.out().indexOf("control "), run.out().indexOf("what measuring costs"));
    }

    @Test
    void json_is_one_object() {
        Season.play(person);

        Run run = person.does("report", "--agent=support", "--json");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"agent\":\"support\",\"total_lift\":{\"uplift\":{\"uplift\":")
                .contains("\"cost\":{\"receipts\":300,\"unanswered\":0,");
    }

    @Test
    void what_waits_for_approval_is_told() {
        person.does("train", person.file("results.jsonl", Records.FAILED), "--trust", "untrusted");

        assertThat(person.does("report", "--agent=support").out())
                .contains("no evaluation has quoted a receipt.")
                .containsPattern("quarantined +2 +█")
                .containsPattern("id +quarantined\n")
                .contains("Ask for a photo of the damage.");
    }

    @Test
    void an_agent_without_facts_has_learned_nothing() {
        person.does("train", person.file("results.jsonl", Records.FAILED));

        assertThat(person.does("report", "--agent=nobody").out())
                .startsWith("What the memory of agent nobody is worth is not known yet")
                .contains("No heuristic was learned yet.");
    }
}
