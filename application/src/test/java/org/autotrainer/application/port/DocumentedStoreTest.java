package org.autotrainer.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's store, built as docs/writing-a-store.md says, dropped in as a jar and found by its name. */
class DocumentedStoreTest extends StoreContract {
    @TempDir
    private static Path project;

    private static URLClassLoader plugins;

    @TempDir
    private Path folder;

    @BeforeAll
    static void build_the_jar() throws IOException {
        Path plugin = Files.createDirectory(project.resolve("plugins")).resolve("folder-store.jar");
        Files.copy(DocumentedStore.build(Files.createDirectory(project.resolve("store"))), plugin);
        plugins = new URLClassLoader(new URL[] {plugin.toUri().toURL()}, StoreContract.class.getClassLoader());
    }

    @AfterAll
    static void let_go_of_the_jar() throws IOException {
        plugins.close();
    }

    @Override
    protected Store open() {
        return withPlugins(() -> Providers.named("store", "folder", StoreProvider.class, StoreProvider::name))
                .open(folder.resolve("memory").toString(), Missing.CREATE);
    }

    @Test
    void it_serves_the_training_loop() {
        String location = "folder:" + folder.resolve("loop");
        Evaluation evaluation = Evaluation.of("support-bot", "task")
                .id("e1")
                .suggest("Check the order status first.")
                .build();
        try (TrainingLoop loop = withPlugins(() -> TrainingLoop.open(location))) {
            loop.train(evaluation);
        }
        try (TrainingLoop loop = withPlugins(() -> TrainingLoop.open(location, Missing.REFUSE))) {
            assertThat(loop.heuristics().list("support-bot", "", 10).items()).hasSize(1);
            assertThat(loop.maintenance().check(verified -> {}).problems()).isEmpty();
        }
    }

    private static <T> T withPlugins(java.util.function.Supplier<T> action) {
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
