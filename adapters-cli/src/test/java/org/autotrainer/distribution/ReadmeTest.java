package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens: its transcripts and its Java are run against the built distribution. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private record Block(String language, String text) {}

    @Test
    void the_transcripts_are_what_the_commands_print() throws IOException, InterruptedException {
        Transcript.of(readme()).check(folder);
    }

    @Test
    void the_java_examples_print_what_stands_below_them() throws IOException, InterruptedException {
        List<Block> blocks = blocks();
        int run = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("java")) {
                boolean domainAlone = !blocks.get(i).text().contains("org.autotrainer.application");
                String printed = runJava(blocks.get(i).text(), domainAlone, run++);
                assertThat(printed.strip()).isEqualTo(blocks.get(i + 1).text().strip());
            }
        }
        assertThat(run).as("Java examples").isEqualTo(2);
    }

    @Test
    void the_readme_has_two_commands_and_the_gate_runs_the_second() throws IOException {
        List<String> commands = blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .flatMap(block -> block.text().lines())
                .toList();
        assertThat(commands).hasSize(2);
        List<String> gate = Files.readAllLines(Distribution.PROJECT.resolve(".ci/run"));
        assertThat(gate.get(gate.size() - 1)).isEqualTo(commands.get(1));
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(readme().lines().count()).isLessThanOrEqualTo(150);
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(readme());
        while (found.find()) {
            blocks.add(new Block(found.group(1), found.group(2)));
        }
        return blocks;
    }

    private static String readme() throws IOException {
        return Files.readString(Distribution.PROJECT.resolve("README.md"));
    }

    private String runJava(String source, boolean domainAlone, int number) throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("example" + number));
        Path file = Files.writeString(sources.resolve("Example.java"), source);
        String classPath = classPath(domainAlone);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        errors,
                        errors,
                        "--release",
                        "17",
                        "-cp",
                        classPath,
                        "-d",
                        sources.toString(),
                        file.toString());
        assertThat(compiled).as(errors.toString(UTF_8)).isZero();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Distribution.sh(
                        "'" + java + "' -cp '" + sources + ":" + classPath + "' Example 2>warnings",
                        folder.resolve("home"),
                        sources)
                .output();
    }

    private static String classPath(boolean domainAlone) throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.HOME.resolve("lib"))) {
            List<String> paths = jars.map(Path::toString)
                    .filter(jar -> !domainAlone || jar.contains("autotrainer-domain"))
                    .sorted()
                    .toList();
            assertThat(paths).hasSizeGreaterThanOrEqualTo(1);
            return String.join(":", paths);
        }
    }
}
