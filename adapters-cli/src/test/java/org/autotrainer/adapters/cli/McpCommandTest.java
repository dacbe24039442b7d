package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpCommandTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}";

    @TempDir
    private Path home;

    @Test
    void what_an_agent_records_the_command_knows() {
        Person person = new Person(home);
        Run run = person.piping("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
                        + "\"record_evaluation\",\"arguments\":{\"task_id\":\"t\",\"suggestions\":[\"Be kind\"]}}}\n")
                .does("mcp");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.out()).contains("\"applied\":1");
        assertThat(run.notes()).containsExactly("made the store sqlite:" + home.resolve("memory.db"));
        assertThat(person.does("heuristics").out()).contains("Be kind");
    }

    @Test
    void blank_lines_and_the_ends_of_windows_are_passed_over_and_the_last_line_needs_none() {
        Run run = new Person(home).piping("\n  \t\n" + PING + "\r\n\r\n" + PING).does("mcp");

        assertThat(run.lines()).containsExactly(PONG, PONG);
    }

    @Test
    void a_line_that_is_too_long_is_told_and_the_next_is_served() {
        Run run = new Person(home)
                .piping("x".repeat(3 << 20) + "\n" + PING + "\n")
                .does("mcp");

        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0)).contains("allowed are up to 1048576 bytes");
        assertThat(run.lines().get(1)).isEqualTo(PONG);
    }

    @Test
    void nothing_is_answered_to_nothing() {
        Run run = new Person(home).does("mcp");

        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_person_at_a_terminal_is_told_what_it_waits_for() {
        assertThat(new Person(home).at(Stream.IN).does("mcp").err()).contains("Ctrl-D");
    }
}
