package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurationCommandTest {
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
    void a_heuristic_is_pinned_retired_and_restored() {
        String id = id(1);

        assertThat(person.does("heuristics", "pin", id, AGENT).out())
                .isEqualTo(
                        "Heuristic " + id + " is pinned now: it is shown whenever it is relevant, and not measured.\n");
        assertThat(person.does("heuristics", "pin", id, AGENT).out())
                .isEqualTo("Nothing changed: heuristic " + id + " is pinned already.\n");
        assertThat(person.does("heuristics", "retire", id, AGENT).out()).contains("is retired now");
        assertThat(person.does("recall", "order", AGENT).out()).doesNotContain("Look up");
        assertThat(person.does("heuristics", "restore", id, AGENT).out()).contains("is candidate now");
        assertThat(person.does("recall", "order", AGENT).out()).contains("Look up");
        assertThat(person.does("heuristics", "show", id, AGENT).out())
                .contains("pinned by a person", "retired by a person", "restored by a person");
    }

    @Test
    void json_is_the_heuristic_after_the_decision() {
        assertThat(person.does("heuristics", "pin", id(1), AGENT, "--json").out())
                .startsWith("{\"id\":\"" + id(1))
                .endsWith("\"status\":\"pinned\",\"changed\":true}\n");
    }

    @Test
    void only_what_is_held_back_can_be_approved() {
        String id = id(2);
        Run refused = person.types("heuristics", "approve", id, AGENT);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.notes().get(0)).endsWith(" is candidate, not quarantined");

        String foreign = "{\"task_id\":\"t1\",\"agent\":\"guest\",\"suggestions\":[\"Read the manual.\"]}";
        person.does("train", person.file("foreign.jsonl", foreign), "--trust", "untrusted");
        Run held = person.does("heuristics", "list", "--agent=guest", "--status=quarantined");
        assertThat(held.lines()).hasSize(2);
        String waiting = held.lines().get(1).substring(0, 12);
        assertThat(person.does("heuristics", "approve", waiting, "--agent=guest")
                        .out())
                .isEqualTo("Heuristic " + waiting + " is candidate now: it is tried out like any other.\n");
        assertThat(person.does("heuristics", "list", "--agent=guest", "--status=quarantined")
                        .notes())
                .containsExactly("there are no heuristics of agent guest that are quarantined");
    }

    @Test
    void two_are_put_together_and_parted_again() {
        String one = id(1);
        String other = id(2);

        assertThat(person.does("heuristics", "merge", other, one, AGENT).out())
                .startsWith("They are one heuristic now, ");
        assertThat(person.does("heuristics", AGENT).lines()).hasSize(2);
        assertThat(person.does("heuristics", "show", one, AGENT).out())
                .contains("which is the same advice", other + "  Ask for a photo of the damage.");

        assertThat(person.does("heuristics", "split", other, AGENT).out())
                .isEqualTo("The wording is heuristic " + other + " now: Ask for a photo of the damage.\n");
        assertThat(person.does("heuristics", AGENT).lines()).hasSize(3);
        assertThat(person.types("heuristics", "split", other, AGENT).notes().get(0))
                .endsWith("has one wording only; there is nothing to split");
    }

    @Test
    void one_that_is_not_there_is_told_in_a_sentence() {
        Run run = person.types("heuristics", "retire", "ffffffff", AGENT);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes()).hasSize(1);
        assertThat(run.notes().get(0))
                .isEqualTo("agent support has no heuristic ffffffff; try: autotrainer heuristics list --agent support");
    }

    private String id(int row) {
        return person.does("heuristics", AGENT).lines().get(row).substring(0, 12);
    }
}
