package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsCommandTest {
    private static final String AGENT = "--agent=support";

    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
        person.does("train", "--propose", person.file("results.jsonl", Records.FAILED));
    }

    @Test
    void they_are_listed_without_a_verb() {
        List<String> lines = person.does("suggestions", AGENT).lines();

        assertThat(lines).isEqualTo(person.does("suggestions", "list", AGENT).lines());
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith("id")
                .contains("status")
                .contains("kind")
                .contains("task")
                .contains("what");
        assertThat(lines.get(1)).contains("pending").contains("Look up the order before promising a refund.");
        assertThat(lines.get(3)).contains("fine_tune_dataset").contains("train on this task: failed, score 0.2");
    }

    @Test
    void json_is_one_object_a_line() {
        Run run = person.does("suggestions", AGENT, "--json", "--kind", "fine_tune_dataset");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"id\":\"")
                .endsWith("\"kind\":\"fine_tune_dataset\",\"key\":\"training_target_refund-1\",\"value\":{"
                        + "\"task_id\":\"refund-1\",\"outcome\":\"failed\",\"score\":0.2,\"suggestions\":["
                        + "\"Look up the order before promising a refund.\",\"Ask for a photo of the damage.\"]},"
                        + "\"source_task_id\":\"refund-1\","
                        + "\"reason\":\"Task failed or low score; add to training dataset\",\"status\":\"pending\"}\n");
    }

    @Test
    void one_is_applied_by_the_beginning_of_its_id() {
        String id = idOf("heuristic_update");

        assertThat(person.does("suggestions", "apply", id, AGENT).out())
                .isEqualTo("Applied: Look up the order before promising a refund.\n");
        assertThat(person.does("suggestions", AGENT, "--status", "applied").out())
                .contains(id);
        assertThat(person.does("heuristics", AGENT).out()).contains("Look up the order");
    }

    @Test
    void one_is_dismissed_and_stays_so() {
        String id = idOf("fine_tune_dataset");

        assertThat(person.does("suggestions", "dismiss", id, AGENT).out())
                .isEqualTo("Dismissed: task refund-1 is left out of data sets.\n");
        assertThat(person.does("suggestions", "dismiss", id, AGENT, "--json").out())
                .contains("\"status\":\"dismissed\"");
    }

    @Test
    void one_that_is_not_there_is_not_found() {
        Run run = person.types("suggestions", "apply", "0000", AGENT);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes()).hasSize(1);
        assertThat(run.notes().get(0)).contains("no suggestion 0000").contains("autotrainer suggestions list");
    }

    @Test
    void a_list_that_is_cut_says_so() {
        Run run = person.does("suggestions", AGENT, "--limit", "2");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.notes()).containsExactly("these are the first 2 suggestions; show more with --limit");
    }

    private String idOf(String kind) {
        return person.does("suggestions", AGENT, "--kind", kind).lines().get(1).substring(0, 8);
    }
}
