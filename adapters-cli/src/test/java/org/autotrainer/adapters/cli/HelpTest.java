package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.Person.Run;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    private Path home;

    static Stream<List<String>> verbs() {
        Surroundings nowhere = new Surroundings(
                java.io.InputStream.nullInputStream(),
                java.io.OutputStream.nullOutputStream(),
                java.io.OutputStream.nullOutputStream(),
                java.util.Map.of(),
                java.util.Set.of());
        CommandLine program = new Dispatcher(new Console(nowhere), () -> {
                    throw new AssertionError("help opens no store");
                })
                .program();
        List<List<String>> verbs = new ArrayList<>();
        collect(program, List.of(), verbs);
        return verbs.stream();
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> verbs) {
        verbs.add(words);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(sub, longer, verbs);
        });
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_verb_has_help_with_an_example(List<String> verb) {
        List<String> words = new ArrayList<>(verb);
        words.add("--help");

        Run run = new Person(home).does(words.toArray(String[]::new));

        Golden.check("help/" + (verb.isEmpty() ? "autotrainer" : String.join("-", verb)) + ".txt", run.out());
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("\nExamples?:\n  .*autotrainer " + String.join(" ", verb))
                .contains("-h, --help");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void every_verb_but_those_without_an_answer_takes_json() {
        verbs().filter(verb -> !verb.isEmpty()
                        && !List.of(
                                        "suggestions",
                                        "heuristics",
                                        "evaluations",
                                        "settings",
                                        "token",
                                        "store",
                                        "completion",
                                        "mcp")
                                .contains(String.join(" ", verb)))
                .forEach(verb -> {
                    List<String> words = new ArrayList<>(verb);
                    words.add("--help");
                    assertThat(new Person(home)
                                    .does(words.toArray(String[]::new))
                                    .out())
                            .contains("--json");
                });
    }

    @Test
    void the_program_alone_shows_its_help() {
        assertThat(new Person(home).does().out())
                .isEqualTo(new Person(home).does("--help").out());
    }

    @Test
    void help_is_a_verb_too() {
        Person person = new Person(home);

        assertThat(person.does("help", "train").out())
                .isEqualTo(person.does("train", "--help").out());
        assertThat(person.does("help", "heuristics", "set").out())
                .isEqualTo(person.does("heuristics", "set", "--help").out());
        assertThat(person.does("help").out()).isEqualTo(person.does().out());
        assertThat(person.types("help", "trian").err()).contains("there is no verb \"trian\"; did you mean train?");
    }

    @Test
    void the_version_is_told_in_each_way_of_asking() {
        Person person = new Person(home);

        assertThat(person.does("--version").out()).matches("autotrainer \\d+\\.\\d+\\.\\d+.*\n");
        assertThat(person.does("-V").out()).isEqualTo(person.does("--version").out());
        assertThat(person.does("version").out())
                .isEqualTo(person.does("--version").out());
        assertThat(person.does("version", "--json").out()).matches("\\{\"version\":\"\\d+\\.\\d+\\.\\d+.*\"}\n");
    }

    @Test
    void help_loads_neither_the_container_nor_json_nor_a_database() throws IOException, InterruptedException {
        for (List<String> words : List.of(
                List.of("--help"),
                List.of("train", "--help"),
                List.of("serve", "--help"),
                List.of("token", "create", "--help"),
                List.of("--version"),
                List.of("completion", "bash"))) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load",
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.autotrainer.adapters.cli.boot.Main"));
            command.addAll(words);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).isZero();
            assertThat(log)
                    .contains("picocli.CommandLine ")
                    .doesNotContain("com.google.inject", "com.fasterxml.jackson", "org.jdbi", "org.sqlite.")
                    .doesNotContain("org.eclipse.jetty", "io.prometheus", "javax.net.ssl");
        }
    }
}
