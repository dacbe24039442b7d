package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tools of others find nothing wrong with the document, nor with a server that is held against it.
 *
 * <p>They are those in the folder that the environment variable AUTOTRAINER_API_TOOLS names, or in {@code target/api-tools},
 * where {@code contract.sh} installs them. Where they are not, the tests are skipped, aloud.
 */
class ContractTest {
    private static final Path TOOLS = Optional.ofNullable(System.getenv("AUTOTRAINER_API_TOOLS"))
            .map(Path::of)
            .orElse(Path.of("target/api-tools").toAbsolutePath());
    private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();
    private static final int SECONDS = Integer.getInteger("contract.seconds", 15);
    private static final int SEED = Integer.getInteger("contract.seed", 1);

    @TempDir
    private Path folder;

    /** What a command printed, and how it ended. */
    private record Ran(int exit, String output) {}

    @Test
    void redocly_finds_nothing_wrong_with_the_document() throws IOException, InterruptedException {
        Path redocly = tool("node_modules/.bin/redocly");
        Path document = folder.resolve("openapi.json");
        Files.writeString(document, new ApiDocument().root().toPrettyString());

        Ran ran = run(List.of(redocly.toString(), "lint", "--format=stylish", document.toString()));

        assertThat(ran.output()).doesNotContain("warning  ", "error  ");
        assertThat(ran.exit()).as(ran.output()).isZero();
    }

    @Test
    void schemathesis_finds_nothing_that_a_server_does_otherwise() throws IOException, InterruptedException {
        Path schemathesis = tool("bin/st");
        Path document = folder.resolve("openapi.json");
        Files.writeString(document, jsonOnly(new ApiDocument().root()).toString());
        try (RunningServer server = RunningServer.start()) {
            Ran ran = run(List.of(
                    schemathesis.toString(),
                    "--config-file",
                    SCRIPTS.resolve("schemathesis.toml").toString(),
                    "run",
                    "--url",
                    "http://127.0.0.1:" + server.port(),
                    "--header",
                    "Authorization: Bearer " + RunningServer.TOKEN,
                    "--max-time",
                    Integer.toString(SECONDS),
                    "--max-examples",
                    "20",
                    "--seed",
                    Integer.toString(SEED),
                    "--continue-on-failure",
                    "--no-shrink",
                    "--workers",
                    "1",
                    document.toString()));

            System.out.println("schemathesis: "
                    + ran.output()
                            .lines()
                            .filter(line -> line.contains(" generated"))
                            .toList());
            assertThat(ran.exit()).as(ran.output()).isZero();
        }
    }

    /** The document without the kinds of body that the tool cannot make: lines and protobuf. */
    private static JsonNode jsonOnly(JsonNode document) {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.at("/requestBody/content") instanceof ObjectNode content) {
                    content.retain("application/json");
                }
            }
        }
        return document;
    }

    private static Path tool(String name) {
        Path tool = TOOLS.resolve(name);
        assumeTrue(
                Files.exists(tool),
                "skipped: " + tool + " is not there; sh adapters-http/src/test/scripts/contract.sh installs it");
        return tool;
    }

    private Ran run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("SCHEMATHESIS_TELEMETRY", "false");
        Process process = builder.start();
        boolean ended = process.waitFor(SECONDS + 240, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertThat(ended).as("%s ends: %s", command, text).isTrue();
        return new Ran(process.exitValue(), text);
    }
}
