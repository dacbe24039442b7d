package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
        assertThat(person.read("sft.jsonl.manifest.json"))
                .startsWith("{\"manifest\":1,\"agent\":\"support\",\"format\":\"trl-sft\",\"position\":2,");
        assertThat(person.read("sft.jsonl")).isEqualTo(row);
        assertThat(person.read("sft.jsonl.report.json"))
                .startsWith(
                        "{\"agent\":\"support\",\"candidates\":[\n{\"row\":1,\"file\":\"train.jsonl\",\"task_id\":\"refund-1\"")
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

    @Test
    void a_folder_appears_whole_with_its_manifest_and_its_report() throws IOException {
        Run run = person.does("export", AGENT, "--format=huggingface", "--validation=0", "--out", home("hub"));

        assertThat(run.notes()).contains("wrote 2 rows to " + home("hub") + ", of 2 candidates");
        assertThat(tree("hub"))
                .containsExactly(
                        "README.md",
                        "kto",
                        "kto/train.jsonl",
                        "manifest.json",
                        "report.json",
                        "sft",
                        "sft/train.jsonl");
        assertThat(person.read("hub/README.md")).contains("- config_name: sft", "path: \"kto/train.jsonl\"");
        assertThat(person.read("hub/report.json"))
                .startsWith("{\"agent\":\"support\"")
                .endsWith("}}\n");
        assertThat(files()).noneMatch(name -> name.startsWith(".hub"));
    }

    @Test
    void only_a_data_set_is_replaced_by_force() throws IOException {
        String hub = home("hub");
        person.does("export", AGENT, "--format=huggingface", "--out", hub);
        person.file("hub/README.md", "old");
        assertThat(person.types("export", AGENT, "--format=huggingface", "--out", hub)
                        .notes())
                .containsExactly(hub + " exists already; --force replaces a data set");

        person.does("export", AGENT, "--format=huggingface", "--out", hub, "--force");

        assertThat(person.read("hub/README.md")).startsWith("---");
        Files.createDirectory(home.resolve("mine"));
        assertThat(person.types("export", AGENT, "--format=huggingface", "--out", home("mine"), "--force")
                        .notes())
                .containsExactly(home("mine") + " holds no manifest.json: it is no data set, and is not replaced");
        for (String another : List.of("{\"name\":\"my site\"}", "{}", "[]", "no JSON")) {
            person.file("mine/manifest.json", another);
            assertThat(person.types("export", AGENT, "--format=huggingface", "--out", home("mine"), "--force")
                            .notes())
                    .containsExactly(home("mine") + " holds no manifest.json: it is no data set, and is not replaced");
            assertThat(person.read("mine/manifest.json")).startsWith(another);
        }
        assertThat(files()).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void a_dash_means_standard_output() {
        String plain =
                person.does("export", "--format", "targets", "--agent=support").out();

        Run run = person.does("export", "--format", "targets", "--agent=support", "--out", "-");

        assertThat(run.out()).isEqualTo(plain).isNotEmpty();
        assertThat(person.path("-")).doesNotExist();
    }

    @Test
    void a_part_of_a_folder_goes_to_standard_output() {
        String rows = person.does("export", AGENT, "--format=huggingface", "--validation=0", "--part=kto/train.jsonl")
                .out();

        assertThat(rows)
                .isEqualTo(person.does("export", AGENT, "--format=trl-kto").out());
        assertThat(rows.lines()).hasSize(1);
    }

    @Test
    void tasks_in_a_list_are_left_out() {
        String list = person.file("leave.txt", "refund-1", "", "other");

        assertThat(person.does("export", AGENT, SFT, "--leave-out", list).out()).isEmpty();
        String marked = person.file("marked.txt", "\ufeffrefund-1\r");
        assertThat(person.does("export", AGENT, SFT, "--leave-out", marked).out())
                .isEmpty();
        assertThat(person.does("export", AGENT, SFT, "--leave-out", list, "--explain")
                        .out())
                .contains("are of tasks that were to be left out");
    }

    @Test
    void an_explanation_adds_up_and_writes_no_rows() {
        Run run = person.does("export", AGENT, SFT, "--explain");

        assertThat(run.out()).isEqualTo("""
                evaluations  what became of them
                          2  evaluations were read
                          2  attempts were judged: 1 succeeded, 1 failed
                        - 1  attempts were recorded without what was said
                          1  candidates for a row
                          1  row, about 35 tokens
                """);
        assertThat(run.notes()).isEmpty();
        assertThat(person.does("export", AGENT, SFT, "--explain", "--json").out())
                .contains("\"unused\":{\"without_conversation\":1},\"candidates\":1,\"rows\":1");
    }

    @Test
    void a_manifest_gives_the_same_bytes_after_the_journal_has_grown() throws IOException {
        person.does("export", AGENT, "--format=llama-factory", "--seed=s", "--validation=0.5", "--out", home("first"));
        person.does(
                "train",
                person.file(
                        "more.jsonl",
                        Records.SUCCEEDED.replace("refund-1", "refund-9").replace("e3", "e9"),
                        Records.AGAIN));
        person.does(
                "suggestions",
                "dismiss",
                person.does("suggestions", AGENT, "--kind", "fine_tune_dataset")
                        .lines()
                        .get(1)
                        .substring(0, 12),
                AGENT);

        person.does("export", "--manifest", home("first/manifest.json"), "--out", home("again"));

        for (String file : tree("first")) {
            if (Files.isRegularFile(home.resolve("first/" + file))) {
                assertThat(person.read("again/" + file)).as(file).isEqualTo(person.read("first/" + file));
            }
        }
        assertThat(tree("again")).isEqualTo(tree("first"));
    }

    @Test
    void a_manifest_of_another_journal_is_refused() {
        person.does("export", AGENT, SFT, "--out", out);
        String manifest = person.read("sft.jsonl.manifest.json");
        String other = person.file("other.json", manifest.replaceAll("\"chain\":\"....", "\"chain\":\"0000"));
        String changed = person.file("changed.json", manifest.replaceAll("\"sha256\":\"....", "\"sha256\":\"0000"));

        Run run = person.types("export", "--manifest", other, "--out", home("x"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.notes().get(0)).contains("made of another journal");
        assertThat(person.types("export", "--manifest", changed, "--out", home("x"))
                        .notes()
                        .get(0))
                .contains("other bytes came of the same journal");
        assertThat(home.resolve("x")).doesNotExist();
    }

    private String home(String name) {
        return home.resolve(name).toString();
    }

    private List<String> tree(String folder) throws IOException {
        Path root = home.resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private Stream<String> files() {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
