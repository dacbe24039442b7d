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
import org.junit.jupiter.params.provider.EnumSource;

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
    void an_answer_that_wrote_nothing_does_not_make_a_full_disk_ready() throws IOException {
        writes = Optional.of(Problem.STORAGE_FULL);
        try (RawConnection connection = server.connect()) {
            assertThat(status(connection, server.post("/v1/evaluations", "{\"task_id\":\"t\"}")))
                    .isEqualTo(507);

            assertThat(status(connection, server.recall())).isEqualTo(200);

            assertThat(status(connection, server.get("/readyz"))).isEqualTo(503);
        }
    }

    @Test
    void a_disk_that_a_call_of_mcp_found_full_is_told_too() throws IOException {
        byte[] call = server.post("/mcp", McpPeer.call("record_evaluation", "{\"task_id\":\"t\"}"));
        writes = Optional.of(Problem.STORAGE_FULL);
        try (RawConnection connection = server.connect()) {
            assertThat(status(connection, call)).isEqualTo(200);
            assertThat(status(connection, server.get("/readyz"))).isEqualTo(503);

            writes = Optional.empty();
            assertThat(status(connection, call)).isEqualTo(200);
            assertThat(status(connection, server.get("/readyz"))).isEqualTo(200);
        }
    }

    /** Who needs no token learns no more than why: what a store says of itself may name files of this machine. */
    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"BUSY", "STORE_UNUSABLE", "STORAGE_FULL"})
    void what_the_store_says_of_itself_is_not_told_to_everybody(Problem problem) throws IOException {
        reads = Optional.of(problem);

        assertThat(server.ask(server.get("/readyz")).body()).doesNotContain("the store fails");
    }

    @Test
    void a_full_disk_is_believed_for_ten_seconds() {
        Readiness readiness = new Readiness();
        long second = 1_000_000_000L;

        readiness.foundDiskFull(5 * second);

        assertThat(readiness.answer(server.loop(), 14 * second).status()).isEqualTo(503);
        assertThat(readiness.answer(server.loop(), 16 * second).status()).isEqualTo(200);
    }

    /** The status of an answer, and all that is noted about it: the next request on a connection comes after that. */
    private static int status(RawConnection connection, byte[] request) throws IOException {
        connection.send(request);
        return connection.read(false).orElseThrow().status();
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
