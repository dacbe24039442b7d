package org.autotrainer.application.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's format that does not work is named, with the next step. */
class BrokenPluginTest {
    @TempDir
    private Path folder;

    @Test
    void a_jar_that_names_a_class_which_is_not_there_is_told_of() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(EvaluationFormat.class.getName()), "no.Such\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader plugins = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            thread.setContextClassLoader(plugins);
            assertThatThrownBy(EvaluationFormats::all)
                    .isInstanceOf(AutoTrainerException.class)
                    .hasMessageStartingWith("a plugin cannot be used: ")
                    .hasMessageContaining("no.Such")
                    .hasMessageEndingWith("; take its jar out of plugins/, or mend it");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void a_format_that_breaks_when_it_looks_at_a_file_is_told_of() {
        EvaluationFormat broken = new EvaluationFormat() {
            @Override
            public String name() {
                return "dice";
            }

            @Override
            public Optional<Cut> cut(Beginning beginning) {
                throw new IllegalStateException("no dice");
            }

            @Override
            public Reading reading(Source source) {
                throw new AssertionError("nothing was cut");
            }
        };

        assertThatThrownBy(() -> EvaluationFormats.recognising(
                        broken, new Beginning(Beginning.Kind.JSON, "dice.json", Map.of())))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessage(
                        "the format dice broke when it looked at dice.json: java.lang.IllegalStateException: no dice;"
                                + " mend it, take its jar out of plugins/, or name another with --from");
    }
}
