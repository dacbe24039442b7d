package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentsCommandTest {
    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
        String billing = "{\"agent\":\"billing\",\"task_id\":\"t\"}";
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.AGAIN, billing));
    }

    @Test
    void agents_are_listed_by_name_with_their_facts() {
        assertThat(person.does("agents").lines()).containsExactly("agent    facts", "billing      1", "support      2");
        assertThat(person.does("agents", "--json").lines())
                .containsExactly("{\"agent\":\"billing\",\"facts\":1}", "{\"agent\":\"support\",\"facts\":2}");
        assertThat(person.does("agents", "--limit=1").notes())
                .containsExactly("there are more agents than this one; show more with --limit");
    }

    @Test
    void a_store_without_agents_says_so() {
        person.does("store", "init", "--store", home.resolve("new.db").toString());

        Run run = person.does("agents", "--store", home.resolve("new.db").toString());

        assertThat(run.out()).isEmpty();
        assertThat(run.notes()).containsExactly("there are no agents; the first evaluation makes one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recall refund",
                "report",
                "heuristics",
                "suggestions",
                "params",
                "lessons",
                "export --format=trl-sft",
                "settings",
                "recall refund --task=t"
            })
    void who_misspells_an_agent_is_told_which_there_are_and_which_may_be_meant(String command) {
        List<String> args = new java.util.ArrayList<>(List.of(command.split(" ")));
        args.add("--agent=suport");

        Run run = person.does(args.toArray(String[]::new));

        assertThat(run.notes()).contains("there is no agent suport; there are support, billing; did you mean support?");
    }

    @Test
    void json_stays_as_it_is_and_the_note_stands_beside_it() {
        Run run = person.does("report", "--agent=suport", "--json");

        assertThat(run.out()).startsWith("{").hasLineCount(1);
        assertThat(run.notes()).hasSize(1);
    }

    @Test
    void a_data_set_of_an_agent_that_is_not_there_is_no_file() {
        Path file = home.resolve("rows.jsonl");

        Run run = person.types("export", "--format=trl-sft", "--agent=nobody", "--out", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes()).containsExactly("there is no agent nobody; there are support, billing");
        assertThat(file).doesNotExist();
    }

    @Test
    void who_names_no_agent_learns_that_there_are_others() {
        assertThat(person.does("heuristics").notes())
                .containsExactly(
                        "there is no agent default, which is meant without --agent; there are support, billing",
                        "there are no heuristics of agent default");
    }

    @Test
    void an_agent_may_be_new_where_it_is_made_and_where_there_is_no_other() {
        assertThat(person.does("heuristics", "set", "tone", "Be brief.", "--agent=new")
                        .notes())
                .isEmpty();
        String empty = home.resolve("new.db").toString();
        person.does("store", "init", "--store", empty);
        assertThat(person.does("lessons", "--store", empty).notes())
                .containsExactly("there are no lessons of agent default");
    }

    @Test
    void of_many_agents_the_five_nearest_are_named() {
        String[] records = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> "{\"agent\":\"agent-" + i + "\",\"task_id\":\"t\"}")
                .toArray(String[]::new);
        person.does("train", person.file("many.jsonl", records));

        assertThat(person.does("lessons", "--agent=agent-77").notes())
                .contains("there is no agent agent-77; there are agent-7, agent-0, agent-1, agent-2, agent-3, …;"
                        + " did you mean agent-7?");
    }
}
