package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recall may choose among values, explore nothing, and follow a word instead of chance. */
class RecallChoicesTest {
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
    void a_value_is_chosen_among_those_that_are_offered() {
        assertThat(person.does("recall", "order", AGENT, "--choose", "temperature=0.25", "--choose", "tools=true")
                        .notes()
                        .get(0))
                .endsWith(" tokens; temperature=0.25; tools=true");
        assertThat(person.does("recall", "order", AGENT, "--task=t1", "--choose=n=1,2", "--choose=m=a, b", "--json")
                        .out())
                .containsPattern("\"parameters\":\\{\"n\":[12],\"m\":\"[ab]\"\\}");
    }

    @Test
    void without_exploring_nothing_is_withheld_and_the_best_is_chosen() {
        for (int i = 0; i < 30; i++) {
            assertThat(person.does("recall", "order", AGENT, "--task=t" + i, "--explore=off", "--choose=n=1,2")
                            .err())
                    .contains("1 heuristic, ", "; n=1; receipt ");
        }
    }

    @Test
    void the_same_word_gives_the_same_chance() {
        String first = values("--chance-key=word");

        assertThat(first).contains("1", "2");
        assertThat(values("--chance-key=word")).isEqualTo(first);
        assertThat(values("--chance-key=another")).isNotEqualTo(first);
    }

    private String values(String chance) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String err = person.does("recall", "order", AGENT, "--task=t" + i, "--choose=n=1,2", chance)
                    .err();
            values.append(err.contains("; n=1;") ? "1" : "2");
        }
        return values.toString();
    }
}
