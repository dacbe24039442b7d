package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.dataset.check.RowCheck;
import org.autotrainer.domain.dataset.check.StrictJson;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data sets over HTTP: one file as lines, several as an archive, any of them by its name. */
class DatasetsTest {
    private static final String TOKEN = "a-token-of-the-tests";
    private static final int TASKS = 40;

    private TrainingLoop loop;
    private ServerProvider.Server server;

    @BeforeEach
    void serve() {
        loop = TrainingLoop.over(new MemoryStore());
        for (int task = 0; task < TASKS; task++) {
            loop.train(tried(task, 0, "The answer is " + task * 7919, true));
            loop.train(tried(task, 1, "I do not know number " + task, false));
        }
        loop.heuristics().set("b", "k", "Look first");
        server = new HttpServerProvider().start(loop, new ServerProvider.Options("127.0.0.1", 0, TOKEN, 0));
    }

    @AfterEach
    void stop() {
        server.close();
        loop.close();
    }

    private static Evaluation tried(int task, int attempt, String says, boolean success) {
        return Evaluation.of(new Attempt("a", "", "task-" + task, attempt))
                .success(success)
                .score(success ? 1 : 0)
                .conversation(new Conversation(
                        List.of(
                                Message.of(Role.USER, "Question " + task * 104729 + " about thing " + task),
                                Message.of(Role.ASSISTANT, says)),
                        List.of()))
                .build();
    }

    @Test
    void a_format_of_one_file_is_answered_with_its_lines() throws Exception {
        HttpResponse<byte[]> answer = get("trl-kto?agent=a");
        List<String> lines = new String(answer.body(), UTF_8).lines().toList();
        assertThat(lines)
                .hasSize(2 * TASKS)
                .allSatisfy(
                        line -> assertThat(RowCheck.problems("trl-kto", line)).isEmpty());
        assertThat(answer.headers().firstValue("Content-Length")).hasValue(String.valueOf(answer.body().length));
    }

    @Test
    void a_folder_is_answered_with_an_archive_of_all_its_files() throws Exception {
        HttpResponse<byte[]> answer = get("huggingface?agent=a");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, String> files = unpacked(answer.body());
        assertThat(files.keySet())
                .containsExactly(
                        "README.md",
                        "kto/train.jsonl",
                        "kto/validation.jsonl",
                        "manifest.json",
                        "preference/train.jsonl",
                        "preference/validation.jsonl",
                        "report.json",
                        "sft/train.jsonl",
                        "sft/validation.jsonl");
        for (String part : List.of("sft", "preference", "kto")) {
            files.get(part + "/train.jsonl")
                    .lines()
                    .forEach(line -> assertThat(RowCheck.problems("huggingface/" + part, line))
                            .isEmpty());
        }
        assertThat(StrictJson.object(files.get("report.json"))).containsKeys("candidates", "report");
        assertThat(get("huggingface?agent=a").body()).isEqualTo(answer.body());
    }

    @Test
    void a_part_is_the_same_as_in_the_archive() throws Exception {
        Map<String, String> files =
                unpacked(get("llama-factory?agent=a&seed=x&validation=0.3").body());
        List<String> names = new ArrayList<>(files.keySet());
        assertThat(names).contains("dataset_info.json", "kto/validation.jsonl");
        for (String name : names) {
            byte[] part = get("llama-factory?agent=a&seed=x&validation=0.3&part=" + name)
                    .body();
            assertThat(new String(part, UTF_8)).as(name).isEqualTo(files.get(name));
        }
    }

    @Test
    void there_is_none_of_an_agent_without_facts_and_its_lists_are_empty() throws Exception {
        HttpResponse<byte[]> answer = get("trl-sft?agent=nobody");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), UTF_8)).contains("there is no agent nobody", "/v1/agents");

        HttpResponse<byte[]> nothing = get("trl-sft?agent=b");
        assertThat(nothing.statusCode()).as("known, and nothing fits").isEqualTo(200);
        assertThat(nothing.body()).isEmpty();
        assertThat(loop.lessons().list("nobody", "", 1).items()).isEmpty();
    }

    @Test
    void what_is_not_allowed_is_told_with_what_is() throws Exception {
        assertThat(get("trl-sft?part=test.jsonl").statusCode()).isEqualTo(400);
        assertThat(new String(get("trl-sft?part=test.jsonl").body(), UTF_8)).contains("allowed are train.jsonl");
        assertThat(new String(get("trl-sft?validation=0.9").body(), UTF_8)).contains("allowed are 0 to 0.5");
        assertThat(new String(get("trl-sft?validation=half").body(), UTF_8)).contains("allowed are 0 to 0.5");
        assertThat(new String(get("trl-sft?personal=hide").body(), UTF_8)).contains("allowed are redact, refuse, keep");
    }

    @Test
    void as_many_can_be_made_one_after_the_other_as_anybody_likes() throws Exception {
        for (int i = 0; i < 2 * Datasets.AT_ONCE; i++) {
            assertThat(get("targets?agent=a").statusCode()).isEqualTo(200);
            assertThat(get("targets?agent=a&part=none").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_reader_that_does_not_read_does_not_hold_the_store() throws Exception {
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        MemoryStore memory = new MemoryStore();
        Store watched = (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    boolean read = method.getName().equals("read");
                    reading.addAndGet(read ? 1 : 0);
                    begun.addAndGet(read ? 1 : 0);
                    try {
                        return method.invoke(memory, arguments);
                    } finally {
                        reading.addAndGet(read ? -1 : 0);
                    }
                });
        try (RunningServer slow = RunningServer.start(watched, 0);
                TrainingLoop writer = TrainingLoop.over(memory)) {
            for (int task = 0; task < 32; task++) {
                writer.train(tried(task, 0, "x".repeat(1 << 20), true));
            }
            try (RawConnection connection = slow.connect()) {
                begun.set(0);
                connection.send(slow.get("/v1/datasets/trl-sft?agent=a"));
                await(() -> begun.get() >= 2 && reading.get() == 0);
                Thread.sleep(300);
                assertThat(reading.get()).isZero();
                RawAnswer answer = connection.read(false).orElseThrow();
                assertThat(answer.status()).isEqualTo(200);
            }
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 4_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private HttpResponse<byte[]> get(String query) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + "/v1/datasets/" + query))
                                .header("Authorization", "Bearer " + TOKEN)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
