package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.Person.Run;
import org.autotrainer.domain.evaluation.Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed or read, the answer is one clear sentence, and nothing is half done. */
class WrongUseTest {
    private static final String GOOD =
            "{\"id\":\"g1\",\"task_id\":\"t1\",\"success\":true,\"suggestions\":[\"Look first.\"]}";
    private static final Map<String, String> SENTENCES = new ConcurrentSkipListMap<>();

    @TempDir
    private static Path model;

    @TempDir
    private Path home;

    private Person person;

    static Stream<WrongUse> uses() {
        return WrongUse.all();
    }

    @BeforeAll
    static void train_once() {
        Person person = new Person(model);
        person.does("train", person.file("good.jsonl", GOOD));
    }

    @BeforeEach
    void a_store_with_one_evaluation() throws IOException {
        person = new Person(home);
        for (String name : List.of("good.jsonl", "memory.db")) {
            Files.copy(model.resolve(name), home.resolve(name));
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void gives_one_sentence_and_leaves_nothing_half_done(WrongUse use) throws IOException {
        use.before().accept(person);
        Map<String, String> before = files();

        Run run = person.types(use.args().stream()
                .map(word -> word.replace("~", home.toString()))
                .toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(use.exitCode());
        List<String> lines = run.err().lines().toList();
        assertThat(lines.get(0)).startsWith("autotrainer: ").hasSizeBetween(20, 800);
        assertThat(lines.size()).as(run.err()).isLessThanOrEqualTo(2);
        if (lines.size() == 2) {
            assertThat(lines.get(1)).startsWith("Try: autotrainer");
        }
        assertThat(run.err() + run.out())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("\tat ", "at org.", "at java.", "java.lang", "com.fasterxml", "jackson", "picocli")
                .doesNotContain("SQLITE", "jdbi", "Guice", "\u001b", "\u0007")
                .doesNotContainPattern("(: |^)null$");
        assertThat(files()).isEqualTo(before);
        SENTENCES.put(use.name(), run.err().replace(home.toString(), "~"));
    }

    @Test
    void there_are_two_hundred_ways_and_no_name_twice() {
        assertThat(WrongUse.all()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(WrongUse.all().map(WrongUse::name)).doesNotHaveDuplicates();
    }

    @AfterAll
    static void sentences_are_as_they_were() {
        if (SENTENCES.size() == WrongUse.all().count()) {
            StringBuilder text = new StringBuilder();
            SENTENCES.forEach((name, sentence) ->
                    text.append("# ").append(name).append('\n').append(sentence).append('\n'));
            Golden.check("wrong-use.txt", text.toString());
        }
    }

    /** All files with the hashes of their bytes. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.toList()) {
                boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                files.put(
                        file.toString(),
                        plain
                                ? Identity.of("file")
                                        .bytes(Files.readAllBytes(file))
                                        .id()
                                : "no plain file");
            }
        }
        return files;
    }
}
