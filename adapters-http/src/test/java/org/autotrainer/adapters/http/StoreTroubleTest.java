package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callers learn that the store fails, and not where it lies. */
class StoreTroubleTest {
    private static final String FILE = "/srv/secret/memory.db";

    /** A store at which everything fails, and that says so with its place. */
    private static Store failing(Problem problem) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (store, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return "";
                    }
                    throw new AutoTrainerException(problem, "the store " + FILE + " fails");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"BUSY", "STORE_UNUSABLE", "STORAGE_FULL"})
    void the_place_of_a_store_that_fails_is_told_to_no_caller(Problem problem) throws IOException {
        try (RunningServer server = RunningServer.start(failing(problem), 0)) {
            List<byte[]> requests = List.of(
                    server.get("/readyz"),
                    server.get("/v1/agents"),
                    server.get("/v1/datasets/targets"),
                    server.recall(),
                    server.post("/v1/evaluations", "{\"task_id\":\"t\"}"),
                    server.post("/v1/retractions", "{\"task\":\"t\"}"),
                    server.post("/mcp", McpPeer.call("list_heuristics", "{}")),
                    server.post("/mcp", McpPeer.call("record_evaluation", "{\"task_id\":\"t\"}")));
            for (byte[] request : requests) {
                RawAnswer answer = server.ask(request);

                assertThat(answer.body())
                        .as(new String(request))
                        .doesNotContain(FILE)
                        .containsAnyOf("busy", "cannot be used", "the disk is full");
            }
        }
    }
}
