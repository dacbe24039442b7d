package org.autotrainer.application.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.autotrainer.application.DocumentedFormat;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's format, built as docs/datasets.md says, dropped in as a jar and found by its name. */
class PluginFormatTest {
    @TempDir
    private Path folder;

    @Test
    void a_format_of_a_jar_is_found_by_its_name_and_writes_rows() throws IOException {
        Path jar = DocumentedFormat.build(Files.createDirectory(folder.resolve("format")), "plain-text");
        List<String> rows = new ArrayList<>();
        try (URLClassLoader plugins = over(jar);
                TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            loop.train(Evaluation.of("a", "t")
                    .success(true)
                    .conversation(new Conversation(
                            List.of(Message.of(Role.USER, "2+2?"), Message.of(Role.ASSISTANT, "4")), List.of()))
                    .build());
            ExportDataset export = with(plugins, loop::export);
            assertThat(export.formats()).extracting(ExportDataset.Format::name).contains("plain-text", "trl-sft");
            ExportDataset.Report report = export.export(ExportDataset.Request.of("a", "plain-text"), into(rows));
            assertThat(report.rows()).isEqualTo(1);
        }
        assertThat(rows).containsExactly("{\"text\":\"user: 2+2?\\nassistant: 4\"}");
    }

    @Test
    void two_formats_of_one_name_are_refused_by_that_name_only() throws IOException {
        Path first = DocumentedFormat.build(Files.createDirectory(folder.resolve("one")), "trl-sft");
        try (URLClassLoader plugins = over(first);
                TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            ExportDataset export = with(plugins, loop::export);
            assertThatThrownBy(() -> export.export(ExportDataset.Request.of("a", "trl-sft"), into(new ArrayList<>())))
                    .isInstanceOf(AutoTrainerException.class)
                    .hasMessage("there are 2 data-set formats named \"trl-sft\"; take one of their jars out of"
                            + " plugins");
            assertThat(export.export(ExportDataset.Request.of("a", "mistral"), into(new ArrayList<>()))
                            .rows())
                    .isZero();
        }
    }

    @Test
    void a_name_that_could_be_a_path_is_refused() throws IOException {
        Path jar = DocumentedFormat.build(Files.createDirectory(folder.resolve("bad")), "../up");
        try (URLClassLoader plugins = over(jar);
                TrainingLoop loop = TrainingLoop.over(new MemoryStore())) {
            assertThatThrownBy(() -> with(plugins, loop::export))
                    .hasMessageStartingWith("a data-set format is named \"../up\"; allowed are");
        }
    }

    private static URLClassLoader over(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, PluginFormatTest.class.getClassLoader());
    }

    private static ExportDataset.Sink into(List<String> rows) {
        return new ExportDataset.Sink() {
            @Override
            public void row(String file, String line) {
                rows.add(line);
            }

            @Override
            public void note(ExportDataset.Note note) {}
        };
    }

    private static <T> T with(ClassLoader plugins, Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugins);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
