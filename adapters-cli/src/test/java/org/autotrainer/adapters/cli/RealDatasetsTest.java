package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.check.RowCheck;
import org.autotrainer.domain.dataset.format.DatasetFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that none of us wrote, in every format; see {@link PublishedData} for where it must lie. */
class RealDatasetsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
    }

    @Test
    void of_tau_bench_every_success_is_a_row_and_no_pair_is_honest() throws IOException {
        Path file = PublishedData.file("tau-bench/gpt-4o-airline-tasks-0-24.json");
        person.does("train", "--from", "tau-bench", file.toString());

        Map<String, Integer> rows = export();

        assertThat(rows)
                .containsEntry("trl-sft", 31)
                .containsEntry("openai-chat", 31)
                .containsEntry("gemini", 31)
                .containsEntry("bedrock", 31)
                .containsEntry("mistral", 31)
                .containsEntry("trl-kto", 100)
                .containsEntry("openai-rft", 25)
                .containsEntry("targets", 69)
                .containsEntry("trl-preference", 0);
        assertThat(person.does("export", "--format=trl-preference", "--explain").out())
                .contains("35  left out (first_user_differs), for example: the first user messages differ");
    }

    @Test
    void of_medagentbench_two_models_at_one_task_are_pairs() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String model : List.of("haiku", "g35f")) {
            try (Stream<Path> tasks = Files.list(PublishedData.file("medagentbench/" + model + "/tasks"))) {
                for (Path task : tasks.sorted().toList()) {
                    lines.append(medical(model, JSON.readTree(task.toFile()))).append('\n');
                }
            }
        }
        person.does("train", person.file("med.jsonl", lines.toString().strip()));

        Map<String, Integer> rows = export();

        assertThat(rows)
                .containsEntry("trl-sft", 35)
                .containsEntry("trl-kto", 50)
                .containsEntry("openai-rft", 25);
        assertThat(rows.get("trl-preference")).isPositive();
        for (String format : List.of("openai-preference", "gemini-preference", "bedrock-preference")) {
            assertThat(rows).containsEntry(format, rows.get("trl-preference"));
        }
    }

    @Test
    void of_promptfoo_every_pass_is_a_row() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(PublishedData.file("promptfoo/b-echo-matrix.jsonl"))) {
            lines.append(prompted(JSON.readTree(line))).append('\n');
        }
        person.does("train", person.file("promptfoo.jsonl", lines.toString().strip()));

        Map<String, Integer> rows = export();

        assertThat(rows).containsEntry("trl-sft", 38).containsEntry("trl-kto", 60);
        person.does("export", "--format=trl-preference", "--explain");
    }

    /** The numbers of rows by format, each of which was checked. */
    private Map<String, Integer> export() throws IOException {
        Map<String, Integer> rows = new TreeMap<>();
        for (DatasetFormat each : DatasetFormats.all()) {
            String format = each.name();
            if (each instanceof DatasetFormat.Folder) {
                export(format, rows);
            } else {
                String written = person.does("export", "--format", format).out();
                rows.put(format, check(format, written));
            }
        }
        return rows;
    }

    private void export(String format, Map<String, Integer> rows) throws IOException {
        String folder = home.resolve(format).toString();
        person.does("export", "--format", format, "--validation=0.2", "--out", folder);
        for (String part : List.of("sft", "preference", "kto")) {
            for (String side : List.of("train", "validation")) {
                Path file = Path.of(folder, part, side + ".jsonl");
                if (Files.exists(file)) {
                    rows.merge(format + "/" + part, check(format + "/" + part, Files.readString(file)), Integer::sum);
                }
            }
        }
    }

    private static int check(String format, String rows) {
        List<String> lines = rows.lines().toList();
        lines.forEach(line -> assertThat(RowCheck.problems(format, line))
                .as("%s: %.300s", format, line)
                .isEmpty());
        return lines.size();
    }

    private static JsonNode medical(String model, JsonNode task) {
        var record = JSON.createObjectNode();
        record.put("task_id", task.path("task_id").asText());
        record.put("run", model);
        record.put("model", model);
        record.put("success", task.path("correct").asBoolean());
        record.put("score", task.path("correct").asBoolean() ? 1.0 : 0.0);
        if (task.path("infra_fail").asBoolean()) {
            record.put("outcome", "error");
        }
        var messages = record.putArray("messages");
        for (JsonNode said : task.path("history")) {
            boolean agent = said.path("role").asText().equals("agent");
            messages.addObject()
                    .put("role", agent ? "assistant" : "user")
                    .put("content", said.path("content").asText());
        }
        return record;
    }

    private static JsonNode prompted(JsonNode result) throws IOException {
        var record = JSON.createObjectNode();
        record.put("task_id", Integer.toHexString(result.path("vars").toString().hashCode()));
        record.put("run", result.path("id").asText());
        record.put("success", result.path("success").asBoolean());
        record.put("score", result.path("score").asDouble());
        String raw = result.path("prompt").path("raw").asText();
        if (raw.startsWith("[")) {
            record.set("messages", JSON.readTree(raw));
        } else {
            record.putArray("messages").addObject().put("role", "user").put("content", raw);
        }
        JsonNode output = result.path("response").path("output");
        record.withArray("messages")
                .addObject()
                .put("role", "assistant")
                .put("content", output.isTextual() ? output.asText() : output.toString());
        return record;
    }
}
