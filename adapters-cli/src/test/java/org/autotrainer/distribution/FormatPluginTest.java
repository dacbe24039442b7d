package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format of docs/formats.md, dropped into the plugins of a copy of the program, reads like our own. */
class FormatPluginTest {
    private static final Pattern FILE =
            Pattern.compile("^`(src/[^`]+)`\n\n```\\w+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path PAGE = Distribution.PROJECT.resolve("docs/formats.md");

    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void drop() throws IOException, InterruptedException {
        program = folder.resolve("program");
        assertThat(Distribution.sh("cp -R '" + Distribution.HOME + "' '" + program + "'", folder, folder)
                        .exit())
                .isZero();
        jar(program.resolve("plugins/dice.jar"));
        Files.writeString(
                folder.resolve("dice.json"),
                "{\"game\":\"craps\",\n\"throws\":[{\"eyes\":6},\n{\"eyes\":7},{\"eyes\":2}]}");
    }

    @Test
    void its_files_are_recognised_and_what_is_wrong_is_told_with_its_place() throws IOException, InterruptedException {
        Distribution.Result result = run("train dice.json --store dice.db --json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("dice.json is read as dice", "\"recorded\":2", "\"successes\":1")
                .contains("dice.json line 3: /throws/1: eyes is 7; allowed are 1 to 6");
        assertThat(run("train dice.json --store dice.db --json").output())
                .contains("\"recorded\":0", "\"unchanged\":2");
    }

    @Test
    void it_is_known_by_its_name() throws IOException, InterruptedException {
        assertThat(run("train --from dice dice.json --store dice.db --json").output())
                .contains("\"recorded\":2");
        assertThat(run("train --help").output()).containsPattern("deepeval,\\s+dice,\\s+inspect");
    }

    private Distribution.Result run(String command) throws IOException, InterruptedException {
        return Distribution.sh("'" + program + "/bin/autotrainer' " + command, folder.resolve("home"), folder);
    }

    private void jar(Path jar) throws IOException {
        Path project = folder.resolve("dice");
        Matcher blocks = FILE.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            Path path = project.resolve(blocks.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, blocks.group(2));
        }
        Path classes = Files.createDirectories(project.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing,-path", "-Werror"));
        arguments.addAll(List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        arguments.add(project.resolve("src/main/java/dice/DiceFormat.java").toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path root : List.of(classes, project.resolve("src/main/resources"))) {
                add(root, out);
            }
        }
    }

    private static void add(Path root, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
