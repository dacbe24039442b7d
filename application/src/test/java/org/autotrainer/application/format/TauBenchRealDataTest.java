package org.autotrainer.application.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.dataset.DatasetExport;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.DatasetNote;
import org.autotrainer.domain.dataset.DatasetReport;
import org.autotrainer.domain.dataset.Recorded;
import org.autotrainer.domain.dataset.TaskChoice;
import org.autotrainer.domain.dataset.format.DatasetFormats;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published results of tau-bench, gpt-4o on 25 airline tasks, four trials each. They are not part of the project: the
 * system property or environment variable AUTOTRAINER_DATA names the folder in which {@code tau-bench} lies.
 */
class TauBenchRealDataTest {
    private static final String FILE = "gpt-4o-airline-tasks-0-24.json";

    @Test
    void a_hundred_attempts_are_read_of_which_thirty_one_succeeded() throws IOException {
        List<Evaluation> evaluations = evaluations();
        assertThat(evaluations).hasSize(100);
        assertThat(evaluations).filteredOn(Evaluation::success).hasSize(31);
        assertThat(evaluations).allMatch(Evaluation::isMeasured);
        assertThat(evaluations).extracting(Evaluation::attempt).doesNotHaveDuplicates();
        assertThat(evaluations).extracting(Evaluation::model).containsOnly("gpt-4o");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trl-sft", "openai-chat"})
    void every_success_gives_a_row_that_ends_with_words_and_answers_each_call(String format) throws IOException {
        List<String> lines = new ArrayList<>();
        List<DatasetNote> notes = new ArrayList<>();
        DatasetReport report = export(format, lines, notes);
        assertThat(report.rows()).isEqualTo(31);
        assertThat(report.rejected()).isEmpty();
        assertThat(report.mended())
                .isEqualTo(Map.of("tail_cut", 31L, "tools_inferred", 31L, "ids_renumbered", 4L, "redacted", 20L));
        assertThat(notes)
                .allSatisfy(note -> assertThat(note.sentence())
                        .contains("the source names no tools: book_reservation, calculate, "));
        assertThat(lines).hasSize(31).allSatisfy(TauBenchRealDataTest::isSound);
    }

    @Test
    void no_honest_pair_is_there_and_each_candidate_says_why() throws IOException {
        List<String> lines = new ArrayList<>();
        List<DatasetNote> notes = new ArrayList<>();
        DatasetReport report = export("trl-preference", lines, notes);
        assertThat(lines).isEmpty();
        assertThat(report.candidates()).isEqualTo(35);
        assertThat(report.rejected()).isEqualTo(Map.of("first_user_differs", 35L));
        assertThat(notes)
                .hasSize(35)
                .allSatisfy(note -> assertThat(note.sentence())
                        .endsWith(": left out, the first user messages differ: there is no common prompt"));
    }

    @Test
    void every_failure_gives_a_target() throws IOException {
        assertThat(export("targets", new ArrayList<>(), new ArrayList<>()).rows())
                .isEqualTo(69);
    }

    @SuppressWarnings("unchecked")
    private static void isSound(String line) {
        Map<String, Object> row = StrictJson.object(line);
        List<Map<String, Object>> messages = (List<Map<String, Object>>) row.get("messages");
        Map<String, Object> last = messages.get(messages.size() - 1);
        assertThat(last.keySet()).containsExactly("role", "content");
        assertThat(last.get("role")).isEqualTo("assistant");
        Set<Object> ids = new HashSet<>();
        List<Object> open = new ArrayList<>();
        Set<Object> called = new HashSet<>();
        for (Map<String, Object> message : messages) {
            if ("tool".equals(message.get("role"))) {
                assertThat(open.remove(message.get("tool_call_id"))).isTrue();
                continue;
            }
            assertThat(open).isEmpty();
            for (Object call : (List<Object>) message.getOrDefault("tool_calls", List.of())) {
                Object id = ((Map<String, Object>) call).get("id");
                assertThat(ids.add(id)).isTrue();
                open.add(id);
                called.add(((Map<String, Object>) ((Map<String, Object>) call).get("function")).get("name"));
            }
        }
        List<Object> tools = new ArrayList<>();
        for (Object tool : (List<Object>) row.get("tools")) {
            tools.add(((Map<String, Object>) ((Map<String, Object>) tool).get("function")).get("name"));
        }
        assertThat(tools).doesNotHaveDuplicates().containsAll(called);
    }

    private static DatasetReport export(String format, List<String> lines, List<DatasetNote> notes) throws IOException {
        return DatasetExport.write(
                (DatasetFormat.Rows) DatasetFormats.named(format),
                TaskChoice.ALL,
                Recorded.of(evaluations()),
                lines::add,
                notes::add);
    }

    @SuppressWarnings("unchecked")
    private static List<Evaluation> evaluations() throws IOException {
        EvaluationFormat.Reading reading = EvaluationFormats.named("tau-bench")
                .reading(new EvaluationFormat.Source("default", "", FILE, Map.of(), StrictJson::parse));
        List<Evaluation> evaluations = new ArrayList<>();
        for (Object record : (List<Object>) StrictJson.parse(Files.readString(file()))) {
            evaluations.addAll(reading.read((Map<String, Object>) record));
        }
        return evaluations;
    }

    private static Path file() {
        String folder = Optional.ofNullable(System.getProperty("AUTOTRAINER_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("AUTOTRAINER_DATA")))
                .orElse("");
        Path file = Path.of(folder, "tau-bench", FILE);
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(file),
                "skipped: set AUTOTRAINER_DATA to a folder that holds tau-bench/" + FILE);
        return file;
    }
}
