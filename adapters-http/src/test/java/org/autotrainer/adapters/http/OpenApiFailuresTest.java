package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.http.ApiDocument.Operation;
import org.autotrainer.adapters.http.Exchange.Reply;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.Test;

/** When too much comes, too little, or the store fails, each route answers as the document describes it. */
class OpenApiFailuresTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();
    private static final String EXPORT = "GET /v1/datasets/{format}";

    @Test
    void too_many_requests_are_answered_as_described() throws IOException {
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore());
                Exchange server = Exchange.with(loop, 1)) {
            for (Operation operation : DOCUMENT.operations()) {
                Reply reply = new Reply(0, "", Map.of(), "");
                for (int i = 0; i < Gate.STRANGERS_AT_ONCE + 20 && reply.status() != 429; i++) {
                    reply = server.raw(operation.method() + " " + operation.example(), Map.of());
                    assertThat(reply.status()).isNotEqualTo(500);
                }
                assertThat(reply.status() == 429).as(operation.name()).isEqualTo(operation.documents(429));
                DOCUMENT.describes(operation, reply);
            }
        }
    }

    @Test
    void a_body_that_does_not_end_is_answered_as_described() throws IOException {
        List<Socket> open = new ArrayList<>();
        try (TrainingLoop loop = TrainingLoop.over(new MemoryStore());
                Exchange server = Exchange.with(loop)) {
            for (Operation operation : DOCUMENT.operations()) {
                open.add(server.begin(
                        operation.method() + " " + operation.example(),
                        Map.of(
                                "Content-Type",
                                operation.mediaTypes().stream().findFirst().orElse("application/json"),
                                "Content-Length",
                                "10")));
            }
            for (Operation operation : DOCUMENT.operations()) {
                try (Socket socket = open.remove(0)) {
                    Reply reply = Exchange.read(socket);
                    assertThat(reply.status()).as(operation.name()).isEqualTo(408);
                    DOCUMENT.describes(operation, reply);
                }
            }
        }
    }

    @Test
    void a_store_that_fails_is_answered_as_described() throws IOException, InterruptedException {
        Map<Problem, Integer> statuses =
                Map.of(Problem.BUSY, 503, Problem.STORE_UNUSABLE, 500, Problem.STORAGE_FULL, 507);
        for (Map.Entry<Problem, Integer> status : statuses.entrySet()) {
            try (TrainingLoop loop = TrainingLoop.over(failing(status.getKey()));
                    Exchange server = Exchange.with(loop)) {
                for (Operation operation : DOCUMENT.operations()) {
                    String type = operation.mediaTypes().stream().findFirst().orElse("");
                    String body = operation.examples(type).at("/usual/value").toString();
                    Reply reply = server.send(operation.method(), operation.example(), type, body);
                    assertThat(reply.status())
                            .as("%s: %s", operation.name(), reply)
                            .isEqualTo(
                                    operation.path().equals("/readyz")
                                            ? Integer.valueOf(503)
                                            : operation.usesStore() ? status.getValue() : Integer.valueOf(200));
                    DOCUMENT.describes(operation, reply);
                }
            }
        }
    }

    @Test
    void a_data_set_that_fails_is_not_taken_for_a_whole_one() throws IOException, InterruptedException {
        try (TrainingLoop loop = TrainingLoop.over(failing(Problem.STORE_UNUSABLE));
                Exchange server = Exchange.with(loop)) {
            Reply reply = server.send("GET", DOCUMENT.operation(EXPORT).example(), "", "");
            assertThat(reply.status()).as("%s", reply).isEqualTo(500);
        }
    }

    /** A store at which everything fails in the same way. */
    private static Store failing(Problem problem) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (store, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new AutoTrainerException(problem, "the store fails");
                });
    }
}
