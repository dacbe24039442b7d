package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetractCommandTest {
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
    void a_rehearsal_tells_what_would_change_and_changes_nothing() {
        String before = person.does("store", "check", "--json").out();

        Run run = person.does("retract", "--critic", "policy", AGENT, "--dry-run");

        assertThat(run.out())
                .contains("evidence  Look up the order before promising a refund.\n")
                .contains("was: candidate, 2 tasks, shown 0\n", "would be: candidate, 1 task, shown 0\n")
                .contains("gone      Ask for a photo of the damage.\n", "would be: not there\n")
                .endsWith("A rehearsal, nothing was written: 1 fact would no longer count; 2 heuristics change.\n");
        assertThat(person.does("store", "check", "--json").out()).isEqualTo(before);
    }

    @Test
    void what_was_retracted_is_gone_and_comes_back() {
        String before = person.does("heuristics", AGENT, "--json").out();

        Run run = person.does("retract", "--task", "refund-1", AGENT);

        assertThat(run.out()).contains("1 fact no longer counts; 2 heuristics change.\n");
        assertThat(person.does("heuristics", AGENT).lines()).hasSize(2);
        String undo = run.lines().get(run.lines().size() - 1);
        assertThat(undo).startsWith("Take it back with: autotrainer retract --undo ");

        Run back = person.does("retract", "--undo", undo.split(" ")[7], AGENT);
        assertThat(back.out()).contains("back ", "was: not there", "1 fact counts again; 2 heuristics change.");
        assertThat(person.does("heuristics", AGENT, "--json").out()).isEqualTo(before);
    }

    @Test
    void all_that_is_said_must_fit() {
        assertThat(person.does("retract", "--critic", "policy", "--task", "refund-2", AGENT, "--dry-run")
                        .out())
                .isEqualTo("A rehearsal, nothing was written: 0 facts would no longer count; no heuristic changes.\n");
        assertThat(person.does("retract", "--tag=refund", "--after=2000-01-01T00:00:00Z", AGENT, "--dry-run", "--json")
                        .out())
                .startsWith("{\"retraction\":\"")
                .contains("\"dry_run\":true,\"facts\":1,\"changes\":[{\"id\":\"")
                .endsWith("\"changed\":2}\n");
    }

    @Test
    void a_retraction_that_is_not_there_is_told_in_a_sentence() {
        Run run = person.types("retract", "--undo", "never", AGENT);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes()).containsExactly("agent support has no retraction never; it has none");
    }

    @Test
    void a_retraction_is_taken_back_by_the_beginning_of_its_id() {
        String whole = retracted("--critic=policy");

        Run run = person.types("retract", "--undo", "zzzz", AGENT);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes()).containsExactly("agent support has no retraction zzzz; it has " + whole);

        assertThat(person.does("retract", "--undo", whole.substring(0, 6), AGENT)
                        .out())
                .contains("1 fact counts again");
    }

    @Test
    void retractions_are_listed_with_what_became_of_them() {
        assertThat(person.does("retract", "--list", AGENT).notes())
                .containsExactly("there are no retractions of agent support");
        String first = retracted("--critic=policy");
        person.does("retract", "--undo", first, AGENT);
        String second = retracted("--tag=refund");

        List<String> lines = person.does("retract", "--list", AGENT).lines();

        assertThat(lines.get(0)).matches("id +made +facts +standing +what was retracted");
        assertThat(lines.get(1)).matches(second.substring(0, 12) + "  20.* UTC +1  in force +tag refund");
        assertThat(lines.get(2)).matches(first.substring(0, 12) + "  20.* UTC +1  taken back +critic policy");
        assertThat(person.does("retract", "--list", AGENT, "--json").lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"retraction\":\"" + second + "\",\"at\":\"20")
                .endsWith("\"what\":\"tag refund\",\"facts\":1,\"undone\":false}");
    }

    @Test
    void a_retraction_that_nothing_fits_is_refused_and_nothing_is_written() {
        String before = person.does("store", "check", "--json").out();

        Run run = person.types("retract", "--critic", "nobody", AGENT);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes())
                .containsExactly("nothing of agent support fits critic nobody; critics are human, policy");
        assertThat(person.does("store", "check", "--json").out()).isEqualTo(before);
    }

    private String retracted(String what) {
        String json = person.does("retract", what, AGENT, "--json").out();
        return json.substring("{\"retraction\":\"".length()).replaceFirst("\".*\n", "");
    }
}
