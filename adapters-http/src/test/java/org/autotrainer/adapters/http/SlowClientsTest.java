package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time, 200 of each kind; {@code -Dslow.clients=1000} for more and for the figure to reach. */
class SlowClientsTest {
    private static final int CLIENTS = Integer.getInteger("slow.clients", 200);
    private static final int ALL = 1_000;
    private static final long GONE_WITHIN_MILLIS = 15_000;
    private static final long WATCHED_MILLIS = 20_000;

    private final RunningServer server = RunningServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void heads_that_drip_in_are_cut_off_and_disturb_nobody() throws IOException {
        byte[] begin = bytes("GET /v1/agents HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nX-Slow: ");

        dripping("heads", begin, false, bytes("a"));
    }

    /** One that was told to go on: then more has come out of the connection than went in. */
    @Test
    void heads_that_drip_in_behind_another_request_are_cut_off_as_well() throws IOException {
        byte[] begin = bytes("POST /v1/recalls HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");

        dripping("second heads", begin, true, bytes("{}GET /" + "a".repeat(60)));
    }

    @Test
    void bodies_that_drip_in_are_refused_and_disturb_nobody() throws IOException {
        byte[] begin = bytes("POST /v1/evaluations HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 17000000\r\n\r\n{");

        dripping("bodies", begin, false, bytes(" "));
    }

    private void dripping(String what, byte[] begin, boolean waits, byte[] slowly) throws IOException {
        try (GoodTraffic good = GoodTraffic.begin(server);
                Dripping dripping = new Dripping(CLIENTS, server.port(), begin, waits, slowly)) {
            dripping.run(WATCHED_MILLIS);

            report(what, dripping, good);
            assertThat(dripping.open()).as("slow clients that are still there").isZero();
            assertThat(dripping.slowestMillis()).isLessThanOrEqualTo(GONE_WITHIN_MILLIS);
            assertThat(good.p99Millis()).as("p99 of good requests").isLessThanOrEqualTo(CLIENTS < ALL ? 1_000 : 100);
        }
    }

    private static void report(String what, Dripping dripping, GoodTraffic good) {
        System.out.println("slow clients: " + CLIENTS + " " + what + ", " + dripping.answered(408)
                + " answered 408, the last gone after " + dripping.slowestMillis() + " ms; " + good.recalls()
                + " good requests, p99 " + good.p99Millis() + " ms");
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
