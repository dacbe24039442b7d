package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.autotrainer.application.TrainingLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sends more than is taken reads the answer, whenever it comes. */
class LingeringTest {
    private static final int SENT = 24 << 20;

    private final TrainingLoop loop = TrainingLoop.open("memory:");
    private final Exchange server = Exchange.with(loop);

    @AfterEach
    void close() {
        server.close();
        loop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /v1/evaluations|Content-Type|application/json|413",
                "POST /mcp|Content-Type|application/json|413",
                "POST /v1/evaluations|Content-Type|text/plain|415",
                "POST /v1/evaluations|Authorization|Bearer nobody|401",
                "POST /v1/evaluations|Host|evil.example|421",
                "DELETE /v1/evaluations|Content-Type|application/json|405"
            })
    void who_sends_all_before_reading_is_answered(String line, String field, String value, int status)
            throws IOException {
        try (Socket socket = server.begin(line, Map.of("Content-Length", Integer.toString(SENT), field, value))) {
            send(socket.getOutputStream(), SENT);

            assertThat(Exchange.read(socket).status()).isEqualTo(status);
        }
    }

    @Test
    void who_does_not_say_how_much_is_answered() throws IOException {
        try (RunningServer chunked = RunningServer.start();
                RawConnection connection = chunked.connect()) {
            connection.send(bytes("POST /v1/evaluations HTTP/1.1\r\nHost: 127.0.0.1:" + chunked.port()
                    + "\r\nAuthorization: Bearer " + RunningServer.TOKEN
                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
            for (int i = 0; i < SENT >> 20; i++) {
                connection.send(bytes("100000\r\n" + " ".repeat(1 << 20) + "\r\n"));
            }

            assertThat(connection.read(false).map(RawAnswer::status)).contains(413);
        }
    }

    @Test
    void who_asks_first_whether_to_send_is_told_no_at_once() throws IOException {
        Map<String, String> head = Map.of(
                "Content-Length", Integer.toString(SENT), "Content-Type", "application/json", "Expect", "100-continue");
        long began = System.nanoTime();

        Exchange.Reply reply = server.raw("POST /v1/evaluations", head);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body()).doesNotContain("HTTP/1.1");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(Lingering.MILLIS));
    }

    @Test
    @Timeout(30)
    void who_never_stops_is_cut_off() throws IOException {
        try (Socket socket = server.begin(
                "POST /v1/evaluations",
                Map.of("Content-Length", "9000000000000", "Content-Type", "application/json"))) {
            OutputStream out = socket.getOutputStream();

            assertThatThrownBy(() -> send(out, Long.MAX_VALUE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    @Timeout(30)
    void who_sends_small_pieces_faster_than_they_are_read_is_cut_off() throws IOException {
        byte[] pieces = bytes("1\r\n \r\n".repeat(100_000));
        try (RunningServer chunked = RunningServer.start();
                RawConnection connection = chunked.connect()) {
            connection.send(bytes("POST /v1/evaluations HTTP/1.1\r\nHost: 127.0.0.1:" + chunked.port()
                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));

            assertThatThrownBy(() -> {
                        while (true) {
                            connection.send(pieces);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static void send(OutputStream out, long bytes) throws IOException {
        byte[] blanks = new byte[64 << 10];
        Arrays.fill(blanks, (byte) ' ');
        for (long left = bytes; left > 0; left -= blanks.length) {
            out.write(blanks, 0, (int) Math.min(left, blanks.length));
        }
    }
}
