package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who trains on the files of other tools. */
class TrainFormatsTest {
    @TempDir
    Path home;

    private Person person;

    @BeforeEach
    void comeHome() {
        person = new Person(home);
    }

    @Test
    void a_file_is_recognised_read_once_and_unchanged_when_it_comes_again() throws IOException {
        String file = person.file("results.json", sample("promptfoo.json"));

        Person.Run first = person.does("train", file, "--json");
        assertThat(first.notes().get(0)).isEqualTo(file + " is read as promptfoo");
        assertThat(first.out()).contains("\"read\":6,\"recorded\":6", "\"successes\":2,\"errors\":1");
        assertThat(first.out()).doesNotContain("\"advice\"");

        assertThat(person.does("train", "--from", "promptfoo", file, "--json").out())
                .contains("\"read\":6,\"recorded\":0,\"unchanged\":6");
    }

    @Test
    void a_playbook_is_set_as_heuristics_once() throws IOException {
        String file = person.file("playbook.txt", sample("ace-playbook.txt"));

        assertThat(person.does("train", file, "--json").out())
                .contains("\"read\":0", "\"advice\":{\"read\":3,\"set\":3,\"new\":3}");
        assertThat(person.does("train", file, "--json").out()).contains("\"advice\":{\"read\":3,\"set\":0,\"new\":0}");
        assertThat(person.does("train", file).out())
                .contains("pieces of advice read", "See what was learned: autotrainer heuristics");
        assertThat(person.does("heuristics").out()).contains("Say where the shelf is.");
    }

    @Test
    void a_playbook_is_not_read_untrusted_and_not_proposed() throws IOException {
        String file = person.file("playbook.txt", sample("ace-playbook.txt"));

        for (String[] options : new String[][] {{"--trust", "untrusted"}, {"--propose", "--json"}}) {
            Person.Run run = person.types("train", file, options[0], options[1]);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.notes().toString())
                    .contains(
                            "a playbook is set as if by hand, so it is read without --propose and with --trust trusted");
        }
        assertThat(person.types("heuristics").out()).doesNotContain("shelf");
    }

    @Test
    void a_mapping_says_what_columns_mean() {
        String plan = person.file("plan.json", "{\"task_id\":\"id\",\"success\":\"ok\"}");
        String table = person.file("table.csv", "id,ok", "a,yes", "b,no", "c,perhaps");

        Person.Run run = person.types("train", "--mapping", plan, table, "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("\"recorded\":2", "\"rejected\":1", "\"successes\":1");
        assertThat(run.notes().get(1)).startsWith(table + " line 4: ok is \"perhaps\"; allowed are");
        assertThat(person.types("train", "--mapping", plan, "--from", "native", table)
                        .notes()
                        .get(0))
                .isEqualTo("--from and --mapping both say what the files are; give one of them");
    }

    @Test
    void a_file_that_is_not_of_the_format_that_was_named_is_told_of() throws IOException {
        String file = person.file("results.csv", sample("promptfoo.csv"));

        assertThat(person.types("train", "--from", "junit-xml", file).notes())
                .containsExactly(file + " line 1: it does not look like junit-xml: it is a table of another form");
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(TrainFormatsTest.class.getResourceAsStream("reading/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
