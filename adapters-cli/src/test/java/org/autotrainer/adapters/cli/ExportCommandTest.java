package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String AGENT = "--agent=support";
    private static final String SFT = "--format=trl-sft";

    @TempDir
    private Path home;

    private Person person;
    private String out;

    @BeforeEach
    void begin() {
        person = new Person(home);
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.SUCCEEDED));
        out = home.resolve("sft.jsonl").toString();
    }

    @Test
    void rows_go_to_standard_output_and_the_summary_elsewhere() {
        Run run = person.does("export", AGENT, SFT);

        assertThat(run.lines())
                .hasSize(1)
                .allMatch(line -> line.startsWith("{\"") && line.contains("My lid is broken."));
        assertThat(run.notes()).containsExactly("wrote 1 row, of 1 candidate");
    }

    @Test
    void a_file_appears_whole_with_its_report_beside_it() throws IOException {
        String row = person.does("export", AGENT, SFT).out();

        Run run = person.does("export", AGENT, SFT, "--out", out);

        assertThat(run.out()).isEmpty();
        assertThat(run.notes())
                .containsExactly(
                        "wrote 1 row to " + out + ", of 1 candidate", "the report is in " + out + ".report.json");
        assertThat(person.read("sft.jsonl")).isEqualTo(row);
        assertThat(person.read("sft.jsonl.report.json"))
                .startsWith("{\"agent\":\"support\",\"candidates\":[\n{\"row\":1,\"task_id\":\"refund-1\"")
                .contains("],\"report\":{\"format\":\"trl-sft\"")
                .endsWith("}}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(out))))
                .isEqualTo("rw-------");
        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void every_candidate_that_is_left_out_is_told_with_its_reason() {
        String open = "{\"agent\":\"support\",\"task_id\":\"t9\",\"success\":true,\"messages\":["
                + "{\"role\":\"system\",\"content\":\"Help.\"}]}";
        person.does("train", person.file("open.jsonl", open));

        Run run = person.does("export", AGENT, SFT, "--out", out, "--json");

        assertThat(run.out()).contains("\"candidates\":2,\"rows\":1,").contains("\"rejected\":{\"");
        assertThat(run.notes()).anyMatch(note -> note.startsWith("1 left out ("));
        assertThat(person.read("sft.jsonl.report.json").lines())
                .anyMatch(line -> line.contains("\"task_id\":\"t9\"") && line.contains("\"rejected\":{\"code\":"));
        assertThat(person.does("export", AGENT, SFT).notes()).contains("--report FILE tells the reason for each");
    }

    @Test
    void what_exists_is_replaced_only_by_force_and_all_at_once() {
        person.file("sft.jsonl", "mine");

        Run run = person.types("export", AGENT, SFT, "--out", out);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes()).containsExactly(out + " exists already; --force replaces it");
        assertThat(person.read("sft.jsonl")).isEqualTo("mine\n");
        assertThat(home.resolve("sft.jsonl.report.json")).doesNotExist();
        person.does("export", AGENT, SFT, "--out", out, "--force");
        assertThat(person.read("sft.jsonl")).startsWith("{\"");
    }

    @Test
    void a_report_that_exists_stops_the_export_before_it_begins() {
        person.file("sft.jsonl.report.json", "mine");

        assertThat(person.types("export", AGENT, SFT, "--out", out).exitCode()).isEqualTo(1);

        assertThat(Path.of(out)).doesNotExist();
        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void links_folders_and_devices_are_never_written_to() throws IOException {
        person.file("victim", "mine");
        Files.createSymbolicLink(home.resolve("link"), home.resolve("victim"));
        Files.createSymbolicLink(home.resolve("nowhere"), home.resolve("missing"));
        Files.createDirectory(home.resolve("folder"));

        for (String name : new String[] {"link", "nowhere", "folder"}) {
            String target = home.resolve(name).toString();
            assertThat(person.types("export", AGENT, SFT, "--force", "--out", target)
                            .exitCode())
                    .isEqualTo(1);
        }
        assertThat(person.types("export", AGENT, SFT, "--force", "--out", "/dev/null")
                        .exitCode())
                .isEqualTo(1);
        assertThat(person.read("victim")).isEqualTo("mine\n");
        assertThat(home.resolve("missing")).doesNotExist();
    }

    @Test
    void a_dismissed_target_is_left_out() {
        String id = person.does("suggestions", AGENT, "--kind", "fine_tune_dataset")
                .lines()
                .get(1)
                .substring(0, 12);
        person.does("suggestions", "dismiss", id, AGENT);

        assertThat(person.does("export", AGENT, SFT).out()).isEmpty();
    }

    private Stream<String> files() {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
