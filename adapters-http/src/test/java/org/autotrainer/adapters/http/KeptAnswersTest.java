package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered before is answered again from memory, and never when anything else would be true. */
class KeptAnswersTest {
    private static final String ADVICE = "{\"agent\":\"a\",\"task_id\":\"%s\",\"suggestions\":[\"%s\"]}";

    private final Store memory = new MemoryStore();
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch letFail = new CountDownLatch(1);
    private volatile boolean writesFail;
    private final RunningServer server = RunningServer.start(
            (Store) Proxy.newProxyInstance(
                    Store.class.getClassLoader(), new Class<?>[] {Store.class}, (store, method, arguments) -> {
                        reads.addAndGet(method.getName().equals("read") ? 1 : 0);
                        return method.getName().equals("write") && writesFail
                                ? failing(arguments)
                                : on(memory, method, arguments);
                    }),
            RunningServer.options()
                    .with(new Callers()
                            .with(new Token("one", Set.of(Scope.READ), Optional.of("a"), Trust.TRUSTED))
                            .with(new Token("other", Set.of(Scope.READ), Optional.of("b"), Trust.TRUSTED))));

    @AfterEach
    void stop() {
        writesFail = false;
        letFail.countDown();
        server.close();
    }

    private static Object on(Store store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Does all of a write, and fails to commit it when it is let. */
    @SuppressWarnings("unchecked")
    private Object failing(Object[] arguments) throws InterruptedException {
        AutoTrainerException full = new AutoTrainerException(Problem.STORAGE_FULL, "the disk is full");
        try {
            return memory.write((Set<String>) arguments[0], transaction -> {
                ((Function<Transaction, Object>) arguments[1]).apply(transaction);
                throw full;
            });
        } finally {
            written.countDown();
            letFail.await();
        }
    }

    private RawAnswer get(String target) throws IOException {
        return server.ask(server.get(target));
    }

    private void learn(String task, String advice) throws IOException {
        assertThat(server.ask(server.post("/v1/evaluations", String.format(ADVICE, task, advice)))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/agents",
                "/v1/heuristics?agent=a",
                "/v1/heuristics?agent=a&view=keys",
                "/v1/evaluations?agent=a",
                "/v1/lessons?agent=a",
                "/v1/settings?agent=a",
                "/v1/suggestions?agent=a",
                "/v1/params?agent=a",
                "/v1/report?agent=a",
                "/v1/report/success?agent=a",
                "/v1/journal?agent=a"
            })
    void what_is_asked_again_is_answered_alike_and_not_read_again_until_something_is_recorded(String target)
            throws IOException {
        learn("t1", "Look first");
        get(target); // brings the checkpoint up to the journal, which is a write
        RawAnswer first = get(target);
        int before = reads.get();

        RawAnswer second = get(target);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("etag")).isEqualTo(first.header("etag"));
        assertThat(second.header("vary")).isEqualTo(first.header("vary"));
        assertThat(reads.get()).isEqualTo(before);

        learn("t2", "Ask politely");
        get(target);
        assertThat(reads.get()).isGreaterThan(before);
    }

    @Test
    void what_was_recorded_is_seen_at_once() throws IOException {
        for (int i = 0; i < 20; i++) {
            learn("t" + i, "Do thing number " + i);

            assertThat(get("/v1/agents").body()).contains("\"facts\":" + (i + 1));
        }
    }

    @Test
    void what_one_may_see_is_not_shown_to_another() throws IOException {
        learn("t1", "Look first");
        byte[] one = server.request("GET", "/v1/agents", Callers.secret("one"), "");
        byte[] other = server.request("GET", "/v1/agents", Callers.secret("other"), "");
        byte[] anothers = server.request("GET", "/v1/settings?agent=a", Callers.secret("other"), "");

        for (int i = 0; i < 3; i++) {
            assertThat(get("/v1/settings?agent=a").status()).isEqualTo(200);
            assertThat(server.ask(one).body()).contains("\"agent\":\"a\"");
            assertThat(server.ask(other).body()).contains("\"agent\":\"b\"").doesNotContain("\"agent\":\"a\"");
            assertThat(server.ask(anothers).status()).isEqualTo(403);
        }
    }

    /** The memory that readers share is ahead of the store meanwhile. */
    @Test
    void what_was_read_while_a_commit_was_under_way_is_not_kept() throws Exception {
        learn("t1", "Look first");
        String target = "/v1/settings?agent=a";
        String before = get(target).body();
        learn("t2", "Ask politely");
        writesFail = true;
        CompletableFuture<Integer> change = CompletableFuture.supplyAsync(() -> {
            try {
                return server.ask(server.request(
                                "PUT", "/v1/settings?agent=a", RunningServer.TOKEN, "{\"explore\":\"off\"}"))
                        .status();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
        written.await();
        assertThat(get(target).body()).isNotEqualTo(before);

        letFail.countDown();
        assertThat(change.get()).isEqualTo(507);

        assertThat(get(target).body()).isEqualTo(before);
    }

    @Test
    void no_more_is_kept_than_there_is_room_for() throws IOException {
        for (int i = 0; i < 60; i++) {
            learn("t" + i, "Check thing number " + i + " before you do anything else, and say so");
        }
        for (int limit = 60; limit < 300; limit++) {
            get("/v1/heuristics?agent=a&limit=" + limit);
        }

        String told = get("/metrics").body();
        double kept = Double.parseDouble(told.lines()
                .filter(line -> line.startsWith("autotrainer_http_kept_bytes "))
                .findFirst()
                .orElseThrow()
                .split(" ")[1]);
        assertThat(kept).isBetween(KeptAnswers.MOST_BYTES / 2.0, (double) KeptAnswers.MOST_BYTES);
    }
}
