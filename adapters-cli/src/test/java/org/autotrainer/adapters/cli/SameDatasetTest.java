package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.RetractFacts;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;
import org.autotrainer.domain.text.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same facts give the same bytes: in memory, in SQLite, and in a copy of the store. */
class SameDatasetTest {
    private static final int TASKS = 60;

    @TempDir
    private Path home;

    @Test
    void every_format_gives_the_same_bytes_from_every_store() {
        String file = home.resolve("first.db").toString();
        Path copy = home.resolve("copy.db");
        Map<String, String> inMemory;
        try (TrainingLoop loop = over(new MemoryStore())) {
            record(loop);
            inMemory = exported(loop);
        }
        try (TrainingLoop loop = over(sqlite(file, Missing.CREATE))) {
            record(loop);
            assertThat(exported(loop)).isEqualTo(inMemory);
            TrainingLoop.backup("sqlite:" + file, copy);
        }
        try (TrainingLoop loop = over(sqlite(copy.toString(), Missing.REFUSE))) {
            assertThat(exported(loop)).isEqualTo(inMemory);
        }
        assertThat(inMemory).containsKeys("trl-preference train.jsonl", "huggingface kto/validation.jsonl");
        assertThat(inMemory.get("trl-sft train.jsonl")).contains("[email_1]").doesNotContain("retracted");
    }

    private static TrainingLoop over(Store store) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-21T09:30:00Z"));
        return TrainingLoop.over(store, clock, TokenCounter.ESTIMATE);
    }

    private static Store sqlite(String file, Missing missing) {
        return Providers.named("store", "sqlite", StoreProvider.class, StoreProvider::name)
                .open(file, missing);
    }

    private static void record(TrainingLoop loop) {
        for (int task = 0; task < TASKS; task++) {
            loop.train(tried(task, 0, "yes").success(true).score(0.75).build());
            loop.train(tried(task, 1, "no").score(0.25).suggest("Look twice").build());
        }
        loop.train(tried(3, 0, "corrected").id("e3-0").revision(1).success(true).build());
        loop.train(tried(4, 2, "retracted").critic("bad", "1").success(true).build());
        loop.retractions()
                .retract(new RetractFacts.Request("a", "r1", null, "bad", null, null, null, null, null, null, null));
    }

    private static EvaluationBuilder tried(int task, int attempt, String says) {
        return Evaluation.of(new Attempt("a", "", "task-" + task, attempt))
                .id("e" + task + "-" + attempt)
                .conversation(new Conversation(
                        List.of(
                                Message.of(Role.SYSTEM, "You look things up."),
                                Message.of(Role.USER, "Look up " + task * 7919 + " for ann" + task + "@example.org"),
                                new Message(
                                        Role.ASSISTANT,
                                        "",
                                        List.of(new ToolCall("1", "look_up", Map.of("n", task, "of", says))),
                                        "",
                                        ""),
                                new Message(Role.TOOL, "found " + says, List.of(), "1", "look_up"),
                                Message.of(Role.ASSISTANT, "It says " + says + " about thing " + task)),
                        List.of()));
    }

    /** All files of all formats, by the names of both. */
    private static Map<String, String> exported(TrainingLoop loop) {
        Map<String, StringBuilder> files = new TreeMap<>();
        for (ExportDataset.Format format : loop.export().formats()) {
            ExportDataset.Sink sink = new ExportDataset.Sink() {
                @Override
                public void row(String file, String line) {
                    files.computeIfAbsent(format.name() + " " + file, any -> new StringBuilder())
                            .append(line)
                            .append('\n');
                }

                @Override
                public void note(ExportDataset.Note note) {
                    files.computeIfAbsent(format.name() + " notes", any -> new StringBuilder())
                            .append(note.sentence())
                            .append('\n');
                }
            };
            ExportDataset.Report report = loop.export().export(ExportDataset.Request.of("a", format.name()), sink);
            files.put(format.name() + " manifest", new StringBuilder(Json.line(report.manifest())));
            files.put(
                    format.name() + " beside", new StringBuilder(report.beside().toString()));
        }
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }
}
