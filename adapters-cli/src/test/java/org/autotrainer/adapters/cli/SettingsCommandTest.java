package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code autotrainer settings}. */
class SettingsCommandTest {
    @TempDir
    Path home;

    @Test
    void a_setting_is_changed_and_shown() {
        Person person = new Person(home);
        person.does("settings", "set", "modes.heuristic_update", "propose", "--agent", "support");

        assertThat(person.does("settings", "--agent", "support").out())
                .containsPattern("modes.heuristic_update +propose +auto +auto, propose, observe")
                .containsPattern("budget_tokens +500 +500 +0 to 1000000");
        assertThat(person.does("settings", "--agent", "support", "--json").out())
                .contains("\"modes\":{\"heuristic_update\":\"propose\"");
    }

    @Test
    void what_is_proposed_is_not_applied() {
        Person person = new Person(home);
        person.does("settings", "set", "modes.heuristic_update", "propose", "--agent", "support");
        person.does("train", person.file("results.jsonl", Records.FAILED));

        assertThat(person.does("heuristics", "--agent", "support").out()).isEmpty();
        assertThat(person.does("suggestions", "--agent", "support", "--status", "pending")
                        .out())
                .contains("heuristic_update");
    }
}
