package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GracefulStopTest {
    /** Eight seconds for what is under way and one for threads; more on a machine that is busy. */
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private final HeldStore store = new HeldStore(1);
    private final RunningServer server = RunningServer.start(store, 0);

    @AfterEach
    void stop() {
        store.letGo();
        server.close();
    }

    @Test
    void what_was_begun_is_answered_and_what_comes_later_is_not_begun() throws Exception {
        try (RawConnection begun = server.connect();
                RawConnection waiting = server.connect()) {
            assertThat(ask(waiting, server.get("/healthz"))).isEqualTo(200);
            begun.send(server.get("/v1/agents"));
            store.awaitReaders();

            long begin = System.nanoTime();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
            awaitRefusal();

            answer(waiting, server.get("/readyz")).ifPresent(later -> {
                assertThat(later.status())
                        .as("a later request, if it is not closed")
                        .isEqualTo(503);
                assertThat(later.problem().path("type").asText()).endsWith(":stopping");
                assertThat(later.header("retry-after")).isEqualTo("1");
            });
            assertThat(stopped).isNotDone();
            store.letGo();
            assertThat(begun.read(false).map(RawAnswer::status)).contains(200);
            stopped.get(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(since(begin)).isLessThan(STOPPED_WITHIN);
        }
    }

    @Test
    void a_request_that_comes_to_no_end_does_not_hold_the_stop_up() throws Exception {
        try (RawConnection begun = server.connect()) {
            begun.send(server.get("/v1/agents"));
            store.awaitReaders();

            long begin = System.nanoTime();
            assertThatCode(server::stop).doesNotThrowAnyException();

            assertThat(since(begin)).isLessThan(STOPPED_WITHIN);
        }
    }

    @Test
    void clients_that_wait_or_stall_do_not_hold_the_stop_up() throws Exception {
        try (RawConnection idle = server.connect();
                RawConnection head = server.connect();
                RawConnection body = server.connect()) {
            assertThat(ask(idle, server.get("/healthz"))).isEqualTo(200);
            head.send(bytes("GET /v1/agents HTT"));
            body.send(bytes("POST /v1/recalls HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
            assertThat(server.ask(server.get("/healthz")).status()).isEqualTo(200);

            long begin = System.nanoTime();
            assertThatCode(server::stop).doesNotThrowAnyException();

            assertThat(since(begin)).isLessThan(STOPPED_WITHIN);
        }
    }

    @Test
    void to_stop_twice_does_nothing() {
        server.stop();

        assertThatCode(server::stop).doesNotThrowAnyException();
    }

    private static int ask(RawConnection connection, byte[] request) {
        return answer(connection, request).map(RawAnswer::status).orElse(0);
    }

    private static Optional<RawAnswer> answer(RawConnection connection, byte[] request) {
        try {
            connection.send(request);
            return connection.read(false);
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /**
     * Waits until no new connection gets an answer. One that came in just as the listening ended is neither served nor
     * closed before the stop is over.
     */
    private void awaitRefusal() throws InterruptedException {
        while (healthy()) {
            Thread.sleep(10);
        }
    }

    private boolean healthy() {
        try (RawConnection connection = server.connect()) {
            connection.send(server.get("/healthz"));
            Optional<RawAnswer> answer = connection.readWithin(2_000);
            return answer.isPresent() && answer.get().status() == 200;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
