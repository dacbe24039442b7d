package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed to go on with runs as it is printed: on the store and the agent that it is about. */
class NextStepTest {
    @TempDir
    private Path home;

    private Person person;
    private String other;

    @BeforeEach
    void begin() {
        person = new Person(home);
        other = home.resolve("other store's.db").toString();
    }

    @Test
    void after_training_the_store_is_named_and_quoted() {
        String last = last(person.does("train", person.file("good.jsonl", Records.FAILED), "--store", other));

        assertThat(last)
                .isEqualTo("See what was learned: autotrainer heuristics --agent support --store '"
                        + other.replace("'", "'\\''") + "'");
        assertThat(person.does("heuristics", "--agent", "support", "--store", other)
                        .lines())
                .hasSize(3);
    }

    @Test
    void a_store_that_nobody_named_is_not_named() {
        assertThat(last(person.does("train", person.file("good.jsonl", Records.FAILED))))
                .isEqualTo("See what was learned: autotrainer heuristics --agent support");
    }

    @Test
    void an_agent_that_the_records_name_is_meant_not_the_one_of_those_that_name_none() {
        String record = "{\"agent\":\"default\",\"task_id\":\"t\",\"suggestions\":[\"Look first.\"]}";

        assertThat(last(person.does("train", person.file("good.jsonl", record), "--agent", "support")))
                .isEqualTo("See what was learned: autotrainer heuristics --agent default");
    }

    @Test
    void a_retraction_is_taken_back_as_it_is_told() {
        person.does("train", person.file("good.jsonl", Records.FAILED), "--store", "sqlite:" + home + "/my.db");

        String last =
                last(person.does("retract", "--task=refund-1", "--agent=support", "--store=sqlite:" + home + "/my.db"));

        assertThat(last)
                .matches("Take it back with: autotrainer retract --undo [0-9a-f]+ --agent support --store sqlite:"
                        + home + "/my.db");
        person.does(last.replace("Take it back with: autotrainer ", "").split(" "));
    }

    @Test
    void what_would_help_after_a_failure_names_the_store_too() {
        person.does("train", person.file("good.jsonl", Records.FAILED));
        String store = home.resolve("memory.db").toString();

        assertThat(person.types("heuristics", "pin", "0000", "--agent", "support", "--store", store)
                        .notes())
                .containsExactly("agent support has no heuristic 0000; try: autotrainer heuristics list --agent support"
                        + " --store " + store);
        String missing = home.resolve("none.db").toString();
        assertThat(person.types("lessons", "--agent", "support", "--store", missing)
                        .notes()
                        .get(0))
                .endsWith("make it with: autotrainer store init --store " + missing);
        assertThat(person.does("token", "list", "--tokens", home.resolve("t").toString())
                        .out())
                .endsWith("make one with: autotrainer token create NAME --tokens " + home.resolve("t") + "\n");
    }

    @Test
    void after_training_that_suggests_nothing_nobody_is_sent_to_suggestions() {
        String record = "{\"task_id\":\"t\",\"success\":true,\"score\":1}";

        assertThat(last(person.does("train", person.file("good.jsonl", record))))
                .isEqualTo("Nothing was suggested; see what is known: autotrainer report");
    }

    private static String last(Run run) {
        List<String> lines = run.lines();
        return lines.get(lines.size() - 1);
    }
}
