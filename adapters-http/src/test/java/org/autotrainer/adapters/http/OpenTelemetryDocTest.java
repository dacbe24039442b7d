package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exporters of the documentation are run against a server; where their libraries are not installed, that is said. */
class OpenTelemetryDocTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/opentelemetry.md");
    private static final String TOKEN = "a-token-of-the-exporters";

    @TempDir
    private Path folder;

    private record Result(int exit, String output) {}

    @Test
    void the_exporter_in_python_is_understood() throws Exception {
        String needed = "opentelemetry-sdk and opentelemetry-exporter-otlp-proto-http of PyPI";
        assumeThat("python3 -c 'import opentelemetry.exporter.otlp.proto.http, opentelemetry.sdk'", needed);
        assertThat(exported("python", "exporter.py", "python3 exporter.py", text -> text))
                .isEqualTo(output("python"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"otlp-http", "otlp-proto"})
    void the_exporters_in_javascript_are_understood(String kind) throws Exception {
        for (String library :
                new String[] {"exporter-trace-" + kind, "exporter-logs-" + kind, "sdk-trace-node", "sdk-logs"}) {
            assumeThat(
                    "node -e 'require(\"@opentelemetry/" + library + "\")'", "@opentelemetry/" + library + " of npm");
        }
        assertThat(exported(
                        "javascript",
                        "exporter.cjs",
                        "node exporter.cjs",
                        text -> text.replace("-otlp-http'", "-" + kind + "'")))
                .isEqualTo(output("javascript"));
    }

    private void assumeThat(String probe, String needed) throws IOException, InterruptedException {
        assumeTrue(run(probe, Map.of()).exit() == 0, "skipped: this machine lacks " + needed);
    }

    private String exported(String language, String file, String command, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve(file), change.apply(block(language, 1)));
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore());
                ServerProvider.Server server =
                        new HttpServerProvider().start(loop, new ServerProvider.Options("127.0.0.1", 0, TOKEN, 0))) {
            Result result = run(
                    command,
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            server.address().toString(),
                            "OTEL_EXPORTER_OTLP_HEADERS",
                            "Authorization=Bearer%20" + TOKEN,
                            "OTEL_EXPORTER_OTLP_COMPRESSION",
                            "gzip",
                            "AUTOTRAINER_TOKEN",
                            TOKEN));
            return result.output().strip();
        }
    }

    private static String output(String language) throws IOException {
        return block(language, 2).strip();
    }

    /** The source of a language, or the output that stands below it. */
    private static String block(String language, int group) throws IOException {
        Matcher found = Pattern.compile("```" + language + "\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(found.find()).as(language).isTrue();
        return found.group(group);
    }

    private Result run(String command, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().putAll(environment);
        shell.environment().put("no_proxy", "127.0.0.1");
        Process process = shell.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("took longer than a minute: " + command);
        }
        return new Result(process.exitValue(), Files.readString(output));
    }
}
