package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that should not be sent requests says why. */
class ReadinessTest {
    private final Store memory = new MemoryStore();
    private volatile Optional<Problem> reads = Optional.empty();
    private volatile Optional<Problem> writes = Optional.empty();
    private final RunningServer server = RunningServer.start(
            (Store) Proxy.newProxyInstance(
                    Store.class.getClassLoader(), new Class<?>[] {Store.class}, (store, method, arguments) -> {
                        Optional<Problem> trouble = method.getName().equals("read")
                                ? reads
                                : method.getName().equals("write") ? writes : Optional.empty();
                        if (trouble.isPresent()) {
                            throw new AutoTrainerException(trouble.get(), "the store fails");
                        }
                        try {
                            return method.invoke(memory, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }),
            0);

    @AfterEach
    void stop() {
        reads = Optional.empty();
        writes = Optional.empty();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"BUSY,busy", "STORE_UNUSABLE,store", "STORAGE_FULL,storage"})
    void a_store_that_does_not_answer_is_told(Problem problem, String word) throws IOException {
        assertThat(server.ask(server.get("/readyz")).status()).isEqualTo(200);

        reads = Optional.of(problem);

        isUnready(word);
        reads = Optional.empty();
        assertThat(server.ask(server.get("/readyz")).status()).isEqualTo(200);
    }

    @Test
    void a_disk_that_is_full_is_told_until_something_was_written() throws IOException, InterruptedException {
        writes = Optional.of(Problem.STORAGE_FULL);
        assertThat(write()).isEqualTo(507);
        awaitStatus(503);
        isUnready("storage");
        assertThat(server.ask(server.get("/v1/agents")).status())
                .as("reads go on")
                .isEqualTo(200);

        writes = Optional.empty();
        assertThat(write()).isEqualTo(201);

        awaitStatus(200);
    }

    @Test
    void a_full_disk_is_believed_for_ten_seconds() {
        Readiness readiness = new Readiness();
        long second = 1_000_000_000L;

        readiness.wrote(507, 5 * second);

        assertThat(readiness.answer(server.loop(), 14 * second).status()).isEqualTo(503);
        assertThat(readiness.answer(server.loop(), 16 * second).status()).isEqualTo(200);
    }

    private int write() throws IOException {
        return server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\"}")).status();
    }

    private void awaitStatus(int status) throws IOException, InterruptedException {
        while (server.ask(server.get("/readyz")).status() != status) {
            Thread.sleep(5);
        }
    }

    private void isUnready(String word) throws IOException {
        RawAnswer answer = server.ask(server.get("/readyz"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem().path("type").asText()).isEqualTo("urn:autotrainer:problem:" + word);
        assertThat(answer.header("retry-after")).isEqualTo("1");
    }
}
