package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.application.port.DocumentedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of docs/writing-a-store.md, dropped into the plugins of a copy of the program, serves like our own. */
class PluginTest {
    private static final Path GOLDEN =
            Distribution.PROJECT.resolve("domain/src/test/resources/org/autotrainer/domain/training/golden.jsonl");

    @TempDir
    Path folder;

    @Test
    void a_store_from_plugins_serves_the_golden_cases() throws IOException, InterruptedException {
        Path program = folder.resolve("program");
        assertThat(Distribution.sh("cp -R '" + Distribution.HOME + "' '" + program + "'", folder, folder)
                        .exit())
                .isZero();
        Files.copy(DocumentedStore.build(folder.resolve("store")), program.resolve("plugins/folder-store.jar"));

        try (RunningServer server = RunningServer.start(program, "folder:served", folder)) {
            for (String line : Files.readString(GOLDEN, UTF_8).split("\n")) {
                answersAsTheOriginal(RunningServer.JSON.readTree(line), server);
            }
            assertThat(server.stop()).isIn(0, 128 + 15);
        }
        assertThat(folder.resolve("served/commits.log")).isNotEmptyFile();
    }

    private static void answersAsTheOriginal(JsonNode golden, RunningServer server)
            throws IOException, InterruptedException {
        String agent = "case-" + golden.get("case").asInt();
        for (JsonNode lesson : golden.get("given").get("lessons")) {
            server.send("POST", "/v1/lessons", of(agent, lesson));
        }
        ObjectNode request = golden.get("given").deepCopy();
        request.remove("lessons");
        JsonNode answer = RunningServer.JSON.readTree(
                server.send("POST", "/v1/training", of(agent, request)).body());

        JsonNode expected = golden.get("expect");
        assertThat(answer.get("applied")).as(agent).isEqualTo(expected.get("applied"));
        assertThat(answer.get("suggestions").findValuesAsText("key"))
                .as(agent)
                .isEqualTo(expected.get("suggestions").findValuesAsText("key"));
        assertThat(server.get("/v1/heuristics?view=keys&agent=" + agent).get("heuristics"))
                .as(agent)
                .isEqualTo(expected.get("heuristics"));
    }

    private static String of(String agent, JsonNode body) {
        return ((ObjectNode) body.deepCopy()).put("agent", agent).toString();
    }
}
