package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {
    private static final int LARGE = 16_000_000;

    private final RunningServer server = RunningServer.start();
    private final List<RawConnection> connections = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
        server.close();
    }

    @Test
    void to_announce_a_large_body_takes_no_memory() throws IOException {
        long before = heap();
        for (int i = 0; i < 60; i++) {
            begin(1_000);
        }

        assertThat(server.ask(server.get("/healthz")).status()).isEqualTo(200);
        assertThat(heap() - before).as("bytes of heap for 60,000 bytes").isLessThan(32L << 20);
    }

    @Test
    void large_bodies_together_take_so_much_memory_and_no_more() throws IOException {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            begin(LARGE - 1);
        }
        for (RawConnection connection : connections) {
            try {
                connection.send(bytes("}"));
            } catch (IOException closed) {
                // It was refused before.
            }
            answers.add(connection.read(false).map(RawAnswer::status).orElse(0));
        }

        assertThat(answers).contains(503).containsOnly(503, 400);
        for (int i = 0; i < 20; i++) {
            assertThat(server.ask(whole()).status())
                    .as("a body once there is room again")
                    .isEqualTo(400);
        }
    }

    private void begin(int sent) throws IOException {
        RawConnection connection = server.connect();
        connections.add(connection);
        try {
            connection.send(Draft.joined(head(), new byte[sent]));
        } catch (IOException refused) {
            // It is read below why.
        }
    }

    private byte[] whole() {
        return Draft.joined(head(), new byte[LARGE]);
    }

    private byte[] head() {
        return bytes("POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: " + LARGE + "\r\n\r\n");
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
