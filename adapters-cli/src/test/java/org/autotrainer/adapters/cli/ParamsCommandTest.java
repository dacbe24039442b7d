package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParamsCommandTest {
    @TempDir
    private Path home;

    @Test
    void values_are_told_against_the_default() {
        Person person = new Person(home);
        Season.play(person);

        Run run = person.with("COLUMNS", "80").does("params", "--agent=support");

        assertThat(run.lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.lines().get(1)).startsWith("temperature  0.0").endsWith("the default");
        assertThat(run.lines().get(2)).matches(" +0\\.5 +\\d+ +[+-]?\\d+\\.\\d +-\\d+ \\|.{11}\\| \\+\\d+ .*");
        assertThat(run.out()).containsPattern("\n\nBelieved to be best: temperature=0\\.[05]\\.\n$");
    }

    @Test
    void json_is_one_object_a_line() {
        Person person = new Person(home);
        Season.play(person);

        assertThat(person.does("params", "--agent=support", "--json").lines())
                .singleElement()
                .asString()
                .startsWith("{\"name\":\"temperature\",\"recommended\":0.")
                .contains("\"values\":[{\"value\":0.0,\"used\":");
    }

    @Test
    void without_any_it_is_empty_and_no_failure() {
        Person person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED));

        Run run = person.does("params", "--agent=support");

        assertThat(run.out()).isEmpty();
        assertThat(run.notes()).containsExactly("there are no strategy parameters of agent support");
    }

    @Test
    void one_that_was_chosen_and_not_judged_yet_is_told() {
        Person person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED));
        person.does("recall", "refund", "--agent=support", "--task=t", "--choose=temperature=0.0,0.5");

        assertThat(person.does("params", "--agent=support").notes())
                .containsExactly(
                        "there are no strategy parameters of agent support that were judged: recalls chose some,"
                                + " and no evaluation has answered one yet");
    }
}
