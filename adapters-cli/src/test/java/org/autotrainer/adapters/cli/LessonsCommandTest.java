package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonsCommandTest {
    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
    }

    @Test
    void they_are_listed_oldest_first_without_errors() {
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.SUCCEEDED, Records.ERROR));

        assertThat(person.does("lessons", "--agent", "support").out()).isEqualTo("""
                        task      result   score            advice
                        refund-1  failure   0.20  █▋        Look up the order before promising a refund. (and 1 more)
                        refund-1  success   0.90  ███████▎
                        """);
    }

    @Test
    void json_gives_each_evaluation_as_it_was_recorded() {
        String record = "{\"id\":\"e1\",\"agent\":\"a\",\"task_id\":\"t\",\"success\":true,\"score\":0.1,"
                + "\"suggestions\":[\"Plain\",{\"text\":\"Tagged\",\"tags\":[\"x\"]}],\"parameters\":{\"temperature\":1.0E-5},"
                + "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"name\":\"f\",\"arguments\":{\"n\":null}}]}],"
                + "\"metadata\":{\"gone\":null,\"list\":[1,2.5,\"x\",true]}}";
        person.does("train", person.file("results.jsonl", record));

        Run run = person.does("lessons", "--agent", "a", "--json");

        assertThat(run.out()).isEqualTo("{\"lesson_id\":\"e1\",\"task_id\":\"t\",\"evaluation\":" + record + "}\n");
    }

    @Test
    void those_of_one_task_are_found_among_all() {
        person.does("train", person.file("results.jsonl", Records.of("t1"), Records.of("t2"), Records.of("t3")));

        assertThat(person.does("lessons", "--json", "--task", "t2").lines())
                .singleElement()
                .asString()
                .contains("\"task_id\":\"t2\"");
        assertThat(person.does("lessons", "--task", "t4").notes())
                .containsExactly("there are no lessons of task t4 of agent default");
    }

    @Test
    void pages_are_put_together() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_203; i++) {
            lines.append(Records.of("t" + i)).append('\n');
        }
        person.does("train", person.file("many.jsonl", lines.toString()));

        assertThat(person.does("lessons", "--json").lines()).hasSize(50);
        assertThat(person.does("lessons", "--json", "--limit", "1203").err()).isEmpty();
        Run run = person.does("lessons", "--json", "--limit", "1202");
        assertThat(run.lines()).hasSize(1_202);
        assertThat(run.lines().get(1_201)).contains("\"task_id\":\"t1201\"");
        assertThat(run.notes()).containsExactly("these are the first 1202 lessons; show more with --limit");
    }
}
