package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on MCP shows is what happens. */
class McpDocTest {
    private static final Path PAGE = Distribution.PROJECT.resolve("docs/mcp.md");
    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void the_transcript_is_what_the_command_prints() throws IOException, InterruptedException {
        Transcript.of(Files.readString(PAGE)).check(folder);
    }

    @Test
    void each_configuration_in_json_starts_the_command_or_names_the_address() throws IOException {
        Matcher found = JSON.matcher(Files.readString(PAGE));
        List<String> ways = new ArrayList<>();
        while (found.find()) {
            JsonNode configuration = RunningServer.JSON.readTree(found.group(1));
            JsonNode server = configuration.elements().next().path("autotrainer");
            if (server.path("command").asText().endsWith("autotrainer")) {
                assertThat(server.path("args")).extracting(JsonNode::asText).startsWith("mcp", "--store");
                ways.add("streams");
            } else {
                assertThat(server.path("url").asText() + server.path("httpUrl").asText())
                        .isEqualTo("http://127.0.0.1:8391/mcp");
                assertThat(server.at("/headers/Authorization").asText()).startsWith("Bearer ");
                ways.add("http");
            }
        }
        assertThat(ways).contains("streams", "http");
    }
}
