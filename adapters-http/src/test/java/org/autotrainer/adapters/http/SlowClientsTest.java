package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that take their time, 200 of each kind; {@code -Dslow.clients=1000} for more and for the figure to reach. */
class SlowClientsTest {
    private static final int CLIENTS = Integer.getInteger("slow.clients", 200);
    private static final int ALL = 1_000;
    private static final long GONE_WITHIN_MILLIS = 15_000;
    private static final long WATCHED_MILLIS = 20_000;

    private static final Map<String, Dripping> SLOW = new ConcurrentHashMap<>();
    private static RunningServer server;
    private static GoodTraffic good;

    /** All kinds at once: each takes its ten seconds. */
    @BeforeAll
    static void drip() throws Exception {
        server = RunningServer.start();
        good = GoodTraffic.begin(server);
        byte[] head = bytes("GET /v1/agents HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nX-Slow: ");
        byte[] first = post("/v1/recalls", "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        byte[] body = post("/v1/evaluations", "Content-Length: 17000000\r\n\r\n{");
        ExecutorService kinds = Executors.newCachedThreadPool();
        List<Future<?>> all = List.of(
                kinds.submit(() -> drip("heads", head, false, bytes("a"))),
                kinds.submit(() -> drip("second heads", first, true, bytes("{}GET /" + "a".repeat(60)))),
                kinds.submit(() -> drip("bodies", body, false, bytes(" "))));
        kinds.shutdown();
        for (Future<?> kind : all) {
            kind.get();
        }
        good.close();
    }

    private static byte[] post(String target, String rest) {
        return bytes("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                + TOKEN + "\r\nContent-Type: application/json\r\n" + rest);
    }

    private static Void drip(String kind, byte[] begin, boolean waits, byte[] slowly) throws IOException {
        Dripping dripping = new Dripping(CLIENTS, server.port(), begin, waits, slowly);
        SLOW.put(kind, dripping);
        dripping.run(WATCHED_MILLIS);
        return null;
    }

    @AfterAll
    static void stop() throws IOException {
        for (Dripping dripping : SLOW.values()) {
            dripping.close();
        }
        server.close();
    }

    @Test
    void heads_that_drip_in_are_cut_off() {
        assertThatAllAreGone("heads");
    }

    /** One that was told to go on: then more has come out of the connection than went in. */
    @Test
    void heads_that_drip_in_behind_another_request_are_cut_off_as_well() {
        assertThatAllAreGone("second heads");
    }

    @Test
    void bodies_that_drip_in_are_refused() {
        assertThatAllAreGone("bodies");
    }

    private static void assertThatAllAreGone(String kind) {
        Dripping dripping = SLOW.get(kind);
        System.out.println("slow clients: " + CLIENTS + " " + kind + ", " + dripping.answered(408)
                + " answered 408, the last gone after " + dripping.slowestMillis() + " ms");
        assertThat(dripping.open()).as("slow clients that are still there").isZero();
        assertThat(dripping.slowestMillis()).isLessThanOrEqualTo(GONE_WITHIN_MILLIS);
    }

    @Test
    void they_disturb_nobody() {
        System.out.println(
                "beside slow clients: " + good.recalls() + " good requests, p99 " + good.p99Millis() + " ms");
        assertThat(good.p99Millis()).as("p99 of good requests").isLessThanOrEqualTo(CLIENTS < ALL ? 1_000 : 100);
    }

    @Test
    void connections_that_only_wait_do_not_matter() throws IOException {
        List<RawConnection> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                idle.add(server.connect());
            }
            for (int i = 0; i < 100; i++) {
                assertThat(server.ask(server.recall()).status()).isEqualTo(200);
            }
        } finally {
            for (RawConnection connection : idle) {
                connection.close();
            }
        }
    }
}
